// SPDX-License-Identifier: Apache-2.0
/// Looks at finished kits with other eyes: reads everything again, trusts nothing that another
/// stage said, and names each fault. It shares no code with the stages that write.
///
/// Every input is hostile here. Sizes, depths, counts and ratios are bounded (limits.hpp); what is
/// beyond them is a fault, never a wait. Checks of PDF/UA-1 name the failure condition of the
/// Matterhorn Protocol 1.1 where there is one.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/file_tree.hpp"
#include "stages/verify/pdf_checks.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace presskit::verify {

/// `faults` have codes "verify.…" and a path ("kit.zip!/folder/file.pdf"); without them all is
/// well.
struct VerifyReport {
    Diagnostics faults;
    std::size_t kits = 0;  ///< zips and unpacked kits looked at
    std::size_t files = 0; ///< files inside them
    std::size_t pdfs = 0;
    std::map<std::string, std::set<std::string>> broken{}; ///< paths of PDFs by condition
};

/// Checks one kit: the archive's structure, its files against SHA256SUMS and manifest.json, its
/// page and each PDF that `known` has not seen. `path` names the zip in faults. Safe to call from
/// several threads with one `known`.
VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known);
VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path);

/// Checks an outputs folder (index.json and zips, against each other and each zip by itself) or an
/// unpacked kit (manifest.json, itself or in its one top folder).
/// A folder that is neither is a fault.
VerifyReport verify_folder(const FileTree& tree);

} // namespace presskit::verify
