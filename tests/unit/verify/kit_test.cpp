// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "pipeline/base/digest.hpp"
#include "stages/bundle/index.hpp"
#include "stages/bundle/zip.hpp"
#include "tests/unit/bundle/kit_fixture.hpp"
#include "tests/unit/bundle/outside.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

using namespace presskit;
using namespace presskit::verify;

namespace {

const std::string folder = "plain-sight-xk-sq-1.0.0/";

struct VerifiableCase {
    bundle::KitCase kit_case;
    std::string guide = good_pdf("en").bytes();

    VerifiableCase() { kit_case.release_pdf = kit_case.sheet_pdf = good_pdf("sq").bytes(); }
    Kit kit() const {
        bundle::KitInputs inputs = kit_case.inputs();
        inputs.documents[2].pdf = guide;
        inputs.documents[2].digest = sha256(guide);
        for (auto& document : inputs.documents) document.pages = 1;
        Result<Kit> made = bundle::make_kit(inputs);
        REQUIRE(made);
        return std::move(*made);
    }
};

std::string lines(const VerifyReport& report) {
    std::string text;
    for (const Diagnostic& fault : report.faults)
        text += fault.path + ": " + fault.code + ": " + fault.message + "\n";
    return text;
}

bool has_code(const VerifyReport& report, const std::string& code) {
    return std::ranges::find(report.faults, code, &Diagnostic::code) != report.faults.end();
}

std::size_t central_directory(const std::string& zip) { return zip.find(std::string("PK\1\2", 4)); }

std::string with_byte(std::string zip, std::size_t at, int value) {
    zip.at(at) = static_cast<char>(value);
    return zip;
}

/// The kit as a reader has it after unpacking with another program.
FileTree unpacked(const Kit& kit) {
    const outside::ScratchFolder scratch;
    scratch.write("kit.zip", kit.bytes);
    REQUIRE(scratch.run("unzip -q kit.zip && rm kit.zip && find . -type f -printf '%P\\n' | sort"));
    FileTree tree{"out", {}};
    std::istringstream paths(scratch.read("log"));
    for (std::string path; std::getline(paths, path);)
        if (path != "log") tree.files[path] = scratch.read(path);
    return tree;
}

} // namespace

TEST_CASE("verify: a kit of the bundle stage has no faults") {
    const Kit kit = VerifiableCase{}.kit();
    const VerifyReport report = verify_kit(kit.bytes, "kit.zip");
    CHECK(lines(report) == "");
    CHECK(report.kits == 1);
    CHECK(report.files == 8);
    CHECK(report.pdfs == 3);
}

TEST_CASE("verify: each fault of the archive is named") {
    const std::string zip = VerifiableCase{}.kit().bytes;
    const std::size_t central = central_directory(zip), end = zip.size() - 22;
    const std::size_t name = central + 46;
    const auto both = [&](std::size_t in_local, std::size_t in_central, int value) {
        return with_byte(with_byte(zip, in_local, value), central + in_central, value);
    };
    const std::pair<std::string, std::string> rows[] = {
        {"", "verify.not-a-zip"},
        {"hello", "verify.not-a-zip"},
        {zip.substr(0, zip.size() - 1), "verify.zip-truncated"},
        {zip.substr(0, zip.size() / 2), "verify.zip-truncated"},
        {zip + "x", "verify.zip-trailing-bytes"},
        {with_byte(zip, end + 20, 3) + "abc", "verify.zip-comment"},
        {"x" + zip, "verify.zip-layout"},
        {with_byte(zip, end + 10, 3), "verify.zip-layout"},
        {with_byte(zip, end + 4, 1), "verify.zip-layout"},
        {with_byte(zip, 0, 'Q'), "verify.zip-layout"},
        {both(7, 9, 0), "verify.zip-flags"},
        {both(6, 8, 1), "verify.zip-encrypted"},
        {both(6, 8, 8), "verify.zip-data-descriptor"},
        {with_byte(zip, 10, 1), "verify.zip-header-mismatch"},
        {both(10, 12, 1), "verify.zip-time"},
        {both(8, 10, 12), "verify.zip-method"},
        {both(4, 6, 45), "verify.zip-version"},
        {with_byte(zip, central + 4, 1), "verify.zip-version"},
        {with_byte(zip, central + 41, 0xA1), "verify.zip-symlink"},
        {with_byte(zip, central + 41, 0x41), "verify.zip-mode"},
        {with_byte(zip, central + 5, 0), "verify.zip-mode"},
        {with_byte(zip, central + 36, 1), "verify.zip-attributes"},
        {with_byte(zip, central + 32, 1), "verify.zip-layout"},
        {both(30, 46, '/'), "verify.zip-name"},
        {both(31, 47, '\\'), "verify.zip-name"},
        {both(30, 46, 'Z'), "verify.kit-folder"},
        {with_byte(zip, name, 'z'), "verify.zip-header-mismatch"},
        {with_byte(zip, 30 + folder.size() + 40, 0), "verify.zip-content"},
    };
    for (const auto& [bytes, code] : rows) {
        CAPTURE(code);
        const VerifyReport report = verify_kit(bytes, "kit.zip");
        INFO(lines(report));
        CHECK(has_code(report, code));
    }
}

