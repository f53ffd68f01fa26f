// SPDX-License-Identifier: Apache-2.0
#include "type_case.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"

#include <catch2/catch.hpp>
#include <hyphen.h>

#include <algorithm>
#include <memory>
#include <set>
#include <sstream>

using namespace presskit;
using namespace presskit::compose;

namespace {

std::string divided(const HyphenationPatterns& patterns, std::string_view word, int left = 2, int right = 2) {
    std::string out;
    std::uint32_t from = 0;
    for (const std::uint32_t at : patterns.positions(word, left, right)) {
        out += std::string(word.substr(from, at - from)) + "-";
        from = at;
    }
    return out + std::string(word.substr(from));
}

/// The distinct words of letters in a file.
std::set<std::string> words_in(const std::string& path) {
    std::set<std::string> words;
    std::string word;
    const std::string text = bytes_of(path);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (is_letter(c.value)) append_utf8(word, to_small(c.value));
        else if (!word.empty()) words.insert(std::exchange(word, ""));
        i += c.bytes;
    }
    return words;
}

HyphenationPatterns own_patterns(const std::string& tag) {
    return HyphenationPatterns(std::string(languages::own_patterns("hyph_" + tag + ".dic").value()));
}

HyphenationPatterns patterns(const std::string& name) {
    return HyphenationPatterns(bytes_of("/usr/share/hyphen/" + name));
}

} // namespace

TEST_CASE("hyphenation: words are divided as their language does") {
    CHECK(divided(patterns("hyph_sr_RS.dic"), "искоришћавање") == "ис-ко-ри-шћа-ва-ње");
    CHECK(divided(patterns("hyph_de_DE.dic"), "Menschenrechte") == "Men-schen-rech-te");
    CHECK(divided(patterns("hyph_en_GB.dic"), "recommendation", 2, 3) == "re-com-mend-a-tion");
}

TEST_CASE("hyphenation: the patterns of each language are there and divide by its minima") {
    struct Row {
        const char *tag, *word;
    };
    for (const Row& row : {Row{"bg", "от-го-вор-ност"}, Row{"da", "ud-vik-ling"}, Row{"el", "ορ-γάνω-ση"},
                           Row{"hu", "fe-le-lős-ség"}, Row{"ru", "от-вет-ствен-ность"},
                           Row{"sv", "ut-veck-ling"}, Row{"cs", "zod-po-věd-nost"}, Row{"es", "or-ga-ni-za-ción"},
                           Row{"fr", "dé-ve-lop-pe-ment"}, Row{"it", "svi-lup-po"},
                           Row{"nl", "ver-ant-woor-de-lijk"}, Row{"pl", "od-po-wie-dzial-ność"},
                           Row{"pt", "de-sen-vol-vi-mento"}, Row{"ro", "dezvol-ta-re"},
                           Row{"sk", "zod-po-ved-nosť"}, Row{"sl", "od-go-vor-nost"}}) {
        const Language& language = *languages::find({row.tag});
        std::string word = row.word;
        std::erase(word, '-');
        CHECK(divided(patterns(language.hyphenation->dictionary), word, language.hyphenation->left,
                      language.hyphenation->right) == row.word);
    }
}

TEST_CASE("hyphenation: no letter is left alone at either end") {
    const auto german = patterns("hyph_de_DE.dic");
    for (const char* word : {"aber", "oder", "Idee", "Abend"}) {
        const std::string out = divided(german, word);
        CHECK(out.find('-') != 1);
        CHECK(out.rfind('-') != out.size() - 2);
    }
}

TEST_CASE("hyphenation: a dictionary that is not one divides nothing and breaks nothing") {
    for (const char* bytes : {"", "\n", "NO-SUCH-CHARSET\na1b\n", "UTF-8\nNEXTLEVEL\nNEXTLEVEL\n", "UTF-8\n\xFF\xFE" "9\n"})
        CHECK(HyphenationPatterns(std::string(bytes)).positions("something", 2, 2).empty());
}

