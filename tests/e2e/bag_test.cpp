// SPDX-License-Identifier: Apache-2.0
// Kits as BagIt bags, held against RFC 8493 by a program that knows nothing of presskit.
#include "pipeline/signing/keys.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <functional>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

const std::string bag = "small-al-en-1.0.0-bag", bag_zip = "out/bags/" + bag + ".zip";

struct Bagged {
    TempFolder folder;
    Bagged() {
        write_campaign(folder, small_campaign());
        REQUIRE(build().status == 0);
    }
    Run build(const std::string& more = "") const {
        return run_presskit(folder, "build c --out out --bagit " + more);
    }
    Run check() const {
        return run("python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/check_bag.py") + " " +
                   quoted(folder.path(bag)));
    }
};

} // namespace

TEST_CASE("bag: it is complete and valid by RFC 8493, and holds the kit byte for byte") {
    const Bagged room;
    REQUIRE(run("cd " + quoted(room.folder.path()) + " && unzip -q " + bag_zip +
                " && unzip -q out/small-al-en-1.0.0.zip").status == 0);
    const Run checked = room.check();
    INFO(checked.out << checked.err);
    CHECK(checked.out == "valid\n");
    CHECK(files_below(room.folder.path(bag + "/data")) ==
          files_below(room.folder.path("small-al-en-1.0.0")));
    room.folder.write(bag + "/data/README.txt", "another");
    CHECK(room.check().status == 1);
}

TEST_CASE("bag: a bag that RFC 8493 does not allow is refused by the program that accepts ours") {
    const Bagged room;
    REQUIRE(run("cd " + quoted(room.folder.path()) + " && unzip -q " + bag_zip).status == 0);
    const Files sound = snapshot(room.folder, bag);
    const auto refused = [&](const std::string& name, const std::function<void(std::string&)>& change) {
        std::string bytes = sound.contains(bag + "/" + name) ? sound.at(bag + "/" + name) : std::string();
        change(bytes);
        room.folder.write(bag + "/" + name, bytes);
        const Run checked = room.check();
        INFO(name << ": " << checked.out << checked.err);
        CHECK(checked.status == 1);
        CHECK(checked.out.find(name) != std::string::npos);
        fs::remove_all(room.folder.path(bag));
        for (const auto& [file, content] : sound) room.folder.write(file, content);
    };
    const auto becomes = [](std::string text) { return [=](std::string& bytes) { bytes = text; }; };
    const auto appends = [](std::string text) { return [=](std::string& bytes) { bytes += text; }; };
    const std::string sum(64, 'a'), payload = "manifest-sha256.txt", tags = "tagmanifest-sha256.txt";
    refused("bagit.txt", becomes("\xEF\xBB\xBF" + sound.at(bag + "/bagit.txt")));         // 2.1.1
    refused("bagit.txt", becomes("BagIt-Version: 1.0\n"));
    refused("bagit.txt", becomes("BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n"));
    refused(payload, becomes(""));                                                         // 2.1.3
    refused(payload, appends(sum + "  data/nowhere.txt\n"));
    refused(payload, appends(sum + "  data/../../outside.txt\n"));
    refused(payload, appends(sum + "  /etc/passwd\n"));
    refused(payload, appends(sum + "  ~/outside.txt\n"));
    refused(payload, appends("abc  data/README.txt\n"));
    refused(payload, appends(sound.at(bag + "/" + payload)));
    refused(payload, [](std::string& bytes) { bytes[0] = bytes[0] == '0' ? '1' : '0'; });
    refused(payload, [](std::string& bytes) { bytes.pop_back(); });
    refused("data/README.txt", appends("x"));                                              // 3
    refused("data/unlisted.txt", becomes("x"));
    refused(tags, [](std::string& bytes) { bytes.erase(0, bytes.find('\n') + 1); });       // 2.2.1
    refused("bag-info.txt", appends("no label\n"));                                        // 2.2.2
    refused("bag-info.txt", [](std::string& bytes) { bytes.insert(bytes.find("Payload-Oxum: ") + 14, "9"); });
    refused("fetch.txt", becomes("https://example.org/x 1 data/x\n"));                     // 2.2.3
    CHECK(room.check().out == "valid\n");
}

