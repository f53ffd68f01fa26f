// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/unicode.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/plain_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/locid.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace presskit::compose {
namespace {

/// UTF-16 of a text with the byte offset of each code unit, and of the end.
struct Utf16 {
    std::u16string units;
    std::vector<std::uint32_t> offsets;
};

/// Code units to put before the character at a byte offset.
using Insertions = std::map<std::uint32_t, std::u16string>;

/// Isolates as the characters that say them: the ends before the beginnings at the same place.
Insertions controls_of(const std::vector<Isolate>& isolates) {
    Insertions out;
    for (const Isolate& isolate : isolates)
        if (isolate.begin < isolate.end) out[isolate.end] += u'\u2069';
    for (const Isolate& isolate : isolates) {
        if (isolate.begin >= isolate.end) continue;
        out[isolate.begin] += !isolate.direction                                  ? u'\u2068'
                              : *isolate.direction == Direction::right_to_left ? u'\u2067'
                                                                               : u'\u2066';
    }
    return out;
}

Utf16 to_utf16(std::string_view utf8, const Insertions& insertions = {}) {
    Utf16 out;
    out.units.reserve(utf8.size());
    out.offsets.reserve(utf8.size() + 1);
    auto insertion = insertions.begin();
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint c = decode(utf8, i);
        const auto offset = static_cast<std::uint32_t>(i);
        for (; insertion != insertions.end() && insertion->first <= offset; ++insertion) {
            out.units += insertion->second;
            out.offsets.resize(out.units.size(), offset);
        }
        if (c.value > 0xFFFF) {
            out.units += static_cast<char16_t>(U16_LEAD(c.value));
            out.offsets.push_back(offset);
            out.units += static_cast<char16_t>(U16_TRAIL(c.value));
        } else {
            out.units += static_cast<char16_t>(c.value);
        }
        out.offsets.push_back(offset);
        i += c.bytes;
    }
    out.offsets.push_back(static_cast<std::uint32_t>(utf8.size()));
    return out;
}

bool may_be_right_to_left(std::string_view utf8) {
    // Every right-to-left script and bidi control begins with one of these lead bytes.
    return std::ranges::any_of(utf8, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0xD6 && byte <= 0xDF) || byte == 0xE0 || byte == 0xE2 || byte == 0xEF ||
               byte == 0xF0;
    });
}

bool is_right_to_left(char32_t c) {
    const auto direction = u_charDirection(static_cast<UChar32>(c));
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
           direction == U_ARABIC_NUMBER || direction == U_RIGHT_TO_LEFT_EMBEDDING ||
           direction == U_RIGHT_TO_LEFT_OVERRIDE || direction == U_RIGHT_TO_LEFT_ISOLATE;
}

bool has_right_to_left(std::string_view utf8) {
    if (!may_be_right_to_left(utf8)) return false;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint c = decode(utf8, i);
        if (is_right_to_left(c.value)) return true;
        i += c.bytes;
    }
    return false;
}

} // namespace

struct LineBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;

    void find(std::string_view part, std::size_t begin, std::vector<std::uint32_t>& out);
};

LineBreaker::LineBreaker(const std::string& icu_locale) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    state_->iterator.reset(
        icu::BreakIterator::createLineInstance(icu::Locale(icu_locale.c_str()), status));
}
LineBreaker::~LineBreaker() = default;
LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker& LineBreaker::operator=(LineBreaker&&) noexcept = default;

std::vector<std::uint32_t> LineBreaker::opportunities(std::string_view utf8) {
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at < utf8.size();) {
        if (const std::size_t end = end_of_plain_word(utf8, at); end > at) {
            at = end;
            out.push_back(static_cast<std::uint32_t>(at));
            continue;
        }
        const std::size_t begin = at;
        do at = next_plain_break(utf8, at);
        while (at < utf8.size() && end_of_plain_word(utf8, at) == at);
        state_->find(utf8.substr(begin, at - begin), begin, out);
    }
    return out;
}

/// Of a part of a text that begins at byte `begin`.
void LineBreaker::State::find(std::string_view part, std::size_t begin, std::vector<std::uint32_t>& out) {
    const Utf16 text = to_utf16(part);
    const icu::UnicodeString view(false, text.units.data(), static_cast<int32_t>(text.units.size()));
    iterator->setText(view);
    iterator->first();
    for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next())
        out.push_back(static_cast<std::uint32_t>(begin) + text.offsets[static_cast<std::size_t>(at)]);
}

