// SPDX-License-Identifier: Apache-2.0
/// Whether people with weak sight can read what a brand prints.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/brand.hpp"

namespace presskit::load {

/// Checks each text colour against what it stands on: styles on paper, or on the grounds of callouts
/// and table heads; accent ink on accent; ink, muted and warning on tint; the ink of mastheads and
/// covers on their grounds; table cells on zebra; actors' colours, of headings and numbers, on paper.
/// Requires: `brand` was made from `file` without errors.
/// Errors: `load.low-contrast`, with the measured ratio and the nearest colour that passes.
/// Spec: WCAG 2.2 1.4.3, 1.4.11.
Diagnostics check_contrast(const yaml::YamlNode& file, const Brand& brand);

} // namespace presskit::load
