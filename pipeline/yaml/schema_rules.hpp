// SPDX-License-Identifier: Apache-2.0
/// A JSON Schema as values: what schema.cpp reads and check.cpp walks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace presskit::yaml {

/// An index into SchemaRules::rules.
using RuleId = std::uint32_t;

enum class SchemaType { null, boolean, integer, number, string, array, object };

using SchemaConstant = std::variant<std::string, bool, std::int64_t>;

struct Pattern {
    std::string source;
    std::regex regex;
};

/// How our schemas say that a text is more than white space.
inline constexpr std::string_view not_blank = R"([^ \t\r\n])";

struct SchemaRule {
    std::string description;
    bool refuses_all = false; ///< the schema `false`
    std::vector<SchemaType> types;
    std::vector<SchemaConstant> constants; ///< of enum, or the one of const; empty: any value
    std::optional<RuleId> reference;
    std::vector<RuleId> any_of, one_of;

    std::vector<std::pair<std::string, RuleId>> properties;
    std::vector<std::pair<Pattern, RuleId>> pattern_properties;
    std::optional<RuleId> property_names, additional_properties;
    std::vector<std::string> required;
    std::size_t min_properties = 0, max_properties = SIZE_MAX;

    std::optional<RuleId> items;
    std::size_t min_items = 0, max_items = SIZE_MAX;
    bool unique_items = false;

    std::optional<Pattern> pattern;
    bool refuses_blank = false; ///< the pattern `not_blank`, which asks for no regular expression
    std::size_t min_length = 0, max_length = SIZE_MAX; ///< code points
    std::optional<double> minimum, maximum;
};

struct SchemaRules {
    std::vector<SchemaRule> rules;
    RuleId root = 0;
    const SchemaRule& at(RuleId id) const { return rules[id]; }
};

} // namespace presskit::yaml
