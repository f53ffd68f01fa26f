// SPDX-License-Identifier: Apache-2.0
/// One kit as a zip: its structure, then its files.
#pragma once

#include "stages/verify/kit_files.hpp"

#include <string>
#include <string_view>

namespace presskit::verify {

/// A bag and the kit that is its payload. `path` names the bag's folder in faults.
KitCheck check_bagged_kit(KitSource bag, const std::string& path, PdfChecks& known);

struct KitZipCheck {
    KitCheck kit;
    std::size_t files = 0;
    std::string folder{}; ///< the one that holds all; empty if it could not be read
    bool is_kit = true;   ///< false for kits in a zip, as partners get them: that is its one fault
    bool is_bag = false;  ///< of a kit, which was checked with it
};
/// A zip of a kit, or a bag of one (bag.hpp).
KitZipCheck check_kit_zip(std::string_view zip, const std::string& path, PdfChecks& known);

} // namespace presskit::verify
