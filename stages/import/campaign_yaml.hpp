// SPDX-License-Identifier: Apache-2.0
/// The facts of a release as campaign.yaml.
#pragma once

#include "stages/import/facts.hpp"

#include <string>

namespace presskit::import {

/// One language, one country `region`, one document `release`.
std::string to_campaign_yaml(const ReleaseFacts& facts, const Language& language);

} // namespace presskit::import
