// SPDX-License-Identifier: Apache-2.0
/// Pages as text that a person can judge: what stands where, and how it is tagged. For golden
/// tests.
#pragma once

#include "stages/model/page.hpp"

#include <string>

namespace presskit::render {

/// Properties, the items of each page in painting order, the structure tree with the text of each
/// leaf, links and the outline. Lengths are in points, one decimal; `#n` names a content.
std::string dump(const Pages& pages);

} // namespace presskit::render
