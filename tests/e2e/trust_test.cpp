// SPDX-License-Identifier: Apache-2.0
// Signed kits, as a partner checks them: by the real minisign, and by `presskit verify --key`.
#include "pipeline/signing/keys.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

const std::string with_passphrase = "PRESSKIT_PASSPHRASE='correct horse' ";

/// A small campaign, and a key that opens fast.
struct SigningRoom {
    TempFolder folder;
    presskit::signing::SecretKey key = presskit::signing::SecretKey::generate();
    std::string line = presskit::signing::to_line(key.public_key());

    SigningRoom() {
        write_campaign(folder, small_campaign());
        folder.write("news.key", *presskit::signing::seal(key, "correct horse",
                                                          presskit::signing::least_cost));
        folder.write("news.pub", presskit::signing::to_text(key.public_key()));
    }
    Run build(const std::string& arguments, const std::string& environment = with_passphrase) const {
        return run_presskit(folder, "build c --out out --quiet " + arguments, environment);
    }
    Run verify(const std::string& arguments) const {
        return run_presskit(folder, "verify --key news.pub " + arguments);
    }
    bool minisign_accepts(const std::string& file) const {
        return run("minisign -V -p " + quoted(folder.path("news.pub")) + " -m " +
                   quoted(folder.path(file)))
                   .status == 0;
    }
    std::string signature(const std::string& file) const { return folder.read(file + ".minisig"); }
};

bool names(const Run& ended, const std::string& code) {
    return ended.status == 1 && ended.err.find("[" + code + "]") != std::string::npos;
}

} // namespace

TEST_CASE("trust: a build with a key signs every kit and the index, as minisign and verify find") {
    const SigningRoom room;
    const Run built = room.build("--key news.key");
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK(room.minisign_accepts("out/" + small_zip));
    CHECK(room.minisign_accepts("out/index.json"));
    const std::string digest = run("sha256sum " + quoted(room.folder.path("out/" + small_zip))).out;
    CHECK(room.signature("out/" + small_zip)
              .find("\ntrusted comment: campaign:small\tversion:1.0.0\tkit:al-en\tfile:" + small_zip +
                    "\tsha256:" + digest.substr(0, 64) + "\n") != std::string::npos);
    for (const std::string path : {"out", "out/small-al-en-1.0.0.zip"}) {
        const Run verified = room.verify(path);
        INFO(verified.err);
        CHECK(verified.status == 0);
        CHECK(verified.out.find(": all well, signed by ") != std::string::npos);
    }
    CHECK(run_presskit(room.folder, "verify --key " + room.line + " out").status == 0);
}

TEST_CASE("trust: the same campaign and key give the same signatures, by file or environment") {
    const SigningRoom room;
    REQUIRE(room.build("--key news.key").status == 0);
    const Files first = snapshot(room.folder, "out");
    SECTION("from the file again") { REQUIRE(room.build("--key news.key").status == 0); }
    SECTION("named by the environment") {
        REQUIRE(room.build("", with_passphrase + "PRESSKIT_KEY=news.key ").status == 0);
    }
    SECTION("held by the environment") {
        REQUIRE(room.build("", with_passphrase + "PRESSKIT_KEY=" + quoted(room.folder.read("news.key")))
                    .status == 0);
    }
    SECTION("held by the environment as the line that matters, or as one line") {
        std::string text = room.folder.read("news.key");
        const std::size_t end = text.find('\n');
        const std::string bare = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
        text[end] = ' ';
        for (const std::string& key : {bare, text.substr(0, text.find('\n'))}) {
            const Run built = room.build("", with_passphrase + "PRESSKIT_KEY=" + quoted(key));
            INFO(built.err);
            REQUIRE(built.status == 0);
        }
    }
    SECTION("with the passphrase in a file") {
        room.folder.write("word", "correct horse\n");
        REQUIRE(room.build("--key news.key --passphrase-file word", "").status == 0);
    }
    SECTION("over a build that kept the kit") {
        REQUIRE(room.build("--key news.key --only al").status == 0);
    }
    CHECK(snapshot(room.folder, "out") == first);
}

TEST_CASE("trust: without a key the build says so, and leaves no signature of an earlier one") {
    const SigningRoom room;
    REQUIRE(room.build("--key news.key").status == 0);
    const Run built = run(std::string("cd ") + quoted(room.folder.path()) + " && " +
                          quoted(PRESSKIT_PROGRAM) + " build c --out out");
    CHECK(built.status == 0);
    CHECK(built.err.find("the kits are unsigned") != std::string::npos);
    CHECK_FALSE(snapshot(room.folder, "out").contains("out/" + small_zip + ".minisig"));
    CHECK_FALSE(fs::exists(room.folder.path("out/index.json.minisig")));
    CHECK(names(room.verify("out"), "verify.signature-missing"));
}

TEST_CASE("trust: a key without its passphrase, or with another, builds nothing") {
    const SigningRoom room;
    CHECK(room.build("--key news.key", "PRESSKIT_PASSPHRASE= ").status == 2);
    CHECK(room.build("--key news.key", "PRESSKIT_PASSPHRASE=wrong ").status == 3);
    CHECK(room.build("--key absent.key").status == 3);
    CHECK_FALSE(fs::exists(room.folder.path("out")));
}

