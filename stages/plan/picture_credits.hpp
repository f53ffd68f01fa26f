// SPDX-License-Identifier: Apache-2.0
/// Whom pictures name that are shown without a credit.
#pragma once

#include "stages/model/campaign.hpp"

namespace presskit::plan {

/// A figure without a credit gets what campaign.yaml says of the picture, or its file, as it stands there:
/// names are no text, and `{{…}}` in one is no variable. With `derivation`, in its script. A decorative
/// picture stays bare.
void credit_pictures(const Campaign& campaign, const Derivation* derivation, Blocks& blocks);

} // namespace presskit::plan
