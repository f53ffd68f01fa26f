// SPDX-License-Identifier: Apache-2.0
// PDFs that a campaign asks more of, as programs in use open them: PDF 2.0, attachments, fast web view.
#include "tests/e2e/workbench.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

/// The small campaign with its `pdf:`, built with `options` and unpacked.
struct AskedFor {
    TempFolder folder;
    Run build;
    fs::path pdf;

    AskedFor(const std::string& rules, const std::string& options) {
        Files files = small_campaign();
        if (!rules.empty()) files["campaign.yaml"] += "pdf: " + rules + "\n";
        write_campaign(folder, files);
        build = run_presskit(folder, "build c --out out " + options);
        run("cd " + quoted(folder.path("out").string()) + " && unzip -q '*.zip' -d kit");
        for (const auto& entry : fs::recursive_directory_iterator(folder.path("out")))
            if (entry.path().extension() == ".pdf") pdf = entry.path();
    }
    bool has(const std::string& name) const { return fs::exists(pdf.parent_path() / name); }
    std::string file_of_kit(const std::string& name) const {
        return folder.read("out/kit/" + pdf.parent_path().filename().string() + "/" + name);
    }
};

/// Every reader opens the file without a word of complaint and finds the text.
void check_readers(const AskedFor& made) {
    INFO(made.build.err);
    REQUIRE(made.build.status == 0);
    REQUIRE_FALSE(made.pdf.empty());
    const std::string file = quoted(made.pdf.string());
    const Run syntax = run("qpdf --check " + file);
    CHECK(syntax.status == 0);
    CHECK(syntax.err.empty());
    const Run poppler = run("pdftotext " + file + " -");
    CHECK(poppler.err.empty());
    CHECK(poppler.out.find("A footnote.") != std::string::npos);
    const Run mupdf = run("mutool draw -q -F text " + file);
    // Debian builds it so.
    CHECK((mupdf.err.empty() || mupdf.err == "warning: ICC support is not available\n"));
    CHECK(mupdf.out.find("A footnote.") != std::string::npos);
    const Run ghostscript = run("gs -dSAFER -dBATCH -dNOPAUSE -dPDFSTOPONWARNING -sDEVICE=nullpage " + file);
    INFO(ghostscript.out);
    CHECK(ghostscript.status == 0);
    CHECK(ghostscript.out.find("rror") == std::string::npos);
    CHECK(ghostscript.out.find("arning") == std::string::npos);
    const Run verified = run_presskit(made.folder, "verify out");
    INFO(verified.err);
    CHECK(verified.status == 0);
}

std::string info_of(const AskedFor& made) { return run("pdfinfo " + quoted(made.pdf.string())).out; }
std::string metadata_of(const AskedFor& made) {
    return run("pdfinfo -meta " + quoted(made.pdf.string())).out;
}
bool contains(const std::string& text, const std::string& part) {
    INFO(text);
    INFO(part);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("standards asked for: PDF/UA-2 with PDF/A-4 is PDF 2.0 that every reader opens") {
    const AskedFor made("{standard: ua-2+a-4}", "");
    check_readers(made);
    CHECK(contains(info_of(made), "PDF version:     2.0"));
    const std::string metadata = metadata_of(made);
    CHECK(contains(metadata, "<pdfuaid:part>2</pdfuaid:part>"));
    CHECK(contains(metadata, "<pdfaid:part>4</pdfaid:part>"));
    const std::string report = made.file_of_kit("accessibility.json");
    CHECK(contains(report, R"({"standard":"PDF/UA-2","id":"8.2.5.14-2","clause":"8.2.5.14",)"));
    CHECK(contains(report, R"({"standard":"PDF/A-4","id":"6.1.2-1","clause":"6.1.2",)"));
    CHECK_FALSE(contains(report, "PDF/UA-1"));
    CHECK_FALSE(contains(report, "\"outcome\":\"failed\""));
    const std::string page = made.file_of_kit("accessibility.html");
    CHECK(contains(page, "held against PDF/UA-2 and PDF/A-4."));
    const std::string told = run_presskit(made.folder, "verify out --conditions text").out;
    CHECK(contains(told, "8.8-1         passed"));
}

TEST_CASE("standards asked for: attachments can be taken out of the PDF as they were made") {
    const AskedFor made("{attachments: true}", "");
    check_readers(made);
    CHECK(contains(metadata_of(made), "<pdfaid:part>3</pdfaid:part>"));
    CHECK(contains(made.file_of_kit("accessibility.json"),
                   R"({"standard":"PDF/A-3a","id":"6.8-1","clause":"6.8",)"));
    const std::string file = quoted(made.pdf.string());
    CHECK(contains(run("pdfdetach -list " + file).out, "2 embedded files"));
    REQUIRE(run("pdfdetach -saveall -o " + quoted(made.folder.path().string()) + " " + file).status == 0);
    const std::string stem = made.pdf.stem().string();
    CHECK(made.folder.read(stem + "-table-1.csv") == "Who,What\r\nMinistry,A plan\r\n");
    CHECK(contains(made.folder.read(stem + ".json"), "\"A footnote.\""));
}

TEST_CASE("standards asked for: all at once, and in one order for fast web view") {
    const AskedFor made("{standard: ua-2+a-4, attachments: true}", "--linearize");
    check_readers(made);
    CHECK(contains(info_of(made), "Optimized:       yes"));
    const Run order = run("qpdf --check-linearization " + quoted(made.pdf.string()));
    CHECK(order.status == 0);
    CHECK(contains(order.out, "no linearization errors"));
    CHECK(contains(metadata_of(made), "<pdfaid:conformance>F</pdfaid:conformance>"));
    CHECK(made.has("accessibility.html"));
}

TEST_CASE("standards asked for: a kit that nobody read again claims no test of its PDFs") {
    CHECK(AskedFor("", "").has("accessibility.html"));
    const AskedFor made("", "--no-verify --linearize");
    check_readers(made);
    CHECK_FALSE(made.has("accessibility.html"));
    CHECK_FALSE(made.has("accessibility.json"));
    CHECK_FALSE(contains(made.file_of_kit("index.html"), "accessibility"));
    const Run told = run("cd " + quoted(made.folder.path()) + " && " PRESSKIT_PROGRAM " build c --out out --no-verify");
    CHECK(contains(told.err, "carry no accessibility report"));
}
