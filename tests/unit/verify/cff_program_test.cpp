// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cff_program.hpp"

#include "tests/unit/verify/pdf_source.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace presskit::verify;

namespace {

/// An INDEX of CFF: how many, sizes of offsets, offsets from 1, objects. Technical Note 5176, 5.
std::string index_of(const std::vector<std::string>& objects) {
    std::string out{'\0', static_cast<char>(objects.size())}, bytes;
    if (objects.empty()) return out;
    out += '\1';
    for (const std::string& object : objects) {
        out += static_cast<char>(bytes.size() + 1);
        bytes += object;
    }
    return out + static_cast<char>(bytes.size() + 1) + bytes;
}

std::string operand(std::size_t value) { // five bytes, whatever it is
    return {'\x1D', static_cast<char>(value >> 24), static_cast<char>(value >> 16),
            static_cast<char>(value >> 8), static_cast<char>(value)};
}

/// .notdef, A and B, each 500 of 1000 units wide: 100 more than the private dictionary's 400.
std::string cff() {
    const std::string glyph = "\xEF\x0E"; // 100 endchar
    const std::string charstrings = index_of({glyph, glyph, glyph});
    const std::string private_dict = operand(400) + '\x15'; // nominalWidthX
    std::string font;
    std::size_t size = 0;
    for (int round = 0; round < 2; ++round) {
        const std::string top = operand(size) + '\x11' + operand(private_dict.size()) +
                                operand(size + charstrings.size()) + '\x12';
        font = std::string("\1\0\4\1", 4) + index_of({"T"}) + index_of({top}) + index_of({}) + index_of({});
        size = font.size();
    }
    return font + charstrings + private_dict;
}

PdfSource with_cff(const std::string& program) {
    PdfSource pdf = good_pdf();
    const auto change = [&](int object, const std::string& from, const std::string& to) {
        std::string& text = pdf.objects[object];
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
    };
    change(6, "/CIDFontType2", "/CIDFontType0");
    change(6, "/CIDToGIDMap /Identity ", "");
    change(7, "/FontFile2", "/FontFile3");
    pdf.objects[8] = stream_object("/Subtype /CIDFontType0C", program);
    return pdf;
}

std::vector<std::string> broken_by(const PdfSource& pdf) {
    std::vector<std::string> ids;
    for (const auto& broken : check_pdf(pdf.bytes()).broken) ids.emplace_back(broken.id);
    return ids;
}

} // namespace

TEST_CASE("cff program: widths are the private dictionary's and the charstring's together") {
    const auto program = CffProgram::read(cff());
    REQUIRE(program);
    for (unsigned cid = 0; cid < 3; ++cid) CHECK(program->width(cid) == 500);
    CHECK_FALSE(program->width(3));
    CHECK_FALSE(CffProgram::read("no font"));
}

TEST_CASE("cff program: a PDF whose widths are not those of its CFF font is found out") {
    PdfSource pdf = with_cff(cff());
    CHECK(broken_by(pdf).empty());
    std::string& widths = pdf.objects[6];
    widths.replace(widths.find("[500 500]"), 9, "[500 502]");
    CHECK(broken_by(pdf) == std::vector<std::string>{"31-016", "6.2.11.5-1"});
    CHECK(broken_by(with_cff("no font")) == std::vector<std::string>{"31-016", "6.2.11.5-1"});
}

TEST_CASE("cff program: one that is cut or changed anywhere is never a crash") {
    const std::string whole = cff();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        for (const std::string& bytes : {whole.substr(0, at), changed})
            if (const auto program = CffProgram::read(bytes))
                for (unsigned cid = 0; cid < 4; ++cid) program->width(cid);
    }
}
