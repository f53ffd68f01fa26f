// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/hyphenate.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"

#include <hyphen.h>

#include <cstdio>
#include <cstdlib>

namespace presskit::compose {
namespace {

constexpr std::size_t longest_word = 64;       ///< letters
constexpr std::size_t most_known_words = 50'000;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

} // namespace

struct HyphenationPatterns::Dictionary {
    std::unique_ptr<HyphenDict, FreeDictionary> patterns;
    std::string charset;
};

HyphenationPatterns::HyphenationPatterns(const std::string& dictionary)
    : dictionary_(std::make_unique<Dictionary>()) {
    dictionary_->charset = std::string(trim_ascii(dictionary.substr(0, dictionary.find('\n'))));
    const std::unique_ptr<std::FILE, CloseFile> file(
        fmemopen(const_cast<char*>(dictionary.data()), dictionary.size(), "r"));
    if (file) dictionary_->patterns.reset(hnj_hyphen_load_file(file.get()));
}
HyphenationPatterns::~HyphenationPatterns() = default;
HyphenationPatterns::HyphenationPatterns(HyphenationPatterns&&) noexcept = default;
HyphenationPatterns& HyphenationPatterns::operator=(HyphenationPatterns&&) noexcept = default;

std::vector<std::uint32_t> HyphenationPatterns::positions(std::string_view word, int left,
                                                          int right) const {
    std::u32string letters = to_utf32(word);
    if (!dictionary_->patterns || letters.size() >= longest_word ||
        letters.size() < static_cast<std::size_t>(left + right))
        return {};
    for (char32_t& c : letters) c = to_small(c);
    const bool utf8 = dictionary_->charset == "UTF-8";
    std::string encoded = utf8 ? to_utf8(letters) : to_charset(letters, dictionary_->charset);
    if (encoded.empty()) return {};

    std::string marks(encoded.size() + 5, '\0');
    char** replacements = nullptr;
    int *places = nullptr, *cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(
        dictionary_->patterns.get(), encoded.c_str(), static_cast<int>(encoded.size()), marks.data(),
        nullptr, &replacements, &places, &cuts, left, right, left, right);
    std::vector<std::uint32_t> out;
    std::uint32_t offset = 0;
    for (std::size_t i = 0; !failed && i + 1 < letters.size(); ++i) {
        std::string letter;
        append_utf8(letter, decode(word, offset).value);
        offset += static_cast<std::uint32_t>(letter.size());
        // A division that changes letters (`rep`) would not extract as written: it is not used.
        const bool plain = replacements == nullptr || replacements[i] == nullptr;
        if ((marks[i] & 1) != 0 && plain) out.push_back(offset);
    }
    if (replacements != nullptr)
        for (std::size_t i = 0; i < encoded.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(places);
    std::free(cuts);
    return out;
}

const std::vector<std::uint32_t>& Hyphenator::positions(std::string_view piece) {
    if (const auto known = known_.find(piece); known != known_.end()) return known->second;
    if (known_.size() >= most_known_words) known_.clear();

    std::size_t begin = piece.size(), end = 0;
    for (std::size_t i = 0; i < piece.size();) {
        const CodePoint c = decode(piece, i);
        if (is_letter(c.value) || is_extending(c.value)) {
            begin = std::min(begin, i);
            end = i + c.bytes;
        }
        i += c.bytes;
    }
    bool one_word = begin < end;
    for (std::size_t i = begin; one_word && i < end;) {
        const CodePoint c = decode(piece, i);
        one_word = is_letter(c.value) || is_extending(c.value);
        i += c.bytes;
    }
    std::vector<std::uint32_t> out;
    if (one_word) {
        out = patterns_.positions(piece.substr(begin, end - begin), rules_.left, rules_.right);
        for (std::uint32_t& position : out) position += static_cast<std::uint32_t>(begin);
    }
    return known_.emplace(std::string(piece), std::move(out)).first->second;
}

} // namespace presskit::compose
