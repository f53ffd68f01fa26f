// SPDX-License-Identifier: Apache-2.0
/// A YAML text as a tree of values, every one of which knows where it was written. Anchors,
/// aliases, tags and keys that are not text do not exist here: parse.hpp refuses them.
#pragma once

#include "pipeline/base/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace presskit::yaml {

struct YamlNode;
struct YamlEntry;

/// `text` is the value after unescaping and folding; empty and unquoted where nothing was written.
/// `quoted` also stands for block scalars (`|`, `>`): their text is never a number or a truth
/// value.
struct YamlScalar {
    std::string text;
    bool quoted = false;
};
struct YamlSequence {
    std::vector<YamlNode> items;
};
/// In the order of the file; no key twice.
struct YamlMapping {
    std::vector<YamlEntry> entries;
};

/// `span` runs from the first to after the last byte of the value, quotes and brackets included.
struct YamlNode {
    std::variant<YamlScalar, YamlSequence, YamlMapping> value;
    Span span;

    /// Null unless a scalar.
    const YamlScalar* scalar() const { return std::get_if<YamlScalar>(&value); }
    /// Empty unless a sequence.
    const std::vector<YamlNode>& items() const;
    /// Empty unless a mapping.
    const std::vector<YamlEntry>& entries() const;
    /// The entry or value of a mapping; null if there is none.
    const YamlEntry* entry(std::string_view key) const;
    const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
    std::string key;
    Span key_span;
    YamlNode value;
};

/// What an unquoted scalar stands for by the core schema of YAML 1.2 (10.3.2): `no` and
/// `2021-05-18` are text, `1.0` is a number, and an empty value is null.
enum class ScalarType { null, boolean, integer, number, text };

ScalarType type_of(const YamlScalar& scalar);
/// None unless a boolean.
std::optional<bool> to_boolean(const YamlScalar& scalar);
/// None unless a number; beyond the range of a double, infinity.
std::optional<double> to_number(const YamlScalar& scalar);

} // namespace presskit::yaml
