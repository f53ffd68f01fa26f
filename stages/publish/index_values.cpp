// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/index_values.hpp"

namespace presskit::publish {

std::string text_of(const Json& row, const char* key) {
    const auto value = row.find(key);
    return value != row.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::uint64_t count_of(const Json& row, const char* key) {
    const auto value = row.find(key);
    return value != row.end() && value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
}

const Json& member(const Json& row, const char* key) {
    static const Json none = Json::array();
    const auto value = row.find(key);
    return value != row.end() && value->is_structured() ? *value : none;
}

LocalizedText texts_of(const Json& row, const char* key) {
    LocalizedText texts;
    const Json& values = member(row, key);
    if (!values.is_object()) return texts;
    for (const auto& [tag, text] : values.items())
        if (text.is_string()) texts[Locale{tag}] = text.get<std::string>();
    return texts;
}

bool is_file_name(std::string_view name) {
    return !name.empty() && name.size() <= 200 && !name.starts_with('.') &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-_.") == std::string_view::npos;
}

} // namespace presskit::publish
