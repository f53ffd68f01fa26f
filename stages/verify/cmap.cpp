// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cmap.hpp"

#include <algorithm>
#include <vector>

namespace presskit::verify {
namespace {

constexpr std::string_view cmap_blanks = " \t\r\n\f";

using CodeTexts = std::map<unsigned, std::string>;

/// Words and `<hex>` strings; brackets are words of their own, comments and names are skipped over.
std::vector<std::string_view> tokens_of(std::string_view cmap) {
    std::vector<std::string_view> tokens;
    while (true) {
        cmap.remove_prefix(std::min(cmap.find_first_not_of(cmap_blanks), cmap.size()));
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
        if (cmap_blanks.find(c) != std::string_view::npos) continue;
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

std::optional<unsigned> code_of(std::string_view token, std::size_t bytes_a_code) {
    const auto bytes = bytes_of(token);
    if (!bytes || bytes->size() != bytes_a_code) return std::nullopt;
    unsigned code = 0;
    for (const char byte : *bytes) code = code * 256 + static_cast<unsigned char>(byte);
    return code;
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
    SectionReader(const std::vector<std::string_view>& tokens, std::size_t bytes_a_code)
        : tokens_(tokens), bytes_a_code_(bytes_a_code) {}

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

    std::optional<unsigned> take_code() { return code_of(take(), bytes_a_code_); }

    bool read_char() {
        const auto code = take_code();
        const auto text = bytes_of(take());
        if (!code || !text) return false;
        texts_[*code] = *text;
        return true;
    }

    bool read_range() {
        const auto first = take_code();
        const auto last = take_code();
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
    std::size_t bytes_a_code_;
    std::size_t at_ = 0;
    CodeTexts texts_;
};

/// The tokens of all sections `begin<name>` to `end<name>`.
std::vector<std::string_view> section(const std::vector<std::string_view>& tokens,
                                      std::string_view name) {
    const std::string begin = "begin" + std::string(name), end = "end" + std::string(name);
    std::vector<std::string_view> rows;
    bool inside = false;
    for (const std::string_view token : tokens) {
        if (token == end) inside = false;
        if (inside) rows.push_back(token);
        if (token == begin) inside = true;
    }
    return rows;
}

bool has_word(const std::vector<std::string_view>& tokens, std::string_view word) {
    return std::ranges::find(tokens, word) != tokens.end();
}

unsigned writing_mode(const std::vector<std::string_view>& tokens) {
    const auto name = std::ranges::find(tokens, "/WMode");
    return name != tokens.end() && name + 1 != tokens.end() && name[1] == "1" ? 1 : 0;
}

} // namespace

std::optional<CodeTexts> read_to_unicode(std::string_view cmap, std::size_t bytes_a_code) {
    const std::vector<std::string_view> tokens = tokens_of(cmap);
    return SectionReader(tokens, bytes_a_code).read();
}

CodeMap read_code_map(std::string_view cmap) {
    const std::vector<std::string_view> tokens = tokens_of(cmap);
    const auto spaces = section(tokens, "codespacerange"), ranges = section(tokens, "cidrange");
    const auto is_whole = [](const std::vector<std::string_view>& row) {
        return code_of(row[0], 1) == 0x00u && code_of(row[1], 1) == 0xFFu;
    };
    CodeMap map;
    map.is_one_byte_identity =
        spaces.size() == 2 && is_whole(spaces) && ranges.size() == 3 && is_whole(ranges) &&
        ranges[2] == "0" && section(tokens, "cidchar").empty() &&
        section(tokens, "notdefrange").empty() && section(tokens, "notdefchar").empty();
    map.builds_on_another = has_word(tokens, "usecmap");
    map.writing_mode = writing_mode(tokens);
    return map;
}

} // namespace presskit::verify
