// SPDX-License-Identifier: Apache-2.0
// Keys and signatures, held against the real minisign in both directions.
#include "pipeline/signing/signature.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

using namespace presskit::signing;
namespace fs = std::filesystem;

namespace {

const std::string passphrase = "correct horse";

struct Scratch {
    fs::path path = fs::temp_directory_path() / ("presskit-signing-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream file(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    bool run(const std::string& command) const {
        return std::system(("cd '" + path.string() + "' && " + command + " >log 2>&1").c_str()) ==
               0;
    }
};

std::string comment_of(std::string_view text) {
    const auto signature = parse_signature(text);
    REQUIRE(signature);
    return signature->trusted_comment;
}

std::string code_of(const presskit::Diagnostics& faults) {
    return faults.empty() ? "" : faults.front().code;
}

} // namespace

TEST_CASE("signing: minisign accepts our signature with our public key, and its trusted comment") {
    const Scratch scratch;
    const SecretKey key = SecretKey::generate();
    const std::string bytes = "a kit\0with a zero\n";
    scratch.write("kit.zip", bytes);
    scratch.write("kit.zip.minisig", sign(key, bytes, "campaign:fish\tkit:al-sq"));
    scratch.write("our.pub", to_text(key.public_key()));
    CHECK(scratch.run("minisign -V -p our.pub -m kit.zip"));
    CHECK(scratch.read("log").find("campaign:fish\tkit:al-sq") != std::string::npos);
    CHECK(scratch.run("minisign -V -H -P " + to_line(key.public_key()) + " -m kit.zip"));
    scratch.write("kit.zip", bytes + "x");
    CHECK_FALSE(scratch.run("minisign -V -p our.pub -m kit.zip"));
}

TEST_CASE("signing: minisign opens our secret key with its passphrase and signs what we accept") {
    const Scratch scratch;
    const SecretKey key = SecretKey::generate();
    const auto sealed = seal(key, passphrase, least_cost);
    REQUIRE(sealed);
    scratch.write("our.key", *sealed);
    scratch.write("kit.zip", "a kit");
    REQUIRE(scratch.run("echo '" + passphrase + "' | minisign -S -s our.key -m kit.zip -t 'kit:x'"));
    const auto signature = parse_signature(scratch.read("kit.zip.minisig"));
    REQUIRE(signature);
    CHECK(judge(*signature, key.public_key(), "a kit") == Judgement::genuine);
    CHECK(judge(*signature, key.public_key(), "a kid") == Judgement::other_bytes);
    CHECK(signature->trusted_comment == "kit:x");
    CHECK_FALSE(scratch.run("echo 'wrong horse' | minisign -S -s our.key -m kit.zip"));
}

TEST_CASE("signing: a key pair that minisign made signs here, and minisign accepts it") {
    const Scratch scratch;
    const std::string twice = "printf '" + passphrase + "\\n" + passphrase + "\\n' | ";
    REQUIRE(scratch.run(twice + "minisign -G -p its.pub -s its.key"));
    const auto key = open(scratch.read("its.key"), passphrase, "its.key");
    REQUIRE(key);
    const auto shown = parse_public_key(scratch.read("its.pub"), "its.pub");
    REQUIRE(shown);
    CHECK(*shown == key->public_key());
    CHECK(to_text(*shown) == scratch.read("its.pub"));
    scratch.write("kit.zip", "a kit");
    scratch.write("kit.zip.minisig", sign(*key, "a kit", "kit:x"));
    CHECK(scratch.run("minisign -V -p its.pub -m kit.zip"));
}

TEST_CASE("signing: a key's number is written as minisign writes it, without leading zeros") {
    CHECK(id_text({0x8A, 0xCE, 0xAF, 0x2C, 0x2E, 0x74, 0x26, 0x08}) == "826742E2CAFCE8A");
    CHECK(id_text({0x0A, 0, 0, 0, 0, 0, 0, 0}) == "A");
    CHECK(id_text({}) == "0");
}

TEST_CASE("signing: equal files have equal signatures") {
    const SecretKey key = SecretKey::generate();
    CHECK(sign(key, "a", "c") == sign(key, "a", "c"));
    CHECK(sign(key, "a", "c") != sign(key, "b", "c"));
    CHECK(sign(key, "a", "c") != sign(SecretKey::generate(), "a", "c"));
}

TEST_CASE("signing: every byte of a signature file that is changed is noticed, but for its label") {
    const SecretKey key = SecretKey::generate();
    const std::string text = sign(key, "a kit", "kit:x");
    const std::size_t label = text.find('\n');
    for (std::size_t at = label; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto signature = parse_signature(changed);
        INFO(at << ": " << changed);
        CHECK((!signature ||
               judge(*signature, key.public_key(), "a kit") != Judgement::genuine));
    }
    CHECK_FALSE(parse_signature(text + "\n"));
    CHECK_FALSE(parse_signature(text.substr(0, text.size() - 1)));
    CHECK_FALSE(parse_signature(""));
}

TEST_CASE("signing: a secret key opens by its passphrase alone and is not to be read in its file") {
    const SecretKey key = SecretKey::generate();
    const auto sealed = seal(key, passphrase, least_cost);
    REQUIRE(sealed);
    const auto opened = open(*sealed, passphrase, "k");
    REQUIRE(opened);
    CHECK(opened->key() == key.key());
    CHECK(opened->id() == key.id());
    CHECK(code_of(open(*sealed, "wrong", "k").diagnostics) == "signing.passphrase");
    CHECK(code_of(open("hello", passphrase, "k").diagnostics) == "signing.secret-key");
    CHECK(code_of(open(to_text(key.public_key()), passphrase, "k").diagnostics) ==
          "signing.secret-key");
    CHECK(code_of(parse_public_key(*sealed, "k").diagnostics) == "signing.public-key");
    CHECK(*seal(key, passphrase, least_cost) != *sealed);
}

TEST_CASE("signing: a key without a passphrase is refused, with the way to give it one") {
    const Scratch scratch;
    REQUIRE(scratch.run("minisign -G -W -p its.pub -s its.key"));
    const auto key = open(scratch.read("its.key"), passphrase, "its.key");
    CHECK(code_of(key.diagnostics) == "signing.open-key");
    CHECK(key.diagnostics.front().hint.find("minisign -C") != std::string::npos);
}

TEST_CASE("signing: a key file cannot ask for more memory than minisign's own keys do") {
    const SecretKey key = SecretKey::generate();
    const auto sealed = seal(key, passphrase, least_cost);
    REQUIRE(sealed);
    const std::size_t line = sealed->find('\n') + 1;
    auto bytes = from_base64(sealed->substr(line, sealed->size() - line - 1));
    REQUIRE(bytes);
    (*bytes)[46 + 5] = 1; // a terabyte
    CHECK(code_of(open(to_base64(*bytes), passphrase, "k").diagnostics) == "signing.key-cost");
}

TEST_CASE("signing: a statement survives its comment; one that says a thing twice is none") {
    const Statement statement{"fish", "1.0.0", "al-sq", "fish-al-sq-1.0.0.zip", "", "ab12"};
    const SecretKey key = SecretKey::generate();
    const std::string comment = comment_of(sign(key, "a", to_comment(statement)));
    CHECK(comment == "campaign:fish\tversion:1.0.0\tkit:al-sq\tfile:fish-al-sq-1.0.0.zip\tsha256:ab12");
    CHECK(parse_comment(comment) == statement);
    CHECK(parse_comment("timestamp:1\tfile:a\thashed") == Statement{.file = "a"});
    CHECK_FALSE(parse_comment("kit:a\tkit:b"));
}
