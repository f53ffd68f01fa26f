// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/content_tokens.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

using Kind = ContentToken::Kind;

enum CharClass : unsigned char { regular, white, delimiter };

/// ISO 32000-1 7.2.2, tables 1 and 2.
constexpr std::array<CharClass, 256> classes = [] {
    std::array<CharClass, 256> out{};
    for (const std::size_t c : {0u, 9u, 10u, 12u, 13u, 32u}) out[c] = white;
    for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
        out[static_cast<unsigned char>(c)] = delimiter;
    return out;
}();

CharClass class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

/// How many bytes from `first` on are regular.
std::size_t regular_end(std::string_view text, std::size_t first) {
    while (first < text.size() && class_of(text[first]) == regular) ++first;
    return first;
}

/// White space and comments.
std::string_view without_blanks(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (class_of(text[at]) == white)
            ++at;
        else if (text[at] == '%')
            at = std::min(text.find_first_of("\r\n", at), text.size());
        else
            break;
    }
    return text.substr(at);
}

bool begins(Kind kind) { return kind == Kind::array_begin || kind == Kind::dictionary_begin; }
bool ends(Kind kind) { return kind == Kind::array_end || kind == Kind::dictionary_end; }

/// One escape after its backslash; returns how many bytes it is long. ISO 32000-1 table 3.
std::size_t read_escape(std::string_view text, std::string& out) {
    constexpr std::string_view names = "nrtbf", bytes = "\n\r\t\b\f";
    if (const std::size_t known = names.find(text.front()); known != std::string_view::npos) {
        out += bytes[known];
        return 1;
    }
    if (text.front() == '\n') return 1;
    if (text.front() == '\r') return text.size() > 1 && text[1] == '\n' ? 2 : 1;
    std::size_t digits = 0;
    unsigned code = 0;
    while (digits < 3 && digits < text.size() && text[digits] >= '0' && text[digits] <= '7')
        code = code * 8 + static_cast<unsigned>(text[digits++] - '0');
    out += digits == 0 ? text.front() : static_cast<char>(code & 0xFF);
    return digits == 0 ? 1 : digits;
}

void read_literal(std::string_view text, std::string& out) {
    std::size_t plain = 0; // most strings have nothing else
    while (plain < text.size() && text[plain] != '\\' && text[plain] != '\r') ++plain;
    out.append(text, 0, plain);
    for (std::size_t i = plain; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            i += read_escape(text.substr(i + 1), out);
        else if (text[i] == '\r') { // an end of line in a string is one line feed
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else
            out += text[i];
    }
}

void read_hex(std::string_view text, std::string& out) {
    int half = -1;
    for (const char c : text) {
        const int digit = hex_digit(c);
        if (digit < 0) continue; // white space: the reader let nothing else pass
        if (half < 0)
            half = digit;
        else {
            out += static_cast<char>(half * 16 + digit);
            half = -1;
        }
    }
    if (half >= 0) out += static_cast<char>(half * 16);
}

} // namespace

bool ContentTokens::refuse(std::string_view why) {
    fault_ = why;
    rest_ = {};
    return false;
}

bool ContentTokens::next() {
    operands_.clear();
    operator_ = {};
    while (operator_.empty()) {
        rest_ = without_blanks(rest_);
        if (rest_.empty()) {
            if (fault_.empty() && !operands_.empty()) fault_ = "it ends amid operands";
            return false;
        }
        if (operands_.size() >= max_content_operands)
            return refuse("an operator has too many operands");
        if (!read_one()) return false;
    }
    return true;
}

bool ContentTokens::read_one() {
    switch (rest_.front()) {
    case '(': return read_string();
    case '<': return rest_.starts_with("<<") ? open(Kind::dictionary_begin, 2) : read_hex_string();
    case '>':
        return rest_.starts_with(">>") ? close(Kind::dictionary_end, 2)
                                       : refuse("a `>` stands alone");
    case '[': return open(Kind::array_begin, 1);
    case ']': return close(Kind::array_end, 1);
    case '/': return add(Kind::name, regular_end(rest_, 1));
    case ')':
    case '{':
    case '}': return refuse("a bracket stands alone");
    default: break;
    }
    const char c = rest_.front();
    return is_digit(c) || c == '-' || c == '+' || c == '.' ? read_number() : read_word();
}

bool ContentTokens::add(Kind kind, std::size_t size) {
    operands_.push_back({kind, rest_.substr(0, size), 0});
    rest_.remove_prefix(size);
    return true;
}

bool ContentTokens::open(Kind kind, std::size_t size) {
    if (open_.size() >= static_cast<std::size_t>(max_object_depth))
        return refuse("operands are nested too deeply");
    open_.push_back(kind);
    return add(kind, size);
}

bool ContentTokens::close(Kind kind, std::size_t size) {
    const Kind begin = kind == Kind::array_end ? Kind::array_begin : Kind::dictionary_begin;
    if (open_.empty() || open_.back() != begin) return refuse("brackets do not match");
    open_.pop_back();
    return add(kind, size);
}