TEST_CASE("hyphenation: Macedonian and Albanian are divided by patterns of our own") {
    struct Row {
        const char *tag, *words;
    };
    const Row row = GENERATE(
        Row{"mk", "ма-ке-дон-ски ор-га-ни-за-ција експлоа-та-ција зашти-тата кон-вен-ција "
                  "пре-по-раки техно-ло-гија пра-во-судство град-ски точ-ните стра-ната простор "
                  "де-цата деца ро-ди-тел-ски изоста-вен бези-мена земја прст сè"},
        Row{"sq", "or-ga-ni-zata kon-takti eko-nomi shfry-të-zim për-gje-gjësi fë-mi-jëve ndër-kombë-tare "
                  "shqiptare përa-fërt rreth va-shave mbroj-tur mosa-rritje pa-rre-gullt Ko-sova"});
    const HyphenationPatterns patterns = own_patterns(row.tag);
    std::istringstream words(row.words);
    for (std::string expected; words >> expected;) {
        std::string word = expected;
        std::erase(word, '-');
        CHECK(divided(patterns, word, 2, 3) == expected);
    }
}

TEST_CASE("hyphenation: Turkish is divided by its syllables") {
    const HyphenationPatterns turkish = own_patterns("tr");
    for (const std::string expected : {"so-rum-lu-luk", "sa-at-le-ri", "kont-rol", "elekt-rik", "stra-te-ji",
                                       "ço-cuk-la-rın", "tür-ki-ye", "ışık-lı", "mü-da-fa-a-dan"}) {
        std::string word = expected;
        std::erase(word, '-');
        CHECK(divided(turkish, word) == expected);
    }
}

TEST_CASE("hyphenation: Ukrainian keeps ь, й and дж whole, and a vowel on both sides") {
    const HyphenationPatterns ukrainian = own_patterns("uk");
    for (const std::string expected : {"від-по-ві-даль-ність", "між-на-род-ний", "по-ві-дом-лен-ня", "жит-тя",
                                       "си-джу", "лий-ка", "ба-тьо-ко", "центр", "сестра", "львів"}) {
        std::string word = expected;
        std::erase(word, '-');
        CHECK(divided(ukrainian, word) == expected);
    }
}

TEST_CASE("hyphenation: our patterns leave a vowel on both sides and no letter of two signs in two") {
    struct Row {
        const char *tag, *vowels, *letters;
    };
    const Row row = GENERATE(Row{"mk", "аеиоу", ""},
                             Row{"sq", "aeëiouy", "dh gj ll nj rr sh th xh zh"});
    const HyphenationPatterns patterns = own_patterns(row.tag);
    const std::string folder = std::string(PRESSKIT_SOURCE_DIR) + "/inputs/exploited-in-plain-sight/texts/";
    const std::u32string vowels = to_utf32(row.vowels);
    const auto has_vowel = [&](std::string_view part) {
        return std::ranges::any_of(to_utf32(part), [&](char32_t c) { return vowels.find(c) != vowels.npos; });
    };
    std::size_t divisions = 0;
    for (const char* text : {"release/", "guide/"})
        for (const std::string& word : words_in(folder + text + row.tag + ".md")) {
            INFO(divided(patterns, word));
            std::uint32_t from = 0;
            auto at = patterns.positions(word, 2, 3);
            divisions += at.size();
            at.push_back(static_cast<std::uint32_t>(word.size()));
            if (at.size() == 1) continue;
            for (const std::uint32_t to : at) {
                CHECK(has_vowel(std::string_view(word).substr(from, to - from)));
                std::istringstream letters(row.letters);
                for (std::string letter; letters >> letter;)
                    if (to < word.size()) CHECK(word.substr(to - 1, 2) != letter);
                from = to;
            }
        }
    CHECK(divisions > 500);
}

