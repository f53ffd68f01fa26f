// SPDX-License-Identifier: Apache-2.0
/// How a kit came to be, for machines: which inputs, by which version of the program, gave which files.
#pragma once

#include "stages/model/kit.hpp"

#include <map>
#include <string>
#include <vector>

namespace presskit::bundle {

/// Something a kit was made from. `name` is a path in the campaign, or below "system/" one of a font or
/// hyphenation file that a package brought.
struct KitDependency {
    std::string name;
    Digest digest;
};

/// provenance.json: an in-toto Statement v1 about `files` with a predicate of SLSA provenance v1. It
/// says what must be equal for equal bytes and nothing of when, where and by whom they were made.
/// `parameters` are those of the command line. Format: schema/provenance.schema.json.
std::string to_provenance(const KitManifest& manifest, const std::vector<KitFile>& files,
                          const std::vector<KitDependency>& dependencies,
                          const std::map<std::string, std::string>& parameters);

} // namespace presskit::bundle
