// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/zip.hpp"

#include "stages/bundle/dos_time.hpp"
#include "stages/bundle/entry_name.hpp"
#include "stages/bundle/utf8_flags.hpp"
#include "tests/unit/bundle/outside.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

using namespace presskit;
using namespace presskit::bundle;

namespace {

constexpr std::int64_t release = 1'621'324'801; // 2021-05-18T08:00:01Z

std::string sample_zip(std::int64_t timestamp = release) {
    const std::string text(5000, 'a');
    const ZipEntry entries[] = {{"kit/b.txt", text}, {"kit/a.pdf", text}, {"kit/empty.txt", ""}};
    Result<std::string> zip = write_zip(entries, timestamp);
    REQUIRE(zip);
    return *zip;
}

std::string code_of(std::string_view first, std::string_view second = "fine.txt") {
    const ZipEntry entries[] = {{first, "x"}, {second, "y"}};
    const Result<std::string> zip = write_zip(entries, release);
    return zip ? "" : zip.diagnostics.front().code;
}

} // namespace

TEST_CASE("zip: entries are sorted and carry a fixed UTC time, mode and the UTF-8 flag") {
    const outside::ScratchFolder folder;
    folder.write("kit.zip", sample_zip());
    folder.write("check.py", R"(
import zipfile
z = zipfile.ZipFile('kit.zip')
rows = z.infolist()
assert [r.filename for r in rows] == ['kit/a.pdf', 'kit/b.txt', 'kit/empty.txt'], rows
for r in rows:
    assert r.date_time == (2021, 5, 18, 8, 0, 0), r.date_time
    assert r.external_attr == 0o100644 << 16, oct(r.external_attr)
    assert r.create_system == 3
    assert r.flag_bits & ~0x6 == 0x800, hex(r.flag_bits)
    assert r.extra == b'' and r.comment == b''
assert [r.compress_type for r in rows] == [0, 8, 8]
assert z.comment == b'' and z.testzip() is None
assert z.read('kit/b.txt') == b'a' * 5000 and z.read('kit/empty.txt') == b''
raw = open('kit.zip', 'rb').read()
assert raw[:4] == b'PK\x03\x04' and int.from_bytes(raw[6:8], 'little') & 0x800
assert b'PK\x07\x08' not in raw, 'data descriptor'
)");
    const bool accepted = folder.run("python3 check.py");
    INFO(folder.read("log"));
    CHECK(accepted);
}

TEST_CASE("zip: unzip, bsdtar and 7z read the archive") {
    const outside::ScratchFolder folder;
    folder.write("kit.zip", sample_zip());
    CHECK(folder.run("unzip -t kit.zip"));
    CHECK(folder.run("bsdtar -tf kit.zip"));
    CHECK(folder.run("7z t kit.zip"));
}

TEST_CASE("zip: the time zone of the machine does not reach the bytes") {
    const std::string expected = sample_zip();
    for (const char* zone : {"Pacific/Kiritimati", "America/St_Johns", "UTC"}) {
        setenv("TZ", zone, 1);
        tzset();
        CHECK(sample_zip() == expected);
    }
    unsetenv("TZ");
    tzset();
}

TEST_CASE("zip: the order of the entries given does not reach the bytes") {
    const ZipEntry forwards[] = {{"a.txt", "1"}, {"b.txt", "2"}};
    const ZipEntry backwards[] = {{"b.txt", "2"}, {"a.txt", "1"}};
    CHECK(*write_zip(forwards, release) == *write_zip(backwards, release));
}

TEST_CASE("zip: DOS time is UTC, in steps of two seconds, and clamped to what it can tell") {
    CHECK(to_dos_time(0) == DosTime{0x0021, 0});
    CHECK(to_dos_time(-5) == DosTime{0x0021, 0});
    CHECK(to_dos_time(315'532'800) == DosTime{0x0021, 0});
    CHECK(to_dos_time(951'782'399) ==
          DosTime{(20 << 9) | (2 << 5) | 28, (23 << 11) | (59 << 5) | 29});
    CHECK(to_dos_time(951'782'400) == DosTime{(20 << 9) | (2 << 5) | 29, 0}); // 2000-02-29
    CHECK(to_dos_time(release) == DosTime{(41 << 9) | (5 << 5) | 18, 8 << 11});
    const DosTime last{(127 << 9) | (12 << 5) | 31, (23 << 11) | (59 << 5) | 29};
    CHECK(to_dos_time(4'354'819'199) == last);
    CHECK(to_dos_time(INT64_MAX) == last);
    CHECK(to_dos_time(INT64_MIN) == DosTime{0x0021, 0});
}

TEST_CASE("zip: names that some system cannot unpack are refused") {
    for (const std::string_view name :
         {"", "/a", "a/", "a//b", "../a", "a/./b", "a\\b", "C:a", "CON", "a/nul.txt", "Com1.pdf",
          "lpt0", "a.", "a ", "a b", "-rf", "é.txt", "a\nb", "a*b"}) {
        CAPTURE(name);
        CHECK(code_of(name) == "bundle.name-not-portable");
    }
    CHECK(code_of(std::string(101, 'a')) == "bundle.name-not-portable");
    CHECK(code_of(std::string(100, 'a')).empty());
    CHECK(code_of("console/com10.txt").empty());
}

TEST_CASE("zip: names that are one on some systems are refused") {
    CHECK(code_of("A.txt", "a.TXT") == "bundle.name-collision");
    CHECK(code_of("same", "same") == "bundle.name-collision");
    CHECK(code_of("Kit", "kit/a.txt") == "bundle.name-collision");
    CHECK(code_of("kit-a", "kit/a.txt").empty());
}

TEST_CASE("zip: an archive without entries is refused") {
    const Result<std::string> zip = write_zip({}, release);
    REQUIRE_FALSE(zip);
    CHECK(zip.diagnostics.front().code == "bundle.kit-size");
}

TEST_CASE("zip: the pass that sets flags refuses bytes that are no plain archive") {
    const std::string zip = sample_zip();
    std::string other = zip;
    CHECK(set_utf8_flags(other, 3));
    CHECK(other == zip);
    CHECK_FALSE(set_utf8_flags(other, 2));
    std::string empty;
    CHECK_FALSE(set_utf8_flags(empty, 0));
    for (std::size_t size = 0; size < zip.size(); size += 7) {
        std::string part = zip.substr(0, size);
        CHECK_FALSE(set_utf8_flags(part, 3));
    }
}

TEST_CASE("zip: any campaign path gives a portable name") {
    for (const std::string_view name :
         {"logo.png", "Фото 1.jpg", "..", "CON.png", "-x.png", "a b.png", ""}) {
        CAPTURE(name);
        CHECK_FALSE(name_fault(to_portable_name(name)));
    }
    CHECK(to_portable_name("logo.png") == "logo.png");
    CHECK(to_portable_name("my logo (1).png") == "my-logo-1-.png");
    CHECK_FALSE(name_fault(to_portable_name(std::string(300, 'x') + ".png")));
}
