// SPDX-License-Identifier: Apache-2.0
/// Where search engines look: every page with its other languages, by sitemaps.org's protocol.
#pragma once

#include "stages/publish/listing.hpp"

#include <map>
#include <string>

namespace presskit::publish {

/// sitemap.xml and robots.txt, which names it; more than one map where the protocol's bound of 50 000
/// addresses asks for it. Requires the site's address.
std::map<std::string, std::string> make_sitemap(const Listing& listing);

} // namespace presskit::publish
