// SPDX-License-Identifier: Apache-2.0
/// What ICU knows of characters: where lines may break, which way runs read, capitals. The only file
/// of compose that includes ICU, beside its .cpp.
#pragma once

#include "stages/model/locale.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::compose {

/// Finds break opportunities (UAX #14, tailored by CLDR for the language). Keeps ICU's rules between
/// calls, since opening them costs more than a paragraph. Not shared between threads.
class LineBreaker {
  public:
    explicit LineBreaker(const std::string& icu_locale);
    ~LineBreaker();
    LineBreaker(LineBreaker&&) noexcept;
    LineBreaker& operator=(LineBreaker&&) noexcept;

    /// Byte offsets into `utf8`, ascending, at which a line may begin; the end of the text included,
    /// its start not. `utf8` must be well-formed.
    std::vector<std::uint32_t> opportunities(std::string_view utf8);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A stretch of text of one embedding level; odd levels read from right to left. UAX #9.
struct LevelRun {
    std::uint32_t begin = 0, end = 0; ///< bytes
    std::uint8_t level = 0;
};

/// Bytes [begin, end) that have no influence on the order of what stands around them, as if between
/// an isolate initiator and its end; UAX #9 2.4. Without a direction their first strong letter says it.
struct Isolate {
    std::uint32_t begin = 0, end = 0;
    std::optional<Direction> direction;
    bool operator==(const Isolate&) const = default;
};

/// Resolves a paragraph's levels, in logical order. Cheap when nothing in it is right-to-left.
std::vector<LevelRun> bidi_levels(std::string_view utf8, Direction paragraph,
                                  const std::vector<Isolate>& isolates = {});

/// The order in which runs of these levels stand from left to right; UAX #9 L2.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

/// A text in capitals, and for each of its bytes, and its end, the byte of the text that it stands for.
struct Capitals {
    std::string text;
    std::vector<std::uint32_t> written;
};
/// By the rules of the language: İ for a Turkish i, Greek without its accents. ß is ẞ where the font
/// has it, one letter for one, and SS elsewhere.
/// Spec: Unicode 15 3.13, CLDR.
Capitals to_capitals(std::string_view utf8, const std::string& icu_locale, bool has_capital_sharp_s);

/// One code point's small letter (simple case mapping, so lengths in code points stay equal).
char32_t to_small(char32_t code_point);

bool is_letter(char32_t code_point);
/// Combining marks, joiners and variation selectors: never alone, never a missing glyph of its own.
bool is_extending(char32_t code_point);
/// Marks of direction, joiners, soft hyphens: never shown, so no font need have them.
bool is_ignorable(char32_t code_point);
/// Opens or closes a pair; UAX #9 BD14 and BD15.
bool is_bracket(char32_t code_point);
/// ISO 15924 code of a code point's script; empty for common and inherited ones.
std::string_view script_of(char32_t code_point);

/// Text in `charset` ("ISO8859-5") as UTF-8; what has no meaning there becomes U+FFFD. Empty for a
/// charset that ICU does not know.
std::string from_charset(std::string_view bytes, const std::string& charset);

} // namespace presskit::compose
