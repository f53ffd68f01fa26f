// SPDX-License-Identifier: Apache-2.0
/// A campaign's colours for the pages that offer its kits.
#pragma once

#include <map>
#include <string>

namespace presskit::publish {

/// A style sheet that gives style.css the brand's colours. On dark screens paper and ink are style.css's
/// own, and the accent is a ground for its own ink only: each pair in use is one that loading or style.css
/// guarantees (WCAG 2.2 1.4.3). Requires all eight roles.
std::string brand_style(const std::map<std::string, std::string>& colours);

} // namespace presskit::publish
