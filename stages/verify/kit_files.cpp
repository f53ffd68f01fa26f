// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/kit_files.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/checksums.hpp"
#include "stages/verify/kit_page.hpp"
#include "stages/verify/kit_pictures.hpp"
#include "stages/verify/manifest.hpp"
#include "stages/verify/provenance.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

/// What the manifest says of a document is what the document says of itself.
void compare(const ManifestDocument& document, const PdfCheck& pdf, FaultList& faults) {
    if (pdf.pages != document.pages)
        faults.add_at(document.path, "verify.manifest-pages",
                      "has " + std::to_string(pdf.pages) + " pages, manifest.json says " +
                          std::to_string(document.pages));
    if (lower_ascii(pdf.language) != lower_ascii(document.language))
        faults.add_at(document.path, "verify.manifest-language",
                      "is in " + in_backticks(pdf.language) + ", manifest.json says " +
                          in_backticks(document.language));
}

void check_pdfs(const KitSource& kit, const std::vector<ManifestDocument>& documents,
                KitCheck& check, const std::string& inner_path, PdfChecks& known,
                FaultList& faults) {
    for (const auto& [path, file] : kit.files) {
        if (!path.ends_with(".pdf")) continue;
        ++check.pdfs;
        const PdfCheck& pdf = known.check(file.bytes, file.digest);
        for (Diagnostic fault : pdf.faults) {
            fault.path = inner_path + path;
            check.faults.push_back(std::move(fault));
        }
        auto& broken = check.broken[pdf.claims];
        for (const BrokenCondition& row : pdf.broken)
            broken[std::string(row.id)].insert(inner_path + path);
        const auto document = std::ranges::find(documents, path, &ManifestDocument::path);
        if (document != documents.end()) compare(*document, pdf, faults);
    }
}

} // namespace

KitCheck check_kit_files(const KitSource& kit, const std::string& path, PdfChecks& known) {
    KitCheck check;
    FaultList faults(path);
    check_checksums(kit.files, faults);
    auto manifest = check_manifest(kit, faults);
    const std::vector<ManifestDocument> documents =
        manifest ? manifest->documents : std::vector<ManifestDocument>{};
    check_kit_page(kit.files, documents, faults);
    check_kit_pictures(kit.files, manifest ? manifest->pictures : std::vector<ManifestPicture>{}, faults);
    check_provenance(kit.files, manifest ? &manifest->facts : nullptr, faults);
    check_pdfs(kit, documents, check, path + "/", known, faults);
    check.faults.insert(check.faults.begin(), faults.faults().begin(), faults.faults().end());
    if (manifest) {
        check.facts = std::move(manifest->facts);
        check.facts->was_verified = kit.files.contains("accessibility.json");
    }
    return check;
}

} // namespace presskit::verify