bool ContentTokens::read_string() {
    int depth = 0;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
        if (rest_[i] == '\\')
            ++i;
        else if (rest_[i] == '(')
            ++depth;
        else if (rest_[i] == ')' && --depth == 0)
            return add(Kind::string, i + 1);
    }
    return refuse("a string does not end");
}

bool ContentTokens::read_hex_string() {
    std::size_t i = 1;
    while (i < rest_.size() && (hex_digit(rest_[i]) >= 0 || class_of(rest_[i]) == white)) ++i;
    if (i == rest_.size() || rest_[i] != '>') return refuse("a hexadecimal string is malformed");
    return add(Kind::hex_string, i + 1);
}

bool ContentTokens::read_number() {
    std::size_t end = rest_.front() == '-' || rest_.front() == '+' ? 1 : 0;
    const bool negative = rest_.front() == '-';
    std::size_t digits = 0, dots = 0;
    long long value = 0;
    for (; end < rest_.size(); ++end) {
        const char c = rest_[end];
        if (is_digit(c)) {
            if (++digits <= 18 && dots == 0) value = value * 10 + (c - '0');
        } else if (c == '.')
            ++dots;
        else if (class_of(c) == regular)
            return refuse("a number is malformed");
        else
            break;
    }
    if (digits == 0 || dots > 1) return refuse("a number is malformed");
    if (dots == 0 && digits > 18) value = 999'999'999'999'999'999;
    add(dots == 0 ? Kind::integer : Kind::real, end);
    operands_.back().number = negative ? -value : value;
    return true;
}

bool ContentTokens::read_word() {
    const std::size_t end = regular_end(rest_, 0);
    const std::string_view word = rest_.substr(0, end);
    if (word == "true" || word == "false") return add(Kind::boolean, end);
    if (word == "null") return add(Kind::null, end);
    if (!open_.empty()) return refuse("an operator stands inside an operand");
    rest_.remove_prefix(end);
    if (word == "BI" && operands_.empty() && !inside_image_) return read_inline_image();
    if (word == "BI" || word == "ID" || word == "EI") return refuse("an inline image is malformed");
    operator_ = word;
    return true;
}

/// Entries up to ID, one white space, data, white space, EI. The data's length is not told, so it
/// ends at the first EI between white space. ISO 32000-1 8.9.7.
bool ContentTokens::read_inline_image() {
    inside_image_ = true;
    while (true) {
        rest_ = without_blanks(rest_);
        if (rest_.empty()) return refuse("an inline image does not end");
        if (open_.empty() && rest_.starts_with("ID") && rest_.size() > 2 &&
            class_of(rest_[2]) == white)
            break;
        if (operands_.size() >= max_content_operands)
            return refuse("an operator has too many operands");
        if (!read_one() || !operator_.empty()) return refuse("an inline image is malformed");
    }
    for (std::size_t at = rest_.find("EI", 3); at != std::string_view::npos;
         at = rest_.find("EI", at + 1))
        if (class_of(rest_[at - 1]) == white &&
            (at + 2 == rest_.size() || class_of(rest_[at + 2]) == white)) {
            operator_ = rest_.substr(at, 2);
            rest_.remove_prefix(at + 2);
            inside_image_ = false;
            return true;
        }
    return refuse("an inline image does not end");
}

void read_string_bytes(const ContentToken& token, std::string& out) {
    out.clear();
    if (!token.is_string()) return;
    const std::string_view inner = token.bytes.substr(1, token.bytes.size() - 2);
    token.kind == Kind::string ? read_literal(inner, out) : read_hex(inner, out);
}

std::string read_name(const ContentToken& token) {
    if (token.kind != Kind::name) return {};
    const std::string_view text = token.bytes.substr(1);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escaped = text[i] == '#' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                             hex_digit(text[i + 2]) >= 0;
        out += escaped ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]))
                       : text[i];
        if (escaped) i += 2;
    }
    return out;
}

ContentOperands operand_at(ContentOperands operands, std::size_t first) {
    std::size_t end = first, depth = 0;
    while (end < operands.size()) {
        if (begins(operands[end].kind)) ++depth;
        if (ends(operands[end].kind)) --depth;
        ++end;
        if (depth == 0) break;
    }
    return operands.subspan(std::min(first, operands.size()), end - std::min(first, end));
}

ContentOperands value_of(ContentOperands dictionary, std::string_view key) {
    if (dictionary.size() < 2 || dictionary.front().kind != Kind::dictionary_begin) return {};
    for (std::size_t i = 1; i + 2 < dictionary.size();) {
        const ContentOperands value = operand_at(dictionary, i + 1);
        if (dictionary[i].kind == Kind::name && dictionary[i].bytes.substr(1) == key) return value;
        i += 1 + std::max<std::size_t>(value.size(), 1);
    }
    return {};
}

} // namespace presskit::verify
