// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/to_unicode.hpp"

#include <algorithm>
#include <vector>

namespace presskit::verify {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

using CodeTexts = std::map<unsigned, std::string>;

/// Words and `<hex>` strings; brackets are words of their own, comments and names are skipped over.
std::vector<std::string_view> tokens_of(std::string_view cmap) {
    std::vector<std::string_view> tokens;
    while (true) {
        cmap.remove_prefix(std::min(cmap.find_first_not_of(blanks), cmap.size()));
        if (cmap.empty()) return tokens;
        std::size_t end = 1;
        if (cmap.front() == '%')
            end = cmap.find_first_of("\r\n");
        else if (cmap.front() == '<' && !cmap.starts_with("<<"))
            end = cmap.find('>') + 1;
        else if (cmap.front() != '[' && cmap.front() != ']')
            end = cmap.find_first_of(" \t\r\n\f<[]", 1);
        end = end == 0 ? cmap.size() : std::min(end, cmap.size());
        if (cmap.front() != '%') tokens.push_back(cmap.substr(0, end));
        cmap.remove_prefix(end);
    }
}

std::optional<std::string> bytes_of(std::string_view token) {
    if (token.size() < 2 || token.front() != '<' || token.back() != '>') return std::nullopt;
    std::string bytes;
    int half = -1;
    for (const char c : token.substr(1, token.size() - 2)) {
        if (blanks.find(c) != std::string_view::npos) continue;
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return std::nullopt;
        if (half >= 0) bytes += static_cast<char>(half * 16 + digit);
        half = half < 0 ? digit : -1;
    }
    return half < 0 ? std::optional(bytes) : std::nullopt;
}

std::optional<unsigned> code_of(std::string_view token) {
    const auto bytes = bytes_of(token);
    if (!bytes || bytes->size() != 2) return std::nullopt;
    return static_cast<unsigned char>((*bytes)[0]) * 256u + static_cast<unsigned char>((*bytes)[1]);
}

/// A range counts its last byte up. ISO 32000-1 9.10.3.
bool add_counted(CodeTexts& texts, unsigned first, unsigned last, std::string text) {
    if (text.empty()) return false;
    for (unsigned code = first; code <= last; ++code) {
        texts[code] = text;
        const auto next = static_cast<unsigned char>(static_cast<unsigned char>(text.back()) + 1);
        if (next == 0 && code != last) return false;
        text.back() = static_cast<char>(next);
    }
    return true;
}

class SectionReader {
  public:
    explicit SectionReader(const std::vector<std::string_view>& tokens) : tokens_(tokens) {}

    std::optional<CodeTexts> read() {
        while (at_ < tokens_.size()) {
            const std::string_view word = tokens_[at_++];
            if (word == "beginbfchar" && !read_until("endbfchar", &SectionReader::read_char))
                return {};
            if (word == "beginbfrange" && !read_until("endbfrange", &SectionReader::read_range))
                return {};
        }
        return std::move(texts_);
    }

  private:
    bool read_until(std::string_view end, bool (SectionReader::*read_row)()) {
        while (at_ < tokens_.size() && tokens_[at_] != end)
            if (!(this->*read_row)()) return false;
        return at_++ < tokens_.size();
    }

    std::string_view take() { return at_ < tokens_.size() ? tokens_[at_++] : std::string_view(); }

    bool read_char() {
        const auto code = code_of(take());
        const auto text = bytes_of(take());
        if (!code || !text) return false;
        texts_[*code] = *text;
        return true;
    }

    bool read_range() {
        const auto first = code_of(take()), last = code_of(take());
        if (!first || !last || *first > *last) return false;
        const std::string_view token = take();
        if (token != "[") {
            const auto text = bytes_of(token);
            return text && add_counted(texts_, *first, *last, *text);
        }
        for (unsigned code = *first; code <= *last; ++code) {
            const auto text = bytes_of(take());
            if (!text) return false;
            texts_[code] = *text;
        }
        return take() == "]";
    }

    const std::vector<std::string_view>& tokens_;
    std::size_t at_ = 0;
    CodeTexts texts_;
};

} // namespace

std::optional<CodeTexts> read_to_unicode(std::string_view cmap) {
    const std::vector<std::string_view> tokens = tokens_of(cmap);
    return SectionReader(tokens).read();
}

} // namespace presskit::verify
