// SPDX-License-Identifier: Apache-2.0
/// The card of a document: its headline in the brand's look, as large as there is room for.
#pragma once

#include "stages/compose/composition.hpp"
#include "stages/model/card.hpp"

namespace presskit::compose {

/// Notices on top, then kicker and headline, at the foot the campaign, its city and day, the publisher
/// and the logo. The ground is that of the brand's covers. Errors go to `c.faults`.
Card set_card(Composition& c);

} // namespace presskit::compose
