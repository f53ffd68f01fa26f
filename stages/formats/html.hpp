// SPDX-License-Identifier: Apache-2.0
/// A document as one HTML file for a newsroom's system or a browser without a network.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// HTML 5 in one file, pictures inside, without scripts or remote parts; WCAG 2.2 AA. A release
/// describes itself as a schema.org NewsArticle (JSON-LD), and links to the same document in other
/// languages (`hreflang`) where the campaign's site has an address for each.
std::string to_html(const Copy& copy);

} // namespace presskit::formats
