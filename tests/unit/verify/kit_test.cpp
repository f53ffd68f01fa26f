// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "pipeline/base/digest.hpp"
#include "pipeline/signing/keys.hpp"
#include "stages/bundle/index.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/verify/zip_contents.hpp"
#include "stages/verify/zip_layout.hpp"
#include "tests/unit/bundle/outside.hpp"
#include "tests/unit/verify/verifiable_kit.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <vector>

using namespace presskit;
using namespace presskit::verify;

namespace {

const std::string folder = "plain-sight-xk-sq-1.0.0/";

std::map<std::string, std::string> files_of(const std::string& zip) {
    FaultList faults("kit.zip");
    const auto rows = check_layout(zip, faults);
    return rows ? read_contents(zip, *rows, faults) : std::map<std::string, std::string>();
}

std::size_t central_directory(const std::string& zip) { return zip.find(std::string("PK\1\2", 4)); }

/// An entry as its bytes lie in a zip.
struct RawEntry {
    std::string local, row;
};

std::size_t number(const std::string& bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    while (count-- > 0) value = value << 8 | static_cast<unsigned char>(bytes.at(at + count));
    return value;
}

void set_number(std::string& bytes, std::size_t at, std::size_t count, std::size_t value) {
    for (; count-- > 0; value >>= 8) bytes.at(at++) = static_cast<char>(value & 0xFF);
}

std::vector<RawEntry> raw_entries(const std::string& zip) {
    std::vector<RawEntry> out;
    for (std::size_t at = central_directory(zip); at + 22 < zip.size();) {
        const std::size_t name = number(zip, at + 28, 2), begin = number(zip, at + 42, 4);
        out.push_back({zip.substr(begin, 30 + name + number(zip, at + 20, 4)),
                       zip.substr(at, 46 + name)});
        at += 46 + name;
    }
    return out;
}

RawEntry renamed(RawEntry entry, const std::string& name) {
    const std::size_t old = number(entry.row, 28, 2);
    entry.local.replace(30, old, name);
    entry.row.replace(46, old, name);
    set_number(entry.local, 26, 2, name.size());
    set_number(entry.row, 28, 2, name.size());
    return entry;
}

/// A zip of entries; its directory in the order of `rows`, if they are given.
std::string assembled(std::vector<RawEntry> entries, const std::vector<RawEntry>* rows = nullptr,
                      std::string zip = "") {
    std::map<std::string, std::size_t> places;
    for (RawEntry& entry : entries) {
        set_number(entry.row, 42, 4, zip.size());
        places[entry.row.substr(46)] = zip.size();
        zip += entry.local;
    }
    const std::size_t directory = zip.size();
    for (const RawEntry& entry : rows ? *rows : entries) {
        std::string row = entry.row;
        if (rows) set_number(row, 42, 4, places[row.substr(46)]);
        zip += row;
    }
    std::string end("PK\5\6", 4);
    end.resize(22);
    set_number(end, 8, 2, entries.size());
    set_number(end, 10, 2, entries.size());
    set_number(end, 12, 4, zip.size() - directory);
    set_number(end, 16, 4, directory);
    return zip + end;
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
    CHECK(report.files == 10);
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

TEST_CASE("verify: every bit of a small zip that is turned is named") {
    const std::string text = "the kit exists to make the work of a journalist easier than it was";
    const std::string zip = *bundle::write_zip(
        std::vector<bundle::ZipEntry>{{"k/a.png", "a picture"}, {"k/b.txt", text}}, 0);
    const auto is_sound = [](const std::string& bytes) {
        FaultList faults("kit.zip");
        if (const auto rows = check_layout(bytes, faults)) read_contents(bytes, *rows, faults);
        return faults.empty();
    };
    REQUIRE(is_sound(zip));
    for (std::size_t i = 0; i < zip.size(); ++i)
        for (int bit = 0; bit < 8; ++bit)
            if (is_sound(with_byte(zip, i, zip[i] ^ 1 << bit)))
                FAIL_CHECK("bit " << bit << " of byte " << i << " is not noticed");
}

TEST_CASE("verify: every byte of a whole kit, flipped in turn, is named, or the signature names it") {
    const std::string zip = VerifiableCase{}.kit().bytes;
    const auto files = files_of(zip);
    const auto key = signing::SecretKey::generate();
    const auto signature = signing::parse_signature(signing::sign(key, zip, "kit"));
    REQUIRE(signature);
    REQUIRE(signing::judge(*signature, key.public_key(), zip) == signing::Judgement::genuine);
    PdfChecks known; // what did not change need not be read again
    std::size_t said_otherwise = 0;
    for (std::size_t i = 0; i < zip.size(); ++i) {
        const std::string flipped = with_byte(zip, i, zip[i] ^ 0x10);
        const Diagnostics faults = verify_kit(flipped, "kit.zip", known).faults;
        if (has_errors(faults) && faults.front().path.starts_with("kit.zip")) continue;
        // Compression can say the same bytes in other words: nothing that is in the kit has changed.
        ++said_otherwise;
        const bool only_words =
            !has_errors(faults) && files_of(flipped) == files &&
            signing::judge(*signature, key.public_key(), flipped) == signing::Judgement::other_bytes;
        if (!only_words) FAIL_CHECK("byte " << i << " is not named");
    }
    CHECK(said_otherwise < zip.size() / 1000);
}

TEST_CASE("verify: entries that are added, missing, renamed, reordered or apart are named") {
    const std::string zip = VerifiableCase{}.kit().bytes;
    const auto entries = raw_entries(zip);
    REQUIRE(assembled(entries) == zip);
    const auto swapped_rows = [&] {
        auto rows = entries;
        std::swap(rows[1], rows[2]);
        return assembled(entries, &rows);
    };
    auto changed = entries;
    SECTION("missing") {
        changed.erase(changed.begin() + 1);
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.checksums-extra"));
    }
    SECTION("added") {
        changed.push_back(renamed(entries.back(), folder + "zzz"));
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.checksums-entry"));
    }
    SECTION("twice") {
        changed.insert(changed.begin(), entries.front());
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.zip-duplicate"));
    }
    SECTION("renamed") {
        changed[0] = renamed(entries[0], folder + "0-press-release.pdf");
        const VerifyReport report = verify_kit(assembled(changed), "kit.zip");
        CHECK(has_code(report, "verify.checksums-extra"));
        CHECK(has_code(report, "verify.checksums-entry"));
    }
    SECTION("leaving the folder") {
        changed[0] = renamed(entries[0], folder + "../release.pdf");
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.zip-name"));
    }
    SECTION("reordered") {
        std::swap(changed[0], changed[1]);
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.zip-order"));
    }
    SECTION("reordered in the directory alone") {
        CHECK(has_code(verify_kit(swapped_rows(), "kit.zip"), "verify.zip-layout"));
    }
    SECTION("with bytes between two of them") {
        changed[0].local += "hidden";
        CHECK(has_code(verify_kit(assembled(changed), "kit.zip"), "verify.zip-layout"));
    }
    SECTION("with bytes before the first") {
        CHECK(has_code(verify_kit(assembled(changed, nullptr, "MZ"), "kit.zip"),
                       "verify.zip-leading-bytes"));
    }
}

TEST_CASE("verify: the files of a kit are held against its own lists") {
    FileTree tree = unpacked(VerifiableCase{}.kit());
    REQUIRE(tree.files.size() == 10);
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

TEST_CASE("verify: a picture in a kit with traces of its camera, or other rights than listed, is named") {
    VerifiableCase made;
    std::string& bytes = made.kit_case.image.bytes;
    SECTION("traces") {
        bytes.insert(33, std::string("\0\0\0\2eXIfMMcrc.", 14));
        CHECK(has_code(verify_kit(made.kit().bytes, "kit.zip"), "verify.picture-metadata"));
    }
    SECTION("rights") {
        made.kit_case.image.rights.creator = "B. Fotograf";
        CHECK(has_code(verify_kit(made.kit().bytes, "kit.zip"), "verify.picture-rights"));
    }
    SECTION("no rights at all") {
        made.kit_case.image.rights = {};
        const VerifyReport report = verify_kit(made.kit().bytes, "kit.zip");
        CHECK(has_code(report, "verify.picture-rights"));
    }
    SECTION("another size than listed") {
        made.kit_case.image.width = 801;
        CHECK(has_code(verify_kit(made.kit().bytes, "kit.zip"), "verify.picture-size"));
    }
}

TEST_CASE("verify: provenance that speaks of other files, another kit or a machine's paths is named") {
    const FileTree good = unpacked(VerifiableCase{}.kit());
    const std::string name = folder + "provenance.json";
    const auto broken = [&](const std::string& from, const std::string& to) {
        FileTree tree = good;
        std::string& text = tree.files.at(name);
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        return verify_folder(tree);
    };
    const std::string digest = to_hex(sha256(good.files.at(folder + "README.txt")));
    CHECK(has_code(broken(digest, std::string(64, '0')), "verify.provenance-subject"));
    CHECK(has_code(broken("\"README.txt\"", "\"index.html\""), "verify.provenance-subject"));
    CHECK(has_code(broken("in-toto.io/Statement/v1", "in-toto.io/Statement/v0"), "verify.provenance-type"));
    CHECK(has_code(broken("\"kit\": \"xk-sq\"", "\"kit\": \"al-sq\""), "verify.provenance-kit"));
    for (const char* path : {"/home/ana/campaign.yaml", "../campaign.yaml", "C:\\\\campaign.yaml"})
        CHECK(has_code(broken("\"resolvedDependencies\": []",
                              "\"resolvedDependencies\": [{\"name\": \"" + std::string(path) +
                                  "\", \"digest\": {\"sha256\": \"" + digest + "\"}}]"),
                       "verify.provenance-dependency"));
    CHECK(has_code(broken("sha256", "sha1"), "verify.provenance-key"));
    FileTree without = good;
    without.files.erase(name);
    CHECK(has_code(verify_folder(without), "verify.provenance-missing"));
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