std::vector<LevelRun> bidi_levels(std::string_view utf8, Direction paragraph,
                                  const std::vector<Isolate>& isolates) {
    const auto size = static_cast<std::uint32_t>(utf8.size());
    if (paragraph == Direction::left_to_right && !has_right_to_left(utf8)) return {{0, size, 0}};

    const Utf16 text = to_utf16(utf8, controls_of(isolates));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
    const UBiDiLevel base = paragraph == Direction::right_to_left ? 1 : 0;
    ubidi_setPara(bidi.get(), text.units.data(), static_cast<int32_t>(text.units.size()), base,
                  nullptr, &status);
    if (U_FAILURE(status)) return {{0, size, base}};

    std::vector<LevelRun> runs;
    for (int32_t at = 0; at < static_cast<int32_t>(text.units.size());) {
        int32_t limit = 0;
        UBiDiLevel level = 0;
        ubidi_getLogicalRun(bidi.get(), at, &limit, &level);
        const LevelRun run{text.offsets[static_cast<std::size_t>(at)],
                           text.offsets[static_cast<std::size_t>(limit)], level};
        if (run.begin < run.end) runs.push_back(run); // not one of controls alone
        at = limit;
    }
    return runs;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0u);
    if (levels.empty()) return order;
    const auto [low, high] = std::ranges::minmax(levels);
    const int lowest_odd = low | 1; // L2 asks for no turn of a line that has even levels only
    for (int level = high; level >= lowest_odd; --level) {
        for (std::size_t i = 0; i < order.size();) {
            std::size_t end = i;
            while (end < order.size() && levels[order[end]] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = end == i ? i + 1 : end;
        }
    }
    return order;
}

Capitals to_capitals(std::string_view utf8, const std::string& icu_locale, bool has_capital_sharp_s) {
    constexpr std::string_view small_sharp_s = "ß", capital_sharp_s = "ẞ";
    Capitals out;
    std::string capitals;
    icu::StringByteSink<std::string> sink(&capitals);
    icu::Edits edits;
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToUpper(icu_locale.c_str(), 0,
                              {utf8.data(), static_cast<std::int32_t>(utf8.size())}, sink, &edits, status);
    for (auto at = edits.getFineIterator(); at.next(status);) {
        const std::string_view small = utf8.substr(static_cast<std::size_t>(at.sourceIndex()),
                                                   static_cast<std::size_t>(at.oldLength()));
        std::string_view large(capitals);
        large = large.substr(static_cast<std::size_t>(at.destinationIndex()),
                             static_cast<std::size_t>(at.newLength()));
        if (has_capital_sharp_s && small == small_sharp_s) large = capital_sharp_s;
        for (std::size_t i = 0; i < large.size(); ++i) {
            // Of several capitals for one letter the first stands for it, the others for nothing.
            const bool more = i >= decode(large, 0).bytes;
            const std::size_t step = !at.hasChange() ? i : more ? small.size() : 0;
            out.written.push_back(static_cast<std::uint32_t>(at.sourceIndex()) +
                                  static_cast<std::uint32_t>(step));
        }
        out.text += large;
    }
    out.written.push_back(static_cast<std::uint32_t>(utf8.size()));
    return out;
}

// ASCII is answered without asking ICU: most of what is asked for is ASCII.
char32_t to_small(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_extending(char32_t c) {
    // The soft hyphen alone is one among the letters of Latin, and none is among those of Greek and
    // Cyrillic.
    if (c < 0x300) return c == 0xAD;
    if (c >= 0x370 && c < 0x483) return false;
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_ignorable(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_bracket(char32_t c) {
    if (c < 0xF00) return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE) !=
           U_BPT_NONE;
}

std::string_view script_of(char32_t c) {
    // The letters of our own languages, without asking.
    if (c >= 0x100 && c < 0x180) return "Latn";
    if (c >= 0x400 && c < 0x480) return "Cyrl";
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return {};
    return uscript_getShortName(script);
}

std::string from_charset(std::string_view bytes, const std::string& charset) {
    if (charset == "UTF-8") return std::string(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(charset.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return {};
    const auto converted = [&](std::string_view some) {
        std::string out;
        return icu::UnicodeString(some.data(), static_cast<int32_t>(some.size()), converter.get(), status)
            .toUTF8String(out);
    };
    if (ucnv_getMaxCharSize(converter.get()) > 1) return converted(bytes);
    // Of the 256 letters there can be, each is asked for once.
    std::array<std::string, 256> letters;
    for (std::size_t code = 0; code < letters.size(); ++code) {
        const char byte = static_cast<char>(code);
        letters[code] = converted({&byte, 1});
    }
    std::array<bool, 256> same{}; // which letters stay as they are: nearly all
    for (std::size_t code = 0; code < same.size(); ++code)
        same[code] = letters[code] == std::string(1, static_cast<char>(code));
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t begin = 0; begin < bytes.size();) {
        std::size_t end = begin;
        while (end < bytes.size() && same[static_cast<unsigned char>(bytes[end])]) ++end;
        out += bytes.substr(begin, end - begin);
        if (end < bytes.size()) out += letters[static_cast<unsigned char>(bytes[end])];
        begin = end + 1;
    }
    return out;
}

} // namespace presskit::compose
