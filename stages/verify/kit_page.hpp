// SPDX-License-Identifier: Apache-2.0
/// A kit's index.html: offline, safe, and with a way to every document.
#pragma once

#include "stages/verify/manifest.hpp"

namespace presskit::verify {

/// Reports a missing or empty index.html or README.txt, markup that loads or runs anything, links
/// to files that are not there and documents without a link.
void check_kit_page(const KitFiles& files, const std::vector<ManifestDocument>& documents,
                    FaultList& faults);

} // namespace presskit::verify
