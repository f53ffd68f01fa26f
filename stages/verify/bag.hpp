// SPDX-License-Identifier: Apache-2.0
/// A BagIt bag of a kit, as a zip or unpacked. RFC 8493.
#pragma once

#include "stages/verify/kit_files.hpp"
#include "stages/verify/zip_layout.hpp"

#include <string_view>
#include <vector>

namespace presskit::verify {

/// What declares a folder to be a bag. RFC 8493 2.1.1.
inline constexpr std::string_view bag_declaration_name = "bagit.txt";
/// What the folder of a kit's bag is called by, behind the kit's own name.
inline constexpr std::string_view bag_suffix = "-bag";

/// Whether an archive with these entries is a bag in its one top folder.
bool is_bag(const std::vector<ZipRow>& rows);

/// Reports what makes the bag not complete, or not valid (RFC 8493 3), and any file that is neither a
/// tag nor payload. The kit that is the payload is held against its own SHA256SUMS as well.
void check_bag(std::string_view zip, FaultList& faults);

/// As check_bag, by the bag's files, but for the kit's own list.
void check_bag_files(const KitFiles& bag, FaultList& faults);

/// The kit in a bag.
KitFiles payload_of(const KitFiles& bag);

} // namespace presskit::verify
