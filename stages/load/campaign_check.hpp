// SPDX-License-Identifier: Apache-2.0
/// What a schema cannot say about campaign.yaml: that names used in one place are declared in
/// another, and that every kit finds its words.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/campaign.hpp"

namespace presskit::load {

/// Requires: `campaign` was made from `file`.
/// Errors: an undeclared language, document or country; a language presskit has no words for, or
/// whose tag is not canonical; a derivation from itself, from a language that is derived, or of
/// another language or script; two documents
/// of one id; a name that no system can hold; a kit that lacks a name or a text.
/// Fallbacks may be mutual (bs ↔ hr): a list is not followed further than its entries.
Diagnostics check_campaign(const yaml::YamlNode& file, const Campaign& campaign);

} // namespace presskit::load
