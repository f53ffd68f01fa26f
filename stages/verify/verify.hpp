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
#include "pipeline/signing/signature.hpp"
#include "stages/verify/pdf_checks.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// What a zip states of itself; the digest is of the bytes as they are. `timestamp` is its entries' time;
/// `was_verified` is false where the build was told not to read its kits again (`--no-verify`).
struct SeenKit {
    std::string path;
    signing::Statement statement;
    std::string timestamp;
    bool was_verified = true;
};

/// `faults` have codes "verify.…" and a path ("kit.zip!/folder/file.pdf"); without them all is
/// well.
struct VerifyReport {
    Diagnostics faults;
    std::size_t kits = 0;  ///< zips and unpacked kits looked at
    std::size_t files = 0; ///< files inside them
    std::size_t pdfs = 0;
    BrokenBy broken{}; ///< with an entry for each kind of PDF that was seen
    std::vector<SeenKit> seen{}; ///< zips of kits, in the order they were looked at
};

/// What is asked of kits besides being well.
struct Demands {
    std::optional<signing::PublicKey> key{}; ///< that signed every kit and index.json
    std::string at_least{};                  ///< the oldest version to accept; empty for any
};

/// Checks one kit, which a bag is not: the archive's structure, its files against SHA256SUMS and manifest.json, its
/// page and each PDF that `known` has not seen. `path` names the zip in faults. Safe to call from
/// several threads with one `known`.
VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known);
VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path);
/// What verify_kit finds wrong, for who knows the zip's digest.
Diagnostics faults_of_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known);

/// As verify_kit, and the name: a genuine kit under another kit's name, one of an older version, and
/// one that the key did not sign as what it is are faults. A bag is checked with the kit in it; no key has
/// signed it. `signature` is the text of the `.minisig`
/// beside it, if there is one.
VerifyReport verify_kit_file(std::string_view zip_bytes, const std::string& path,
                             const std::optional<std::string>& signature, const Demands& demands);

/// Checks an outputs folder (index.json and zips, against each other and each zip by itself) or an
/// unpacked kit or bag (manifest.json or bagit.txt, itself or in its one top folder).
/// A folder that is neither is a fault.
VerifyReport verify_folder(const FileTree& tree, const Demands& demands = {});

} // namespace presskit::verify
