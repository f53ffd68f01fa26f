// SPDX-License-Identifier: Apache-2.0
/// From a galley and its page breaks to finished pages: rows in place, grounds, footnotes, running
/// header and footer, and every reference to a page now that pages are known.
#pragma once

#include "stages/compose/composition.hpp"
#include "stages/compose/fill_pages.hpp"

#include <optional>
#include <vector>

namespace presskit::compose {

/// `cover`, if any, becomes the first page. Takes the composition's rows, tags and links.
Pages assemble(Composition& c, const std::vector<PageRows>& breaks, std::optional<Page> cover,
               std::int64_t timestamp);

} // namespace presskit::compose
