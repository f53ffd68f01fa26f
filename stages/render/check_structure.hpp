// SPDX-License-Identifier: Apache-2.0
/// The rules on the structure tree. ISO 14289-1 7.1 to 7.9.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/page.hpp"

namespace presskit::render {

/// Adds the breaches of Rule's structure, heading, figure, note and table rules.
void check_structure(const Pages& pages, Diagnostics& faults);

} // namespace presskit::render