TEST_CASE("trust: verify names what is not the file, the name, the version or the key that it was") {
    const SigningRoom room;
    REQUIRE(room.build("--key news.key").status == 0);
    const fs::path out = room.folder.path("out");
    SECTION("another kit's name, with the signature that goes with the bytes") {
        fs::rename(out / small_zip, out / "small-rs-sr-1.0.0.zip");
        fs::rename(out / (small_zip + ".minisig"), out / "small-rs-sr-1.0.0.zip.minisig");
        const Run verified = room.verify("out/small-rs-sr-1.0.0.zip");
        CHECK(names(verified, "verify.kit-name"));
        CHECK(names(verified, "verify.signature-statement"));
    }
    SECTION("an old version") {
        CHECK(room.verify("out/" + small_zip + " --at-least 1.0.0").status == 0);
        CHECK(room.verify("out/" + small_zip + " --at-least 1.0.0-rc1").status == 0);
        CHECK(names(room.verify("out/" + small_zip + " --at-least 1.0.1"), "verify.kit-version"));
        CHECK(names(room.verify("out/" + small_zip + " --at-least 1.0.10"), "verify.kit-version"));
        CHECK(names(room.verify("out --at-least 2"), "verify.kit-version"));
    }
    SECTION("another key") {
        const auto other = presskit::signing::SecretKey::generate();
        const std::string line = presskit::signing::to_line(other.public_key());
        CHECK(names(run_presskit(room.folder, "verify out --key " + line), "verify.signature-key"));
    }
    SECTION("a comment that promises more") {
        std::string text = room.signature("out/" + small_zip);
        text.replace(text.find("version:1.0.0"), 13, "version:9.0.0");
        room.folder.write("out/" + small_zip + ".minisig", text);
        CHECK(names(room.verify("out"), "verify.signature-comment"));
    }
    SECTION("a signature of something else") {
        fs::copy_file(out / "index.json.minisig", out / (small_zip + ".minisig"),
                      fs::copy_options::overwrite_existing);
        CHECK(names(room.verify("out"), "verify.signature-bytes"));
    }
    SECTION("an unpacked kit, which nobody signed") {
        REQUIRE(run("unzip -q " + quoted(out / small_zip) + " -d " + quoted(room.folder.path("open")))
                    .status == 0);
        CHECK(names(room.verify("open"), "verify.signature-unpacked"));
        CHECK(run_presskit(room.folder, "verify open --at-least 1.0.0").status == 0);
        CHECK(names(run_presskit(room.folder, "verify open --at-least 1.0.1"), "verify.kit-version"));
        CHECK(names(run_presskit(room.folder, "verify open --rebuild c"), "verify.rebuild-unpacked"));
    }
}

TEST_CASE("trust: what was built without a key is signed afterwards, the same as in a build") {
    const SigningRoom room;
    REQUIRE(room.build("--key news.key").status == 0);
    const Files signed_at_once = snapshot(room.folder, "out");
    REQUIRE(room.build("", "").status == 0);
    const Run ended = run_presskit(room.folder, "sign out --key news.key", with_passphrase);
    INFO(ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.out == "out/index.json.minisig\nout/" + small_zip + ".minisig\n");
    CHECK(snapshot(room.folder, "out") == signed_at_once);

    std::string bytes = room.folder.read("out/" + small_zip);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    room.folder.write("out/" + small_zip, bytes);
    fs::remove(room.folder.path("out/" + small_zip + ".minisig"));
    CHECK(run_presskit(room.folder, "sign out/" + small_zip + " --key news.key", with_passphrase).status == 1);
    CHECK_FALSE(fs::exists(room.folder.path("out/" + small_zip + ".minisig")));
}

TEST_CASE("trust: keygen makes a private key file and a public one, and overwrites neither") {
    const TempFolder folder;
    const Run made = run_presskit(folder, "keygen k/news.key", with_passphrase);
    CHECK(made.status == 3);
    const Run pair = run_presskit(folder, "keygen news.key", with_passphrase);
    INFO(pair.err);
    REQUIRE(pair.status == 0);
    CHECK(folder.read("news.pub").find("\n" + pair.out) != std::string::npos);
    CHECK(fs::status(folder.path("news.key")).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const std::string secret = folder.read("news.key");
    CHECK(run_presskit(folder, "keygen news.key", with_passphrase).status == 3);
    CHECK(folder.read("news.key") == secret);
    folder.write("text", "to sign");
    CHECK(run("cd " + quoted(folder.path()) +
              " && echo 'correct horse' | minisign -S -s news.key -m text && minisign -V -p "
              "news.pub -m text")
              .status == 0);
    CHECK(run_presskit(folder, "keygen other.key", "env -u PRESSKIT_PASSPHRASE").status == 2);
}

TEST_CASE("trust: a kit is made again from its texts, byte for byte, whatever the time it was given") {
    const SigningRoom room;
    const std::string epoch = GENERATE(std::string(), std::string("SOURCE_DATE_EPOCH=1234567890 "));
    REQUIRE(room.build("", epoch).status == 0);
    const Run same = run_presskit(room.folder, "verify out --rebuild c");
    INFO(same.err);
    CHECK(same.status == 0);
    CHECK(same.out.find("the same when made again") != std::string::npos);
    REQUIRE(room.build("--no-verify", epoch).status == 0); // without an accessibility report
    CHECK(run_presskit(room.folder, "verify out --rebuild c").status == 0);
    std::string text = room.folder.read("c/campaign.yaml");
    text.replace(text.find("Example"), 7, "Another");
    room.folder.write("c/campaign.yaml", text);
    CHECK(names(run_presskit(room.folder, "verify out/" + small_zip + " --rebuild c"), "verify.rebuild"));
}
