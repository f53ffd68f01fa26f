// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/unicode.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/utf16.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/tblcoll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

namespace presskit::languages {
namespace {

/// ICU's normalizers are built in; without one the installation is broken.
const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = get(status);
    if (U_FAILURE(status) || found == nullptr) std::abort();
    return *found;
}

std::string normalized(std::string_view utf8, const icu::Normalizer2& form) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    form.normalize(utf16(utf8), status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::string(utf8);
}

std::unique_ptr<icu::Collator> new_collator(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale(language.icu_locale.c_str()), status));
    if (U_FAILURE(status)) return nullptr;
    const auto* rules = dynamic_cast<const icu::RuleBasedCollator*>(collator.get());
    if (language.collation_rules.empty() || rules == nullptr) return collator;
    icu::UnicodeString all = rules->getRules();
    all += utf16(language.collation_rules);
    collator = std::make_unique<icu::RuleBasedCollator>(all, status);
    return U_SUCCESS(status) ? std::move(collator) : nullptr;
}

/// Opening a collator costs more than a whole list, and one with rules of its own many times as much: each
/// thread keeps those it used last.
const icu::Collator* collator_for(const Language& language) {
    struct Kept {
        std::string locale, rules;
        std::unique_ptr<icu::Collator> collator;
    };
    constexpr std::size_t most_kept = 16;
    thread_local std::vector<Kept> all; // the one used last at the end
    const auto known = std::ranges::find_if(all, [&](const Kept& each) {
        return each.locale == language.icu_locale && each.rules == language.collation_rules;
    });
    if (known != all.end()) {
        std::rotate(known, known + 1, all.end());
    } else {
        if (all.size() == most_kept) all.erase(all.begin());
        all.push_back({language.icu_locale, language.collation_rules, new_collator(language)});
    }
    return all.back().collator.get();
}

/// Letters that have no decomposition but an ASCII spelling in file names.
std::string_view ascii_spelling(char32_t c) {
    switch (c) {
    case U'đ':
    case U'ð': return "d";
    case U'ł': return "l";
    case U'ø': return "o";
    case U'ß': return "ss";
    case U'æ': return "ae";
    case U'œ': return "oe";
    case U'þ': return "th";
    case U'ı': return "i";
    default: return {};
    }
}

} // namespace

std::optional<std::size_t> first_not_nfc(std::string_view utf8) {
    const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = utf16(utf8);
    const std::int32_t good = nfc.spanQuickCheckYes(text, status);
    if (U_FAILURE(status) || good >= text.length() || nfc.isNormalized(text, status))
        return std::nullopt;
    std::string before;
    text.tempSubString(0, good).toUTF8String(before);
    return before.size();
}

std::string to_nfc(std::string_view utf8) {
    return normalized(utf8, normalizer(icu::Normalizer2::getNFCInstance));
}

// ASCII is answered without asking ICU: most of what is asked for is ASCII.
bool is_word_character(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const auto code_point = static_cast<UChar32>(c);
    return u_isalpha(code_point) != 0 || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0;
}
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool ends_left_to_right_words(std::string_view utf8) {
    const icu::UnicodeString text = utf16(utf8);
    bool has_sign = false;
    for (std::int32_t at = text.length(); at > 0; has_sign = true) {
        at = text.moveIndex32(at, -1);
        switch (u_charDirection(text.char32At(at))) {
        case U_LEFT_TO_RIGHT: return has_sign;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC: return false;
        default: break;
        }
    }
    return false;
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}
char32_t to_upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

bool less(const Language& language, std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Collator* collator = collator_for(language);
    if (collator == nullptr) return a < b;
    const UCollationResult order = collator->compare(utf16(a), utf16(b), status);
    if (U_FAILURE(status) || order == UCOL_EQUAL) return a < b;
    return order == UCOL_LESS;
}

std::string ascii_slug(std::string_view utf8) {
    std::string slug;
    bool pending_hyphen = false;
    const auto put = [&](std::string_view letters) {
        if (pending_hyphen && !slug.empty()) slug += '-';
        pending_hyphen = false;
        slug += letters;
    };
    for (const char32_t c :
         to_utf32(normalized(utf8, normalizer(icu::Normalizer2::getNFKDInstance)))) {
        const char32_t small = to_lower(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
            const char letter = static_cast<char>(small);
            put({&letter, 1});
        } else if (const auto spelling = ascii_spelling(small); !spelling.empty()) {
            put(spelling);
        } else if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) == 0) {
            pending_hyphen = true;
        }
    }
    return slug;
}

} // namespace presskit::languages
