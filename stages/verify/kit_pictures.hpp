// SPDX-License-Identifier: Apache-2.0
/// The pictures of a kit: without traces of camera, place and person, with the rights that the manifest
/// gives them.
#pragma once

#include "stages/verify/kit_files.hpp"
#include "stages/verify/manifest.hpp"

#include <vector>

namespace presskit::verify {

/// Looks at every file that is a PNG or a JPEG by its bytes or by the manifest, and at the pictures that
/// HTML and DOCX carry.
void check_kit_pictures(const KitFiles& files, const std::vector<ManifestPicture>& pictures,
                        FaultList& faults);

} // namespace presskit::verify
