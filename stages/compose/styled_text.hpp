// SPDX-License-Identifier: Apache-2.0
/// A paragraph's words in one string, with what each stretch looks like and which part of the
/// structure tree it belongs to: the form that shaping and line breaking work on.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/compose/unicode.hpp"
#include "stages/model/brand.hpp"
#include "stages/model/language.hpp"
#include "stages/model/page.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit::compose {

/// How a stretch of text is set. `rise` lifts it above the baseline; `link` indexes the links of the
/// document being composed.
struct TextLook {
    std::string family;
    bool bold = false, italic = false, capitals = false, underlined = false;
    Length size, rise, tracking;
    Color color;
    const Language* language = nullptr;
    Tag tag;
    std::optional<std::uint32_t> link;
    Numerals numerals = Numerals::of_font;
    bool operator==(const TextLook&) const = default;
};

/// `text[begin, end)` in one look. Where `literal`, byte k of the stretch is byte k of `span`.
struct TextStretch {
    std::uint32_t begin = 0, end = 0;
    TextLook look;
    Span span;
    bool operator==(const TextStretch&) const = default;
};

/// Stretches cover the text without gaps, in order. '\n' is a forced line break.
/// `footnotes` are indices of the document's footnotes by the offset of their mark, `mentions` of the
/// campaign's instruments by the offset of their words.
struct StyledText {
    struct Mark {
        std::uint32_t offset = 0;
        std::uint32_t footnote = 0;
    };
    struct InstrumentMark {
        std::uint32_t offset = 0;
        std::uint32_t instrument = 0;
    };
    std::string text;
    std::vector<TextStretch> stretches;
    std::vector<Mark> footnotes;
    std::vector<InstrumentMark> mentions;
    std::vector<Isolate> isolates; ///< names and words of other languages
    std::optional<Direction> direction{}; ///< of the paragraph, where it is not the document's
    bool verbatim = false; ///< spaces that begin a line are shown, and nothing hangs into the margins

    /// Keeps what was added since `begin` from changing the order of what stands around it.
    void isolate(std::uint32_t begin, std::optional<Direction> inner = {}) {
        const auto end = static_cast<std::uint32_t>(text.size());
        if (begin < end) isolates.push_back({begin, end, inner});
    }

    /// The same of a name in it, whose last full stop would else end what is written around it.
    void isolate_name(std::string_view name) {
        const std::size_t at = name.empty() ? text.npos : text.find(name);
        if (at != text.npos)
            isolates.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size()), {}});
    }

    /// A tab is a space: no font has a glyph for it. Words that look as those before them are shaped
    /// with them.
    void add(std::string_view words, const TextLook& look, Span span) {
        if (words.empty()) return;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += words;
        std::replace(text.begin() + begin, text.end(), '\t', ' ');
        const auto end = static_cast<std::uint32_t>(text.size());
        if (!stretches.empty() && stretches.back().look == look && stretches.back().span == span) {
            stretches.back().end = end;
            return;
        }
        stretches.push_back({begin, end, look, span});
    }
};

/// Joined scripts are never letterspaced: it would part what the hand joins. Nor is Hebrew: programs that tell
/// words by the white between them take spaced letters from right to left for words.
inline Length tracking_in(const Language& language, Length tracking) {
    return language.direction == Direction::right_to_left ? Length{} : tracking;
}

inline TextLook look_of(const TextStyle& style, const Language& language, Tag tag) {
    return {style.family, style.bold, style.italic, style.capitals, false, style.size, {},
            tracking_in(language, style.tracking), style.color, &language, tag, std::nullopt, style.numerals};
}

} // namespace presskit::compose