TEST_CASE("verify: unsafe and repeated names are named") {
    std::string zip =
        *bundle::write_zip(std::vector<bundle::ZipEntry>{{"k/aa", "1"}, {"k/bb", "2"}}, 0);
    const auto renamed = [&](const std::string& to) {
        std::string bytes = zip;
        for (std::size_t at = bytes.find("k/bb"); at != std::string::npos;
             at = bytes.find("k/bb", at + 1))
            bytes.replace(at, 4, to);
        return verify_kit(bytes, "kit.zip");
    };
    CHECK(has_code(renamed("k/aa"), "verify.zip-duplicate"));
    CHECK(has_code(renamed("k/AA"), "verify.zip-duplicate"));
    for (const char* name :
         {"../b", "/abc", "k/..", "k\\bb", "k//b", "k/b.", "k/b ", "k/b\n", "C:bb", "nul."})
        CHECK(has_code(renamed(name), "verify.zip-name"));
    CHECK(has_code(renamed("z/bb"), "verify.kit-folder"));
    CHECK(has_code(renamed("k/a."), "verify.zip-order"));
}

TEST_CASE("verify: a bomb is not unpacked") {
    const std::string zeros(50'000'000, '\0');
    const std::string zip =
        *bundle::write_zip(std::vector<bundle::ZipEntry>{{"k/a.txt", zeros}}, 0);
    const VerifyReport report = verify_kit(zip, "kit.zip");
    CHECK(has_code(report, "verify.zip-bomb"));
    CHECK(report.files == 0);
}

TEST_CASE("verify: every changed byte of a kit is noticed") {
    const std::string zip = VerifiableCase{}.kit().bytes;
    const std::size_t central = central_directory(zip);
    for (std::size_t i = 0; i < zip.size(); i += i < 120 || i >= central ? 1 : 89) {
        const std::string flipped = with_byte(zip, i, zip[i] ^ 0x10);
        if (!has_errors(verify_kit(flipped, "kit.zip").faults))
            FAIL_CHECK("byte " << i << " is not noticed");
    }
}

TEST_CASE("verify: the files of a kit are held against its own lists") {
    FileTree tree = unpacked(VerifiableCase{}.kit());
    REQUIRE(tree.files.size() == 8);
    CHECK(lines(verify_folder(tree)) == "");
    tree.files[folder + "images/crowd.png"] = "another picture";
    CHECK(has_code(verify_folder(tree), "verify.checksums-digest"));
    CHECK(has_code(verify_folder(tree), "verify.manifest-digest"));
    CHECK(has_code(verify_folder(tree), "verify.manifest-size"));
    tree.files[folder + "more.txt"] = "x";
    CHECK(has_code(verify_folder(tree), "verify.checksums-entry"));
    CHECK(has_code(verify_folder(tree), "verify.manifest-entry"));
    tree.files.erase(folder + "01-press-release-sq.pdf");
    CHECK(has_code(verify_folder(tree), "verify.manifest-extra"));

    for (const char* name : {"SHA256SUMS", "index.html", "README.txt"})
        tree.files.erase(folder + name);
    tree.files[folder + "manifest.json"] = "[1]";
    CHECK(has_code(verify_folder(tree), "verify.manifest-not-json"));
    tree.files[folder + "manifest.json"] = "{\"files\": [{\"path\": 1}]}";
    CHECK(has_code(verify_folder(tree), "verify.manifest-key"));
    CHECK(has_code(verify_folder(tree), "verify.manifest-entry"));
    CHECK(has_code(verify_folder(tree), "verify.checksums-missing"));
    CHECK(has_code(verify_folder(tree), "verify.page-missing"));
    tree.files[folder + "SHA256SUMS"] = "abc  x\n" + std::string(64, '0') + "  images/crowd.png\n" +
                                        std::string(64, '0') + "  gone\n";
    const VerifyReport report = verify_folder(tree);
    CHECK(has_code(report, "verify.checksums-malformed"));
    CHECK(has_code(report, "verify.checksums-digest"));
    CHECK(has_code(report, "verify.checksums-extra"));
    CHECK(has_code(report, "verify.checksums-entry"));
    tree.files[folder + "index.html"] =
        "<script><style>x { background: url(y) }</style> <a href=\"gone.pdf\">";
    tree.files[folder + "README.txt"] = " \n";
    const VerifyReport pages = verify_folder(tree);
    CHECK(has_code(pages, "verify.page-active"));
    CHECK(has_code(pages, "verify.page-link"));
    CHECK(has_code(pages, "verify.page-empty"));
    CHECK(pages.faults.front().path.starts_with("out/" + folder));
}

