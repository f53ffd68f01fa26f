// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/schema_values.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace presskit::yaml {
namespace {

void append_canonical(std::string& out, const YamlNode& node) {
    if (const YamlScalar* scalar = node.scalar()) {
        const ScalarType type = type_of(*scalar);
        const bool is_text = type == ScalarType::text;
        out += is_text ? 's' : static_cast<char>('0' + static_cast<int>(type));
        if (is_text)
            out += std::to_string(scalar->text.size()) + ":" + scalar->text;
        else if (const auto value = to_boolean(*scalar))
            out += *value ? 'T' : 'F';
        else if (const auto number = to_number(*scalar)) {
            std::array<char, 32> digits{};
            out.back() = 'n';
            out.append(digits.data(),
                       std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr);
        }
    }
    for (const YamlNode& item : node.items()) append_canonical(out += "[", item);
    for (const YamlEntry& entry : node.entries()) {
        out += "{" + std::to_string(entry.key.size()) + ":" + entry.key;
        append_canonical(out, entry.value);
    }
    out += ";";
}

} // namespace

bool is_type(const YamlNode& node, SchemaType type) {
    if (std::holds_alternative<YamlSequence>(node.value)) return type == SchemaType::array;
    if (std::holds_alternative<YamlMapping>(node.value)) return type == SchemaType::object;
    const YamlScalar& scalar = *node.scalar();
    switch (type_of(scalar)) {
    case ScalarType::null: return type == SchemaType::null;
    case ScalarType::boolean: return type == SchemaType::boolean;
    case ScalarType::text: return type == SchemaType::string;
    case ScalarType::integer: return type == SchemaType::integer || type == SchemaType::number;
    case ScalarType::number: {
        // JSON Schema 2020-12 6.1.1: a number without a fraction is an integer.
        const double value = *to_number(scalar);
        return type == SchemaType::number ||
               (type == SchemaType::integer && std::isfinite(value) && std::trunc(value) == value);
    }
    }
    return false;
}

std::string_view name_of(SchemaType type) {
    switch (type) {
    case SchemaType::null: return "nothing";
    case SchemaType::boolean: return "`true` or `false`";
    case SchemaType::integer: return "a whole number";
    case SchemaType::number: return "a number";
    case SchemaType::string: return "text";
    case SchemaType::array: return "a list";
    case SchemaType::object: return "a mapping of keys to values";
    }
    return "";
}

SchemaType type_of_node(const YamlNode& node) {
    for (const SchemaType type : {SchemaType::array, SchemaType::object, SchemaType::null,
                                  SchemaType::boolean, SchemaType::number})
        if (is_type(node, type)) return type;
    return SchemaType::string;
}

std::string text_of(const SchemaConstant& constant) {
    if (const auto* text = std::get_if<std::string>(&constant)) return *text;
    if (const auto* flag = std::get_if<bool>(&constant)) return *flag ? "true" : "false";
    return std::to_string(std::get<std::int64_t>(constant));
}

bool equals(const YamlNode& node, const SchemaConstant& constant) {
    const YamlScalar* scalar = node.scalar();
    if (!scalar) return false;
    if (const auto* text = std::get_if<std::string>(&constant))
        return type_of(*scalar) == ScalarType::text && scalar->text == *text;
    if (const auto* flag = std::get_if<bool>(&constant)) return to_boolean(*scalar) == *flag;
    return to_number(*scalar) == static_cast<double>(std::get<std::int64_t>(constant));
}

std::string canonical_text(const YamlNode& node) {
    std::string out;
    append_canonical(out, node);
    return out;
}

} // namespace presskit::yaml
