// SPDX-License-Identifier: Apache-2.0
/// Co-branding: the logos of a country's partners at the foot of its own documents.
#pragma once

#include "stages/compose/flow.hpp"

namespace presskit::compose {

/// Nothing in a document that is the same for every country.
void set_partners(Composition& c, Flow& flow, const FlowContext& context);

} // namespace presskit::compose