TEST_CASE("verify: faults inside a PDF of a zip have its whole path") {
    VerifiableCase made;
    made.guide.replace(made.guide.find("/Tabs /S"), 8, "/Tabs /R");
    const VerifyReport report = verify_kit(made.kit().bytes, "kit.zip");
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].code == "verify.pdf-tabs");
    CHECK(report.faults[0].path == "kit.zip!/" + folder + "03-legal-guide-en.pdf");
}

TEST_CASE("verify: a manifest that misstates pages or language is named") {
    VerifiableCase made;
    made.guide = good_pdf("de").bytes();
    CHECK(has_code(verify_kit(made.kit().bytes, "kit.zip"), "verify.manifest-language"));
    bundle::KitInputs inputs = made.kit_case.inputs();
    CHECK(
        has_code(verify_kit(bundle::make_kit(inputs)->bytes, "kit.zip"), "verify.manifest-pages"));
}

TEST_CASE("verify: an outputs folder and its index agree") {
    const VerifiableCase made;
    const Kit kit = made.kit();
    const std::string rows[] = {bundle::to_index_row(kit)};
    const FileTree good{
        "outputs",
        {{"index.json",
          bundle::make_index(std::vector{bundle::to_index_campaign(made.kit_case.campaign)}, rows)},
         {kit.file_name, kit.bytes}}};
    const VerifyReport fine = verify_folder(good);
    CHECK(lines(fine) == "");
    CHECK(fine.kits == 1);

    FileTree tree = good;
    tree.files["extra.zip"] = kit.bytes;
    CHECK(has_code(verify_folder(tree), "verify.index-extra-kit"));
    tree = good;
    tree.files.erase(kit.file_name);
    CHECK(has_code(verify_folder(tree), "verify.index-missing-kit"));
    tree = good;
    tree.files.erase("index.json");
    CHECK(has_code(verify_folder(tree), "verify.index-missing"));
    tree = good;
    std::string& zip = tree.files[kit.file_name];
    zip = with_byte(zip, zip.size() - 1, 1);
    CHECK(has_code(verify_folder(tree), "verify.index-digest"));
    zip += "x";
    CHECK(has_code(verify_folder(tree), "verify.index-size"));
    const auto edited = [&](const std::string& from, const std::string& to) {
        FileTree changed = good;
        std::string& index = changed.files["index.json"];
        index.replace(index.find(from), from.size(), to);
        return verify_folder(changed);
    };
    CHECK(has_code(edited("{", "["), "verify.index-not-json"));
    CHECK(has_code(edited("\"kits\"", "\"kit\""), "verify.index-key"));
    CHECK(has_code(edited("xk-sq\"", "xk-en\""), "verify.index-kit"));
    CHECK(
        has_code(edited("\"schema_version\": 1", "\"schema_version\": 2"), "verify.index-version"));
    const std::string twice[] = {rows[0], rows[0]};
    tree = good;
    tree.files["index.json"] =
        bundle::make_index(std::vector{bundle::to_index_campaign(made.kit_case.campaign)}, twice);
    CHECK(has_code(verify_folder(tree), "verify.index-duplicate"));
}

TEST_CASE("verify: an empty folder is a fault") {
    CHECK(has_code(verify_folder(FileTree{"out", {}}), "verify.nothing-to-verify"));
    CHECK(has_code(verify_folder(FileTree{"out", {{"a.txt", ""}}}), "verify.nothing-to-verify"));
}
