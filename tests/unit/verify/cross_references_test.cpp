// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cross_references.hpp"
#include "stages/verify/pdf.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace presskit;
using namespace presskit::verify;

namespace {

/// What a shell command prints; `{}` in it is a file of `input`.
std::string output_of(std::string command, const std::string& input) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("presskit-references-" + std::to_string(::getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << input;
    if (const auto at = command.find("{}"); at != std::string::npos)
        command.replace(at, 2, file.string());
    std::string out;
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 65536> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), count);
    ::pclose(pipe);
    std::filesystem::remove(file);
    return out;
}

/// The good PDF as qpdf packs it.
std::string packed(const std::string& options = "") {
    return output_of("qpdf --object-streams=generate " + options + " {} -", good_pdf().bytes());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.rfind(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// A file whose only object stream inflates to 200 million zeroes.
constexpr const char* bomb = R"(python3 -c "
import sys, zlib
out = b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
body = zlib.compress(b'1 0 ' + bytes(200_000_000), 9)
first = len(out)
out += b'2 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>>\nstream\n' % len(body)
out += body + b'\nendstream\nendobj\n'
table = len(out)
rows = bytes(6) + bytes([2, 0, 0, 0, 2, 0]) + b'\1' + first.to_bytes(4, 'big') + b'\0'
rows += b'\1' + table.to_bytes(4, 'big') + b'\0'
rows = zlib.compress(rows)
out += b'3 0 obj\n<</Type /XRef /W [1 4 1] /Size 4 /Root 1 0 R /Filter /FlateDecode /Length %d>>\nstream\n' % len(rows)
out += rows + b'\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n' % table
sys.stdout.buffer.write(out)
")";

} // namespace

TEST_CASE("cross-references: a packed file is read like a plain one") {
    CHECK(check_pdf(good_pdf().bytes()).faults.empty());
    for (const char* options : {"", "--linearize"}) {
        const std::string pdf = packed(options);
        REQUIRE(pdf.find("/ObjStm") != std::string::npos);
        const PdfCheck check = check_pdf(pdf);
        CHECK(check.faults.empty());
        CHECK(check.pages == 1);
        CHECK(check.language == "en");
    }
}

TEST_CASE("cross-references: an encrypted file is called encrypted, however it is packed") {
    for (const char* options : {"--encrypt '' owner 256 --", "--encrypt reader owner 256 --"}) {
        const PdfCheck check = check_pdf(packed(options));
        REQUIRE(check.faults.size() == 1);
        CHECK(check.faults.front().code == "verify.pdf-encrypted");
    }
}

TEST_CASE("cross-references: an object stream that inflates without end is stopped before qpdf") {
    const auto fault = fault_of_cross_references(output_of(bomb, ""), ObjectStreams::bounded);
    REQUIRE(fault);
    CHECK(*fault == "an object stream decodes to more than the limit");
}

TEST_CASE("cross-references: an object stream that does not decode is named, though qpdf meets it first") {
    std::string pdf = packed();
    const std::size_t keyword = pdf.find("stream\n", pdf.find("/ObjStm"));
    REQUIRE(keyword != std::string::npos);
    pdf[keyword + std::string("stream\n").size() + 2] = '\7'; // no kind of block has this number
    CHECK_FALSE(fault_of_cross_references(pdf, ObjectStreams::bounded));
    const PdfCheck check = check_pdf(pdf);
    REQUIRE(check.faults.size() == 1);
    CHECK(check.faults.front().code == "verify.pdf-cross-reference");
    CHECK(check.faults.front().message.find("an object stream cannot be decoded") != std::string::npos);
}

TEST_CASE("cross-references: what could hide a key or an update is refused") {
    const std::string good = packed();
    const auto refused = [](const std::string& pdf) {
        return has_code(check_pdf(pdf), "verify.pdf-cross-reference");
    };
    CHECK_FALSE(refused(good));
    CHECK(refused(replaced(good, "/Type /XRef", "/Type /#58Ref")));
    CHECK(refused(replaced(good, "/Type /XRef", "/Prev 15 /Type")));
    CHECK(refused(replaced(good, "/Type /XRef", "/Length 99   ")));
    CHECK(refused(replaced(good, "/FlateDecode", "/LZWDecode  ")));
    CHECK(refused(replaced(good, "startxref\n", "startxref\n9")));
    CHECK(refused(replaced(good, "/ObjStm", "/ObjSt ")));
}

TEST_CASE("cross-references: whatever the bytes are, the answer comes back") {
    const std::string good = packed();
    for (std::size_t size = 0; size < good.size(); size += 97)
        CHECK_FALSE(check_pdf(good.substr(0, size)).faults.empty());
    for (std::size_t i = 0; i < good.size(); i += 7) {
        std::string bytes = good;
        bytes[i] = static_cast<char>(~bytes[i]);
        static_cast<void>(check_pdf(bytes));
    }
}
