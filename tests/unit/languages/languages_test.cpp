// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/languages.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/language_file.hpp"
#include "pipeline/languages/unicode.hpp"

#include <catch2/catch.hpp>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace presskit;

namespace {

/// The `{names}` of a pattern.
std::set<std::string> placeholders(const std::string& pattern) {
    std::set<std::string> names;
    for (std::size_t open = pattern.find('{'); open != std::string::npos;
         open = pattern.find('{', open + 1))
        names.insert(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

/// The letters of CLDR's main exemplar set, those of two signs too; marks that stand on letters are
/// no letters of an alphabet, and capitals are shown by their small letters.
std::vector<std::string> cldr_letters(const std::string& icu_locale) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeSet set;
    ULocaleData* locale = ulocdata_open(icu_locale.c_str(), &status);
    ulocdata_getExemplarSet(locale, set.toUSet(), 0, ULOCDATA_ES_STANDARD, &status);
    ulocdata_close(locale);
    std::vector<std::string> letters;
    for (icu::UnicodeSetIterator at(set); at.next();) {
        const icu::UnicodeString& text = at.getString();
        if (u_isalpha(text.char32At(0)) != 0 && u_isupper(text.char32At(0)) == 0) text.toUTF8String(letters.emplace_back());
    }
    return letters;
}

Result<Language> parsed(SourceMap& sources, std::string text) {
    return languages::parse_language(sources, sources.add("xx.yaml", std::move(text)));
}

std::string complete_file() {
    std::string text =
        "tag: xx\nautonym: X\nscript: Latn\nshaping_language: xx\nicu_locale: en\n"
        "direction: left_to_right\nalphabet: a b\n"
        "quotation_marks: {open: a, close: b, inner_open: c, inner_close: d}\napostrophe: e\n"
        "comma: ','\ncolon: ':'\n"
        "dashes: {sentence: f, range: g}\ndate_pattern: d MMMM y\n"
        "months: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
        "numbers: {decimal: h, group: i, percent: '{number}%'}\n"
        "no_break: {after: [a], before_number: [art.], after_number: [km], initials: []}\n"
        "words:\n";
    for (const auto key : languages::word_keys) text += "  " + std::string(key) + ": x\n";
    return text;
}

} // namespace

TEST_CASE("languages: each has an autonym and every word") {
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        CHECK_FALSE(language.autonym.empty());
        for (const std::string& word : language.words) CHECK_FALSE(word.empty());
    }
}

TEST_CASE("languages: each says what stays on one line") {
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        CHECK_FALSE(language.no_break.after.empty());
        CHECK_FALSE(language.no_break.before_number.empty());
        CHECK(std::ranges::find(language.no_break.after_number, "%") != language.no_break.after_number.end());
    }
}

TEST_CASE("languages: each knows a release's parts and who speaks in it, in small letters") {
    for (const Language& language : languages::all()) {
        const ReleaseWords& words = languages::release_words(language);
        for (const auto* list : {&words.kickers, &words.about, &words.contact, &words.says, &words.pronouns,
                                 &words.titles, &words.report}) {
            INFO(language.locale.tag << " " << (list - &words.kickers));
            CHECK((!list->empty() || (list == &words.titles && language.locale.tag == "hu")));
        }
        for (const auto* list : {&words.kickers, &words.about, &words.contact, &words.says, &words.pronouns,
                                 &words.no_name, &words.titles, &words.report}) {
            CHECK(std::set<std::string>(list->begin(), list->end()).size() == list->size());
            for (const std::string& phrase : *list) {
                INFO(language.locale.tag << " " << phrase);
                const std::u32string letters = to_utf32(phrase);
                CHECK(std::ranges::none_of(letters, languages::is_upper));
                CHECK(letters.find(U"  ") == std::u32string::npos);
            }
        }
    }
}

TEST_CASE("languages: every pattern has the placeholders of the English one") {
    const Language& english = *languages::find({"en"});
    for (const Language& language : languages::all())
        for (std::size_t i = 0; i < word_count; ++i) {
            INFO(language.locale.tag << " " << languages::word_keys[i]);
            CHECK(placeholders(language.words[i]) == placeholders(english.words[i]));
        }
}

