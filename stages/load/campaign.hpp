// SPDX-License-Identifier: Apache-2.0
/// campaign.yaml to a Campaign, without brand, texts and pictures.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/campaign.hpp"

namespace presskit::load {

/// Requires: a tree that campaign.schema.json accepted.
/// Errors: a day or time that does not exist; see also check_campaign().
Campaign to_campaign(const yaml::YamlNode& file, Diagnostics& faults);

} // namespace presskit::load
