// SPDX-License-Identifier: Apache-2.0
/// What social media show of a page that is linked there. Spec: The Open Graph protocol, ogp.me; what it
/// lacks has a name of Twitter's, which others read, too.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// `<meta>` elements of a document that has a card. The networks follow whole addresses only: a card whose
/// address is not known is left out.
std::string open_graph(const Copy& copy);

} // namespace presskit::formats