TEST_CASE("hyphenation: words that an apostrophe joins are divided each by itself") {
    const HyphenationPatterns simple(std::string("UTF-8\n1ta\n1bl\n1se\n"));
    Hyphenator hyphenator(simple, {"", 2, 2});
    using Positions = std::vector<std::uint32_t>;
    CHECK(hyphenator.positions("assembly’setable") == Positions{2, 5, 13, 15});
    CHECK(hyphenator.positions("(l'assetable).") == Positions{5, 7, 9});
    CHECK(hyphenator.positions("ta-ta’ta").empty());
    CHECK(hyphenator.positions("host.table").empty());
}

TEST_CASE("hyphenation: Montenegrin words with ś and ź are divided as the others are") {
    const auto serbian = patterns("hyph_sr-Latn_RS.dic");
    CHECK(divided(serbian, "śeverozapadni") == "śe-ve-ro-za-pad-ni");
    CHECK(divided(serbian, "iźelica") == "iźe-li-ca");
    CHECK(divided(serbian, "predśednik").find("ś-") == std::string::npos);
}

TEST_CASE("hyphenation: a pattern with a set is one for each of its texts, within bounds") {
    const HyphenationPatterns sets(std::string("UTF-8\nSET V a o\nSET C b dh\n{V}1{C}{V}\n{X}1b\n{V1b\n"));
    CHECK(divided(sets, "radhoba") == "ra-dho-ba");
    std::string many = "UTF-8\nSET A";
    for (int i = 0; i < 200; ++i) many += " x" + std::to_string(i);
    CHECK(HyphenationPatterns(many + "\n{A}1{A}{A}{A}{A}\n").positions("something", 2, 2).empty());
}

TEST_CASE("hyphenation: every word of the release divides as libhyphen divides it") {
    struct Row {
        const char *dictionary, *charset, *text;
        int right;
    };
    const auto row = GENERATE(Row{"hyph_en_GB.dic", "UTF-8", "en.md", 3},
                              Row{"hyph_sr_RS.dic", "ISO8859-5", "sr-Cyrl.md", 2},
                              Row{"hyph_sr-Latn_RS.dic", "ISO8859-2", "cnr.md", 2},
                              Row{"hyph_hr_HR.dic", "ISO8859-2", "hr.md", 2});
    const std::unique_ptr<HyphenDict, decltype(&hnj_hyphen_free)> reference(
        hnj_hyphen_load((std::string("/usr/share/hyphen/") + row.dictionary).c_str()), &hnj_hyphen_free);
    REQUIRE(reference);
    std::map<std::string, char> byte_of; // an 8-bit charset, turned round
    for (int byte = 0; byte < 256; ++byte)
        byte_of[from_charset(std::string(1, static_cast<char>(byte)), row.charset)] = static_cast<char>(byte);
    const auto ours = patterns(row.dictionary);
    std::size_t compared = 0;
    for (const std::string& word : words_in(std::string(PRESSKIT_SOURCE_DIR) +
                                            "/inputs/exploited-in-plain-sight/texts/release/" + row.text)) {
        std::string encoded;
        std::vector<std::uint32_t> offsets; // of each letter's end
        for (std::size_t i = 0; i < word.size();) {
            const CodePoint c = decode(word, i);
            const std::string letter = word.substr(i, c.bytes);
            encoded += std::string(row.charset) == "UTF-8" ? letter : std::string(1, byte_of[letter]);
            offsets.push_back(static_cast<std::uint32_t>(i += c.bytes));
        }
        if (offsets.size() < 5 || encoded.find('\0') != std::string::npos) continue;
        std::string marks(encoded.size() + 5, '\0');
        char** rep = nullptr;
        int *pos = nullptr, *cut = nullptr;
        hnj_hyphen_hyphenate3(reference.get(), encoded.c_str(), static_cast<int>(encoded.size()), marks.data(),
                              nullptr, &rep, &pos, &cut, 2, row.right, 2, row.right);
        std::vector<std::uint32_t> theirs;
        for (std::size_t i = 0; i + 1 < offsets.size(); ++i)
            if ((marks[i] & 1) != 0) theirs.push_back(offsets[i]);
        INFO(word << ": " << divided(ours, word, 2, row.right));
        CHECK(ours.positions(word, 2, row.right) == theirs);
        ++compared;
    }
    CHECK(compared > 150);
}
