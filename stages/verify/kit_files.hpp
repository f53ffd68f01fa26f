// SPDX-License-Identifier: Apache-2.0
/// The files of one kit, wherever they come from, checked against what the kit says of itself.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/verify/fault_list.hpp"
#include "stages/verify/pdf_checks.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace presskit::verify {

/// A file's bytes, and their digest, which several checks compare.
struct KitFile {
    std::string_view bytes;
    Digest digest;
    explicit KitFile(std::string_view content) : bytes(content), digest(sha256(content)) {}
};
/// By path below the kit's top folder.
using KitFiles = std::map<std::string, KitFile, std::less<>>;

/// `folder` is the kit's top folder, or empty where it is not known.
struct KitSource {
    KitFiles files;
    std::string folder;
};

/// What index.json repeats of a kit, for comparison.
struct KitFacts {
    std::string kit;
    std::string version;
    std::string timestamp;
    std::string campaign, embargo; ///< the embargo as an instant; empty without one
    std::map<std::string, std::string> documents; ///< SHA-256 in hexadecimal by path
    bool was_verified = true; ///< by the build, which then left its accessibility report
};

/// `facts` is filled from the manifest where that can be read.
struct KitCheck {
    Diagnostics faults;
    std::optional<KitFacts> facts;
    std::size_t pdfs = 0;
    BrokenBy broken{};
};

/// Checks SHA256SUMS, manifest.json, index.html, README.txt and every PDF. `path` names the top
/// folder in faults ("kit.zip!/folder").
KitCheck check_kit_files(const KitSource& kit, const std::string& path, PdfChecks& known);

} // namespace presskit::verify
