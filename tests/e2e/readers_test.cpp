// SPDX-License-Identifier: Apache-2.0
// What programs that read PDFs say of those of the sample: pdf.js as in Firefox, and Ghostscript as in printers.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

/// Every PDF of every kit once, quoted, by name.
std::string sample_pdfs() {
    std::map<std::string, fs::path> files;
    for (const std::string& kit : sample_kits())
        for (const auto& entry : fs::directory_iterator(built_sample().unpacked(kit)))
            if (entry.path().extension() == ".pdf") files.emplace(entry.path().filename(), entry.path());
    REQUIRE(files.size() > 20);
    std::string list;
    for (const auto& [name, path] : files) list += " " + quoted(path);
    return list;
}

/// pdf.js on these files, quoted.
Run pdf_js(const std::string& files) { return run_in_node("open_pdfs.mjs", files); }

} // namespace

TEST_CASE("readers: pdf.js draws every page of the sample, with text and structure, without a warning") {
    check_nothing_found(pdf_js(sample_pdfs()));
}

TEST_CASE("readers: a warning of pdf.js is one here") {
    const TempFolder folder;
    std::string pdf = bytes_of(built_sample().unpacked("al-sq") / "01-press-release-sq.pdf");
    const std::size_t at = pdf.rfind("startxref\n");
    REQUIRE(at != std::string::npos);
    pdf.replace(at + 10, 3, "999");
    folder.write("broken.pdf", pdf);
    const Run opened = pdf_js(quoted(folder.path("broken.pdf")));
    if (opened.status == 77) {
        WARN("skipped, run `make web-tools`: there is no " << opened.out);
        return;
    }
    CHECK(opened.out.find("broken.pdf: ") != std::string::npos);
}

TEST_CASE("readers: Ghostscript interprets every page of the sample without a warning") {
    check_nothing_found(
        run("gs -q -dSAFER -dBATCH -dNOPAUSE -dPDFSTOPONWARNING -sDEVICE=nullpage" + sample_pdfs() + " 2>&1"));
}