TEST_CASE("languages: the key of a word is the name of its enumerator") {
    const auto key = [](Word word) { return languages::word_keys[static_cast<std::size_t>(word)]; };
    CHECK(key(Word::page_of) == "page_of");
    CHECK(key(Word::sample_text) == "sample_text");
    CHECK(key(Word::kit_for) == "kit_for");
    CHECK(key(Word::pages) == "pages");
    CHECK(key(Word::speaker_said) == "speaker_said");
    CHECK(key(Word::skip_to_content) == "skip_to_content");
}

TEST_CASE("languages: Serbian in Latin script is the transliteration's own language") {
    CHECK(languages::find({"sr-Latn"})->word(Word::section) == "odeljak {number}");
    CHECK(languages::find({"sr-Cyrl"})->script == "Cyrl");
    CHECK(languages::find({"cnr"})->hyphenation->dictionary == "hyph_sr-Latn_RS.dic");
    CHECK(languages::find({"tlh"}) == nullptr);
}

TEST_CASE("languages: a region's variety has its language's words, its own tag and the region's name") {
    const Language* belgian = languages::find({"de-BE"});
    REQUIRE(belgian);
    CHECK(belgian->locale.tag == "de-BE");
    CHECK(belgian->autonym == "Deutsch (Belgien)");
    CHECK(belgian->words == languages::find({"de"})->words);
    CHECK(belgian == languages::find({"de-BE"}));
    CHECK(&languages::release_words(*belgian) == &languages::release_words(*languages::find({"de"})));
    CHECK(languages::find({"sr-Latn-RS"})->word(Word::section) == "odeljak {number}");
    CHECK(languages::find({"es-419"})->autonym == "Español (Latinoamérica)");
}

TEST_CASE("languages: only regions that there are have varieties, and nothing else of a tag has") {
    for (const char* tag : {"en-UK", "en-ZZ", "de-YU", "de-276", "en-999", "de-AT-1996", "en-u-ca-gregory", "de-AT-u-co-ph", "en-a-gb", "de-Latn"}) {
        INFO(tag);
        CHECK(languages::find({tag}) == nullptr);
    }
    CHECK(languages::kin({"en-UK"}) == std::vector<Locale>{{"en"}, {"en-US"}});
}

TEST_CASE("languages: a variety's file says what it has otherwise, and no more") {
    CHECK(languages::find({"de-AT"})->months[0] == "Jänner");
    CHECK(languages::find({"de-AT"})->words == languages::find({"de"})->words);
    const Language& american = *languages::find({"en-US"});
    CHECK(american.quotation_marks.open == "“");
    CHECK(american.word(Word::licence) == "License");
    CHECK(american.word(Word::contents) == languages::find({"en"})->word(Word::contents));
    CHECK(&languages::release_words(american) == &languages::release_words(*languages::find({"en"})));
    const std::vector<std::string>& swiss = languages::find({"de-CH"})->alphabet;
    CHECK(std::ranges::find(swiss, "ß") == swiss.end());
    for (const std::string& word : languages::find({"de-CH"})->words) CHECK(word.find("ß") == std::string::npos);

    SourceMap sources;
    const SourceId id = sources.add("xx-YY.yaml", "tag: xx-YY\nwords: {contents: A, page_off: x}\n");
    const auto wrong = languages::parse_language(sources, id, &american);
    REQUIRE(wrong.diagnostics.size() == 1);
    CHECK(wrong.diagnostics[0].code == "language.unknown-key");
}

TEST_CASE("languages: what only begins like a tag has no words") {
    for (const char* tag : {"en-/../../x", "en-", "en-\"><b>", "EN", "en_GB", "en-gb", ""}) {
        INFO(tag);
        CHECK(languages::find({tag}) == nullptr);
    }
}

TEST_CASE("languages: words of one script never stand in for another") {
    CHECK(languages::find({"sr"}) == nullptr);
    CHECK(languages::find({"de-Cyrl"}) == nullptr);
    CHECK(languages::find({"de-Latn-AT"})->script == "Latn");
    CHECK(languages::kin({"sr-RS"}) == std::vector<Locale>{{"sr-Cyrl"}, {"sr-Latn"}});
    CHECK(languages::kin({"tlh"}).empty());
}

