// SPDX-License-Identifier: Apache-2.0
/// YAML text to a tree that its schema accepted.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/yaml/yaml_node.hpp"

#include <cstdint>
#include <string_view>

namespace presskit::load {

enum class SchemaName { campaign, brand, text };

/// Bytes [begin, end) of a source. Errors: those of yaml::parse and yaml::check, and texts of
/// nothing but white space.
Result<yaml::YamlNode> checked_yaml(const SourceMap& sources, SourceId source, SchemaName schema,
                                    std::uint32_t begin = 0, std::uint32_t end = SourceId::none);

/// The JSON text of a schema, for editors.
std::string_view schema_json(SchemaName schema);

} // namespace presskit::load
