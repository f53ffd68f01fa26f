// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/bag.hpp"

#include "stages/bundle/bag.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/bundle/zip.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace presskit;
using namespace presskit::verify;

namespace {

/// The files of a bag by path in its folder, to be broken on purpose.
struct Bag {
    std::map<std::string, std::string> files;

    Bag() {
        KitManifest manifest;
        manifest.folder = "k-al-en-1";
        manifest.publisher = "Example";
        const std::string text = "a text", sums = bundle::to_checksum_lines({{"a.txt", sha256(text)}});
        const bundle::BagFile rows[] = {{{"a.txt", text}, sha256(text)}, {{"SHA256SUMS", sums}, sha256(sums)}};
        REQUIRE(codes_of(*bundle::write_bag(manifest, rows)).empty());
        files = {{"data/a.txt", text},
                 {"data/SHA256SUMS", sums},
                 {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
                 {"bag-info.txt", "Source-Organization: Example\nPayload-Oxum: " +
                                      std::to_string(text.size() + sums.size()) + ".2\n"}};
        list();
    }

    /// Makes both lists fit what there is.
    void list() {
        files.erase("tagmanifest-sha256.txt");
        files["manifest-sha256.txt"] = sums_of(true);
        files["tagmanifest-sha256.txt"] = sums_of(false);
    }

    std::string sums_of(bool payload) const {
        std::vector<bundle::Checksum> rows;
        for (const auto& [path, bytes] : files)
            if (path.starts_with("data/") == payload) rows.push_back({path, sha256(bytes)});
        return bundle::to_checksum_lines(std::move(rows));
    }

    std::vector<std::string> codes() const {
        std::map<std::string, std::string> named;
        for (const auto& [path, bytes] : files) named["k-al-en-1-bag/" + path] = bytes;
        std::vector<bundle::ZipEntry> entries;
        for (const auto& [path, bytes] : named) entries.push_back({path, bytes});
        return codes_of(*bundle::write_zip(entries, 0));
    }

    static std::vector<std::string> codes_of(const std::string& zip) {
        FaultList faults("bag.zip");
        check_bag(zip, faults);
        std::vector<std::string> codes;
        for (const Diagnostic& fault : faults.faults()) codes.push_back(fault.code);
        return codes;
    }
};

} // namespace

TEST_CASE("bag: a bag that is whole has no faults, and each part that is not is named") {
    const Bag good;
    CHECK(good.codes().empty());
    using Codes = std::vector<std::string>;
    Bag bag;
    bag.files["bagit.txt"] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
    bag.list();
    CHECK(bag.codes() == Codes{"verify.bag-declaration"});
    bag = good;
    bag.files["bag-info.txt"] = "Payload-Oxum: 6.1\n";
    bag.list();
    CHECK(bag.codes() == Codes{"verify.bag-oxum"});
    bag = good;
    bag.files["bag-info.txt"].insert(0, "payload-oxum: 1.1\n"); // readers differ in which of two they believe
    bag.list();
    CHECK(bag.codes() == Codes{"verify.bag-oxum"});
    bag = good;
    bag.files["notes.txt"] = "x";
    bag.list();
    CHECK(bag.codes() == Codes{"verify.bag-entry"});
    bag = good;
    bag.files["data/a.txt"] = "A text";
    CHECK(bag.codes() == Codes{"verify.checksums-digest", "verify.checksums-digest"});
    bag.list();
    CHECK(bag.codes() == Codes{"verify.checksums-digest"}); // the kit's own list still knows
    bag = good;
    bag.files.erase("tagmanifest-sha256.txt");
    CHECK(bag.codes() == Codes{"verify.checksums-missing"});
    bag = good;
    bag.files["manifest-sha256.txt"] += "more";
    CHECK(bag.codes().size() == 2);
}
