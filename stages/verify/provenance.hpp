// SPDX-License-Identifier: Apache-2.0
/// A kit's provenance.json against its files and its manifest.
#pragma once

#include "stages/verify/kit_files.hpp"

namespace presskit::verify {

/// Reports a statement that is missing, is not one of in-toto v1 with SLSA provenance v1, or speaks of
/// another kit or other files than these; a dependency whose name leaves the campaign, or without a
/// digest. `facts` are the manifest's, where it could be read.
void check_provenance(const KitFiles& files, const KitFacts* facts, FaultList& faults);

} // namespace presskit::verify
