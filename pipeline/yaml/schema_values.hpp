// SPDX-License-Identifier: Apache-2.0
/// YAML values as JSON Schema sees them.
#pragma once

#include "pipeline/yaml/schema_rules.hpp"
#include "pipeline/yaml/yaml_node.hpp"

#include <string>
#include <string_view>

namespace presskit::yaml {

bool is_type(const YamlNode& node, SchemaType type);

/// Of a number, `number` even if it is whole.
SchemaType type_of_node(const YamlNode& node);

/// "text", "a list": for messages.
std::string_view name_of(SchemaType type);

bool equals(const YamlNode& node, const SchemaConstant& constant);
std::string text_of(const SchemaConstant& constant);

/// The same text for equal values, whatever their quotes, and another one for others, as
/// `uniqueItems` needs; mappings are compared in the order they are written.
std::string canonical_text(const YamlNode& node);

} // namespace presskit::yaml
