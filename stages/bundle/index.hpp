// SPDX-License-Identifier: Apache-2.0
/// outputs/index.json: every kit of a campaign at a glance, for the site, for CI and for verify.
#pragma once

#include "pipeline/base/packed_text.hpp"
#include "pipeline/base/pieces.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/kit.hpp"

#include <string>
#include <vector>

namespace presskit::bundle {

/// One kit's row as JSON text, two spaces of indent and a newline at the end. It is all of the kit that
/// the index needs, so a run that finds a kit made already can keep its row instead of the kit.
std::string to_index_row(const Kit& kit);

/// A campaign's row as JSON text: its titles, version, date and the notes its names need; and
/// `public_from`, when an embargo that it had has passed ("2021-05-18T08:00:00Z"; empty without one).
std::string to_index_campaign(const Campaign& campaign, const std::string& public_from = {});

/// The index of `campaigns` and `kits`, rows made by the two functions above, in their order. Keys in
/// a fixed order, two spaces of indent, a newline at the end, no clock and no path of a machine. That of
/// a thousand kits would be the largest thing in a run's memory, were it there whole.
/// Format: schema/index.schema.json.
Pieces make_index(std::vector<PackedText> campaigns, std::vector<PackedText> kits);

} // namespace presskit::bundle
