// SPDX-License-Identifier: Apache-2.0
/// The text of pages as a screen reader says it.
#pragma once

#include "stages/model/page.hpp"

#include <string>
#include <vector>

namespace presskit::render {

/// The text in structure order, a line for each block; table cells are separated by tabs and a list
/// item's label from its body by a space. Soft hyphens are gone, and with them the line breaks they
/// stood at. Runs of one content count in painting order.
/// Requires: `pages` passed `check`.
std::string tagged_text(const Pages& pages);

/// The text of each content, by ContentId, as the runs have it.
std::vector<std::string> text_of_contents(const Pages& pages);

} // namespace presskit::render
