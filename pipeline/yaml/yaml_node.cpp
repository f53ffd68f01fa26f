// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/yaml_node.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace presskit::yaml {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, text) != words.end();
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

bool has_sign(std::string_view text) { return text.starts_with('-') || text.starts_with('+'); }

bool is_decimal_integer(std::string_view text) {
    const std::size_t sign = has_sign(text) ? 1 : 0;
    const std::size_t digits = digits_at(text, sign);
    return digits > 0 && sign + digits == text.size();
}

/// 16 for 0x…, 8 for 0o…, else none; YAML 1.2 allows neither a sign.
std::optional<int> based(std::string_view text) {
    if (text.size() < 3 || text[0] != '0') return std::nullopt;
    const auto digits = text.substr(2);
    if (text[1] == 'x' && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos)
        return 16;
    if (text[1] == 'o' && digits.find_first_not_of("01234567") == digits.npos) return 8;
    return std::nullopt;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal_number(std::string_view text) {
    std::size_t at = has_sign(text) ? 1 : 0;
    const std::size_t whole = digits_at(text, at);
    at += whole;
    std::size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        fraction = digits_at(text, at + 1);
        at += 1 + fraction;
    }
    if (whole + fraction == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t exponent = digits_at(text, at);
        if (exponent == 0) return false;
        at += exponent;
    }
    return at == text.size();
}

bool is_infinity(std::string_view text) {
    return is_one_of(has_sign(text) ? text.substr(1) : text, {".inf", ".Inf", ".INF"});
}

bool is_not_a_number(std::string_view text) { return is_one_of(text, {".nan", ".NaN", ".NAN"}); }

double decimal_value(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool overflow = end.ec == std::errc::result_out_of_range &&
                          text.find("e-") == text.npos && text.find("E-") == text.npos;
    if (!overflow) return value;
    const double infinity = std::numeric_limits<double>::infinity();
    return text.starts_with('-') ? -infinity : infinity;
}

double based_value(std::string_view text, int base) {
    double value = 0;
    for (const char c : text.substr(2)) {
        const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * base + digit;
    }
    return value;
}

} // namespace

const std::vector<YamlNode>& YamlNode::items() const {
    static const std::vector<YamlNode> none;
    const auto* sequence = std::get_if<YamlSequence>(&value);
    return sequence ? sequence->items : none;
}

const std::vector<YamlEntry>& YamlNode::entries() const {
    static const std::vector<YamlEntry> none;
    const auto* mapping = std::get_if<YamlMapping>(&value);
    return mapping ? mapping->entries : none;
}

const YamlEntry* YamlNode::entry(std::string_view key) const {
    const auto& all = entries();
    const auto found = std::ranges::find(all, key, &YamlEntry::key);
    return found == all.end() ? nullptr : &*found;
}

const YamlNode* YamlNode::find(std::string_view key) const {
    const YamlEntry* found = entry(key);
    return found ? &found->value : nullptr;
}

ScalarType type_of(const YamlScalar& scalar) {
    const std::string_view text = scalar.text;
    if (scalar.quoted) return ScalarType::text;
    if (text.empty() || is_one_of(text, {"~", "null", "Null", "NULL"})) return ScalarType::null;
    if (is_one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return ScalarType::boolean;
    if (is_decimal_integer(text) || based(text)) return ScalarType::integer;
    if (is_decimal_number(text) || is_infinity(text) || is_not_a_number(text))
        return ScalarType::number;
    return ScalarType::text;
}

std::optional<bool> to_boolean(const YamlScalar& scalar) {
    if (type_of(scalar) != ScalarType::boolean) return std::nullopt;
    return scalar.text.front() == 't' || scalar.text.front() == 'T';
}

std::optional<double> to_number(const YamlScalar& scalar) {
    const ScalarType type = type_of(scalar);
    if (type != ScalarType::integer && type != ScalarType::number) return std::nullopt;
    const std::string_view text = scalar.text;
    if (is_not_a_number(text)) return std::numeric_limits<double>::quiet_NaN();
    if (is_infinity(text)) {
        const double infinity = std::numeric_limits<double>::infinity();
        return text.starts_with('-') ? -infinity : infinity;
    }
    if (const auto base = based(text)) return based_value(text, *base);
    return decimal_value(text);
}

} // namespace presskit::yaml
