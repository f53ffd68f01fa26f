// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/terminal_width.hpp"

#include <unicode/uchar.h>

namespace presskit {
namespace {

std::size_t cells_of(char32_t character) {
    if (character < 0x300) return 1;
    const auto code = static_cast<UChar32>(character);
    constexpr auto shows_nothing = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
    if (U_GET_GC_MASK(code) & shows_nothing) return 0;
    // Vowels and finals of Hangul, which join the wide initial before them.
    const auto syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
    const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

std::size_t terminal_width(std::u32string_view text) {
    std::size_t cells = 0;
    for (const char32_t character : text) cells += cells_of(character);
    return cells;
}

} // namespace presskit
