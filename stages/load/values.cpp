// SPDX-License-Identifier: Apache-2.0
#include "stages/load/values.hpp"

#include "pipeline/base/text.hpp"

#include <array>
#include <cassert>
#include <charconv>

namespace presskit::load {
namespace {

/// Digits of `text`, which hold nothing else.
int digits(std::string_view text) {
    int value = 0;
    [[maybe_unused]] const auto read =
        std::from_chars(text.data(), text.data() + text.size(), value);
    assert(read.ec == std::errc{} && read.ptr == text.data() + text.size());
    return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::string value_text(const yaml::YamlNode& node) {
    return node.scalar() ? one_line(node.scalar()->text) : std::string();
}

} // namespace

std::string one_line(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::string text_at(const yaml::YamlNode& mapping, std::string_view key) {
    const yaml::YamlNode* node = mapping.find(key);
    return node ? value_text(*node) : std::string();
}

std::vector<std::string> texts_at(const yaml::YamlNode& mapping, std::string_view key) {
    std::vector<std::string> out;
    if (const yaml::YamlNode* node = mapping.find(key))
        for (const yaml::YamlNode& item : node->items()) out.push_back(value_text(item));
    return out;
}

LocalizedText localized_at(const yaml::YamlNode& mapping, std::string_view key) {
    LocalizedText out;
    if (const yaml::YamlNode* node = mapping.find(key))
        for (const yaml::YamlEntry& entry : node->entries())
            out[Locale{entry.key}] = value_text(entry.value);
    return out;
}

bool flag_at(const yaml::YamlNode& mapping, std::string_view key, bool otherwise) {
    const yaml::YamlNode* node = mapping.find(key);
    return node && node->scalar() ? to_boolean(*node->scalar()).value_or(otherwise) : otherwise;
}

int integer_at(const yaml::YamlNode& mapping, std::string_view key, int otherwise) {
    const yaml::YamlNode* node = mapping.find(key);
    if (!node || !node->scalar()) return otherwise;
    return static_cast<int>(to_number(*node->scalar()).value_or(otherwise));
}

LocalizedName to_names(const yaml::YamlNode& mapping) {
    LocalizedName out;
    for (const yaml::YamlEntry& language : mapping.entries()) {
        NameForms& forms = out[Locale{language.key}];
        if (language.value.scalar()) forms.base = value_text(language.value);
        for (const yaml::YamlEntry& form : language.value.entries()) {
            if (form.key == "base")
                forms.base = value_text(form.value);
            else
                forms.forms[form.key] = value_text(form.value);
        }
    }
    return out;
}

std::optional<Date> to_date(std::string_view text) {
    assert(text.size() >= 10);
    const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)),
                    digits(text.substr(8, 2))};
    // The calendar of today, before which dates of release and their weekdays would be guesses.
    if (date.year < 1900 || date.month < 1 || date.month > 12) return std::nullopt;
    if (date.day < 1 || date.day > days_in(date.year, date.month)) return std::nullopt;
    return date;
}

Length to_length(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::string_view unit = text.substr(text.size() - 2);
    const std::string_view number = text.substr(0, text.size() - 2);
    const std::size_t point = number.find('.');
    std::int64_t millis = digits(number.substr(0, point)) * std::int64_t{1000};
    if (point != number.npos) {
        std::string fraction(number.substr(point + 1));
        fraction.resize(3, '0');
        millis += digits(fraction);
    }
    // 1 mm = 72/25.4 pt, cut like the literal 1_mm.
    if (unit == "mm") millis = millis * 7200 / 2540;
    return {negative ? -millis : millis};
}

Length length_at(const yaml::YamlNode& mapping, std::string_view key, Length otherwise) {
    const yaml::YamlNode* node = mapping.find(key);
    return node ? to_length(node->scalar()->text) : otherwise;
}

std::string to_text(Length length) { return decimal(length.millipoints) + "pt"; }

} // namespace presskit::load
