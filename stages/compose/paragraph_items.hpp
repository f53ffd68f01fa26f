// SPDX-License-Identifier: Apache-2.0
/// What line breaking chooses among: boxes, glue and penalties, in the sense of Knuth and Plass,
/// "Breaking Paragraphs into Lines" (1981).
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/compose/fonts.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace presskit::compose {

enum class ItemKind : std::uint8_t { box, glue, penalty };

/// A penalty of `forbidden` is never a break, one of `forced` always. `bound` words come apart only
/// where lines cannot be set otherwise (Tolerance::any), as a word wider than the measure is divided
/// anywhere (`emergency`).
inline constexpr std::int32_t forbidden = 10'000;
inline constexpr std::int32_t bound = 9'000;
inline constexpr std::int32_t emergency = 5'000;
inline constexpr std::int32_t forced = -10'000;

/// `begin`, `end` are bytes of the paragraph's text. A penalty's `width` is what a break there adds
/// (a hyphen); `hyphen` tells breaks that show one.
struct ParagraphItem {
    ItemKind kind = ItemKind::box;
    bool hyphen = false;
    ShortLength width, stretch, shrink;
    std::int32_t penalty = 0;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t run = 0; ///< index of its font run; boxes and glue
    const ShapedWord* word = nullptr; ///< its glyphs, where it is shaped by itself
    ShortLength hang_left{}, hang_right{}; ///< what hangs beyond a line it begins or ends; of a hyphen, its own
};

/// How strict a setting is. Ragged text keeps its spaces and gives the rest to the line's end.
struct LineRules {
    Length measure;
    bool justified = true;
    Length ragged_stretch; ///< how much white a ragged line end may leave before it counts as bad
    int glyph_scaling = 0; ///< by how many percent a justified line may be wider or narrower without its spaces
};

/// How much a line may stretch, as a ratio of what it would like at most, in thousandths. Its letters
/// stretch first, as far as they may; beyond 1000 its spaces alone do.
enum class Tolerance : std::int64_t {
    strict = 1'000, ///< what a paragraph without hyphens must keep to
    normal = 1'500,
    loose = 3'000, ///< no space ever grows further; see widest_space
    unbounded = INT64_MAX - 1, ///< lines may be left short, but none sticks out or unties words
    any = INT64_MAX,
};

/// A space in justified text may grow by half and shrink by a third, as in most good book setting;
/// by Tolerance::loose it is two and a half times as wide, of letters as they are drawn. Beyond that a line
/// is left short. Programs that tell words by the white between them, such as pdftotext, need 0.15 em of it,
/// and letters that give way take up to 0.01 em more: `size` is the font's.
constexpr Length stretch_of(Length space) { return space / 2; }
constexpr Length shrink_of(Length space, Length size) {
    return std::clamp(space - size * 17 / 100, Length{}, std::max(Length{}, space / 3));
}
constexpr Length widest_space(Length space) { return space + space * 3 / 2; }

/// Whether a paragraph's last line leaves a hole: less than an eighth of the measure, or one word
/// alone that is less than a quarter.
constexpr bool is_short_line(Length width, bool one_word, Length measure) {
    return width * (one_word ? 4 : 8) < measure;
}

/// Chooses the breaks of least total demerits over the whole paragraph. Returns indices into `items`:
/// the item each line ends at (a glue or penalty; the last is the end), or nothing if no way keeps to
/// the tolerance. The last item must be a forced penalty. With Tolerance::any there is always a way;
/// a box wider than the measure then sticks out.
/// Cost: O(items × open breaks), linear in practice.
std::vector<std::uint32_t> break_lines(const std::vector<ParagraphItem>& items, const LineRules& rules,
                                       Tolerance tolerance);

} // namespace presskit::compose
