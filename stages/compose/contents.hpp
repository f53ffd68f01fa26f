// SPDX-License-Identifier: Apache-2.0
/// The table of contents: what it lists, how it looks and how it is tagged.
#pragma once

#include "stages/compose/flow.hpp"

namespace presskit::compose {

/// A heading and a line for each section to the brand's depth; page numbers are filled in later.
/// Tagged TOC, TOCI, Reference, Link; deeper sections are a TOC in the TOCI of the section above
/// them. ISO 32000-1 14.8.4.2.
void set_contents(Composition& c, Flow& flow, const FlowContext& context);

} // namespace presskit::compose