TEST_CASE("bag: equal kits make equal bags, and a build without them leaves none") {
    const Bagged room;
    const std::string first = room.folder.read(bag_zip);
    REQUIRE(room.build("--jobs 4").status == 0);
    CHECK(room.folder.read(bag_zip) == first);
    REQUIRE(run_presskit(room.folder, "build c --out out").status == 0);
    CHECK_FALSE(fs::exists(room.folder.path(bag_zip)));
}

TEST_CASE("bag: signing the kits leaves bags alone, and publishing leaves them out") {
    const Bagged room;
    const auto key = presskit::signing::SecretKey::generate();
    room.folder.write("news.key", *presskit::signing::seal(key, "correct horse",
                                                           presskit::signing::least_cost));
    const Run signed_all = run_presskit(room.folder, "sign out --key news.key",
                                        "PRESSKIT_PASSPHRASE='correct horse'");
    INFO(signed_all.err);
    CHECK(signed_all.status == 0);
    CHECK(fs::exists(room.folder.path("out/small-al-en-1.0.0.zip.minisig")));
    CHECK_FALSE(fs::exists(room.folder.path(bag_zip + ".minisig")));
    CHECK(run_presskit(room.folder, "sign " + bag_zip + " --key news.key", "PRESSKIT_PASSPHRASE='correct horse'").err.find("[verify.bag]") !=
          std::string::npos);
    CHECK(run_presskit(room.folder, "publish out --site site").status == 0);
    for (const auto& [name, bytes] : snapshot(room.folder, "site"))
        CHECK(name.find("bag.zip") == std::string::npos);
}

TEST_CASE("bag: verify holds it against itself") {
    const Bagged room;
    CHECK(run_presskit(room.folder, "verify out").status == 0);
    std::string bytes = room.folder.read(bag_zip);
    const std::size_t place = bytes.find("%PDF") + 2'000;
    bytes[place] = static_cast<char>(bytes[place] ^ 1);
    room.folder.write(bag_zip, bytes);
    const Run verified = run_presskit(room.folder, "verify out");
    CHECK(verified.status == 1);
    CHECK(verified.err.find(bag + ".zip") != std::string::npos);
}

TEST_CASE("bag: verify reads one by itself, as a zip, unpacked or in its folder, and the kit in it") {
    const Bagged room;
    const auto verify = [&](const std::string& arguments) { return run_presskit(room.folder, "verify " + arguments); };
    const std::string key = presskit::signing::to_line(presskit::signing::SecretKey::generate().public_key());
    REQUIRE(run("cd " + quoted(room.folder.path()) + " && unzip -q " + bag_zip).status == 0);
    for (const std::string& place : {bag_zip, std::string("out/bags"), bag}) {
        const Run well = verify(place);
        INFO(place << ": " << well.err);
        CHECK(well.status == 0);
        CHECK(well.out.find(place + ": 1 kit, ") == 0);
        CHECK(verify(place + " --at-least 2.0.0").err.find("[verify.kit-version]") != std::string::npos);
        CHECK(verify(place + " --rebuild c").err.find("[verify.rebuild-unpacked]") != std::string::npos);
        CHECK(verify(place + " --key " + key).err.find("[verify.signature-") != std::string::npos);
    }
    const std::string renamed = "out/bags/small-al-sq-1.0.0-bag.zip";
    fs::copy(room.folder.path(bag_zip), room.folder.path(renamed));
    CHECK(verify(renamed).err.find("[verify.kit-name]") != std::string::npos);

    const std::string page = room.folder.read(bag + "/data/index.html");
    room.folder.write(bag + "/data/index.html", page + "<!-- -->");
    CHECK(verify(bag).err.find(bag + "/data/index.html: error:") != std::string::npos);
    room.folder.write(bag + "/data/index.html", page);
    room.folder.write(bag + "/bagit.txt", "BagIt-Version: 1.1\n");
    CHECK(verify(bag).err.find("[verify.bag-declaration]") != std::string::npos);
}
