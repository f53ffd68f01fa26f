// SPDX-License-Identifier: Apache-2.0
/// Checks a YamlNode against a JSON Schema, so that the schema which an editor shows an author and
/// the rules the loader relies on are one file: the loader reads only trees the schema accepted.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace presskit::yaml {

struct SchemaRules;

/// A report stops after this many faults of one file.
inline constexpr std::size_t max_schema_faults = 200;
/// A rule with `pattern` must also have a `maxLength` up to this: std::regex recurses on its input.
inline constexpr std::size_t max_pattern_subject = 500;

/// JSON Schema draft 2020-12, of which these keywords are known: type, enum, const, properties,
/// patternProperties, propertyNames, additionalProperties, required, minProperties, maxProperties,
/// items, minItems, maxItems, uniqueItems, pattern, minLength, maxLength, minimum, maximum, anyOf,
/// oneOf, $defs, $ref (to "#/$defs/…"); and of annotations $schema, $id, $comment, title,
/// description, default, examples.
class Schema {
  public:
    /// Aborts on anything else: a schema is part of the program, and a keyword passed over would
    /// let through what an editor refuses.
    explicit Schema(std::string_view json);

    const SchemaRules& rules() const { return *rules_; }

  private:
    std::shared_ptr<const SchemaRules> rules_;
};

/// Every way in which `node` breaks `schema`. A rule's `description` is the hint, so descriptions
/// are written as advice.
Diagnostics check(const YamlNode& node, const Schema& schema);

} // namespace presskit::yaml
