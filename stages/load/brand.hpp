// SPDX-License-Identifier: Apache-2.0
/// brand/brand.yaml to a Brand.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/brand.hpp"

#include <string_view>

namespace presskit::load {

/// Requires: a tree that brand.schema.json accepted. A face that a family lacks is its regular one;
/// an actor without a colour has the accent. Errors: a colour or family that does not exist, a
/// length out of bounds, margins that leave no room.
Brand to_brand(const yaml::YamlNode& file, Diagnostics& faults);

/// The key of a role in `styles`.
std::string_view style_key(StyleRole role);

/// What wrote a role's colour: its own entry in `styles`, or that of the role whose look it takes.
const yaml::YamlEntry& style_entry(const yaml::YamlNode& file, StyleRole role);

} // namespace presskit::load
