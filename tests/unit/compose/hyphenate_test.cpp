// SPDX-License-Identifier: Apache-2.0
#include "type_case.hpp"

#include "pipeline/base/text.hpp"

#include <catch2/catch.hpp>
#include <hyphen.h>

#include <memory>
#include <set>

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

HyphenationPatterns patterns(const std::string& name) {
    return HyphenationPatterns(bytes_of("/usr/share/hyphen/" + name));
}

} // namespace

TEST_CASE("hyphenation: words are divided as their language does") {
    CHECK(divided(patterns("hyph_sr_RS.dic"), "искоришћавање") == "ис-ко-ри-шћа-ва-ње");
    CHECK(divided(patterns("hyph_de_DE.dic"), "Menschenrechte") == "Men-schen-rech-te");
    CHECK(divided(patterns("hyph_en_GB.dic"), "recommendation", 2, 3) == "re-com-mend-a-tion");
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