TEST_CASE("languages: every entry of every language is filled in") {
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        for (const std::string* entry :
             {&language.quotation_marks.open, &language.quotation_marks.close,
              &language.quotation_marks.inner_open, &language.quotation_marks.inner_close,
              &language.apostrophe, &language.comma, &language.colon, &language.dashes.sentence,
              &language.dashes.range, &language.numbers.decimal, &language.numbers.group,
              &language.date_pattern})
            CHECK_FALSE(entry->empty());
        CHECK(placeholders(language.numbers.percent) == std::set<std::string>{"number"});
        for (const std::string& month : language.months) CHECK_FALSE(month.empty());
        CHECK(std::set<std::string>(language.months.begin(), language.months.end()).size() == 12);
        if (!language.dateline.empty())
            CHECK(placeholders(language.dateline) == std::set<std::string>{"city", "date"});
        CHECK(language.quotation_marks.open != language.quotation_marks.inner_open);
        const bool divides = language.direction == Direction::left_to_right && language.locale.tag != "fi" && language.locale.tag != "et";
        CHECK(language.hyphenation.has_value() == divides);
    }
}

TEST_CASE("languages: an alphabet has every letter that CLDR counts to the language, in order") {
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        const std::set<std::string> letters(language.alphabet.begin(), language.alphabet.end());
        CHECK(letters.size() == language.alphabet.size());
        for (const std::string& letter : cldr_letters(language.icu_locale)) {
            INFO(letter);
            CHECK(letters.contains(letter));
        }
        CHECK(std::ranges::is_sorted(language.alphabet, [&](const auto& a, const auto& b) {
            return languages::less(language, a, b);
        }));
    }
}

TEST_CASE("languages: patterns of our own are there for languages that Debian has none, or no good ones, for") {
    CHECK(languages::own_patterns("hyph_sq.dic"));
    CHECK(languages::own_patterns("hyph_mk.dic"));
    CHECK(languages::own_patterns("hyph_tr.dic"));
    CHECK(languages::own_patterns("hyph_uk.dic"));
    CHECK_FALSE(languages::own_patterns("hyph_de_DE.dic"));
    CHECK_FALSE(languages::own_patterns("sq.yaml"));
}

TEST_CASE("languages: a language file lacks nothing and has nothing else") {
    SourceMap sources;
    CHECK(parsed(sources, complete_file()));

    const auto unknown = parsed(sources, complete_file() + "  page_off: x\n");
    REQUIRE(unknown.diagnostics.size() == 1);
    CHECK(unknown.diagnostics[0].code == "language.unknown-key");

    std::string text = complete_file();
    text.erase(text.find("  kit_for: x\n"), 13);
    const auto missing = parsed(sources, text);
    REQUIRE(missing.diagnostics.size() == 1);
    CHECK(missing.diagnostics[0].code == "language.missing-key");
    CHECK(missing.diagnostics[0].message == "`kit_for` is missing");

    CHECK_FALSE(parsed(sources, "- a\n"));
    CHECK_FALSE(
        parsed(sources, complete_file() + "hyphenation: {dictionary: x, left: many, right: 2}\n"));
}

TEST_CASE("languages: tags are put into canonical case, malformed ones refused") {
    CHECK(languages::canonical("SR-cyrl") == Locale{"sr-Cyrl"});
    CHECK(languages::canonical("de-ch-1901") == Locale{"de-CH-1901"});
    CHECK(languages::canonical("zh-Hans-cn") == Locale{"zh-Hans-CN"});
    CHECK(languages::canonical("en-u-ca-gregory") == Locale{"en-u-ca-gregory"});
    CHECK(languages::canonical("cnr") == Locale{"cnr"});
    for (const char* bad :
         {"", "-", "e", "english", "sr_Cyrl", "sr--Cyrl", "sr-", "de-1901-1901", "en-u",
          "en-a-bb-a-cc", "x-private", "en-\xC3\xA9", "sq al", "en/../..", "12"}) {
        INFO(bad);
        CHECK_FALSE(languages::canonical(bad));
    }
}
