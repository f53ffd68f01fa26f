// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/picture.hpp"

#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/rights.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/verify/inner_pictures.hpp"
#include "stages/verify/pdf.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::verify;

namespace {

const ImageRights rights{"Ana Example", "Ana Example / Agency", "© Agency. CC-BY-4.0", "https://example.org/"};
const SeenRights same{rights.creator, rights.credit, rights.notice, rights.url};

Raster pixels() { return {8, 6, 3, std::vector<std::uint8_t>(8 * 6 * 3, 100)}; }
std::string plain_jpeg() { return *pictures::encode_jpeg(pixels()); }
std::string jpeg() { return pictures::jpeg_with_rights(plain_jpeg(), rights); }
std::string png() { return pictures::png_with_rights(*pictures::encode_png(pixels()), rights); }

/// `bytes` with `part` put in where a JPEG's segments begin, or a PNG's second chunk.
std::string with(std::string bytes, const std::string& part) {
    return bytes.insert(bytes[0] == '\xFF' ? 2 : 33, part);
}

std::string big_endian(std::size_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> 8 * i & 0xFF);
    return out;
}
std::string segment(int marker, const std::string& content) {
    return std::string("\xFF") + static_cast<char>(marker) + big_endian(content.size() + 2, 2) + content;
}
std::string chunk(const std::string& type, const std::string& content) {
    return big_endian(content.size(), 4) + type + content + "crc.";
}

bool has_fault(const std::vector<std::string>& faults, const std::string& words) {
    return std::ranges::any_of(faults, [&](const std::string& fault) {
        return fault.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("picture: pixels with rights are well, and the rights are read") {
    for (const std::string& bytes : {jpeg(), png()}) {
        const SeenPicture seen = read_picture(bytes);
        INFO((seen.faults.empty() ? "" : seen.faults.front()));
        CHECK(seen.faults.empty());
        CHECK(seen.rights == same);
        CHECK(seen.width == 8);
        CHECK(seen.height == 6);
    }
    CHECK(read_picture(plain_jpeg()).rights.notice.empty());
}

TEST_CASE("picture: whatever a camera or a program leaves in a JPEG is named") {
    using namespace std::string_literals;
    struct Row {
        std::string bytes, fault;
    };
    const std::vector<Row> rows{
        {with(jpeg(), segment(0xE1, "Exif\0\0MM"s)), "holds EXIF"},
        {with(jpeg(), segment(0xE2, "MPF\0"s)), "further pictures"},
        {with(jpeg(), segment(0xE2, "ICC_PROFILE\0"s)), "a colour profile"},
        {with(jpeg(), segment(0xE0, "JFXX\0\x10"s)), "a thumbnail"},
        {with(jpeg(), segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\1\1rgb"s)), "a thumbnail"},
        {with(jpeg(), segment(0xFE, "made by A. Photographer")), "a comment"},
        {with(jpeg(), segment(0xEC, "Ducky")), "a segment APP12"},
        {with(jpeg(), segment(0xE1, "http://ns.adobe.com/xmp/extension/\0"s)), "extended XMP"},
        {with(jpeg(), segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>"s)), "XMP twice"},
        {with(jpeg(), segment(0xED, "Photoshop 3.0\0"s + "8BIM\x04\x0C\0\0\0\0\0\4thumb"s)), "twice"},
        {with(plain_jpeg(), segment(0xED, "Photoshop 3.0\0"s + "8BIM\x04\x0C\0\0\0\0\0\2ab"s)),
         "besides IPTC-IIM"},
        {with(plain_jpeg(), segment(0xED, "Photoshop 3.0\0"s + "8BIM\x04\x04\0\0\0\0\0\7\x1C\2\x5A\0\2abx"s)),
         "data set 2:90"},
        {jpeg() + "photographs go on", "after its end"},
        {jpeg().substr(0, 400), "from its first byte to its last"},
    };
    for (const Row& row : rows) {
        INFO(row.fault);
        CHECK(has_fault(read_picture(row.bytes).faults, row.fault));
    }
}

TEST_CASE("picture: a PNG has chunks of pixels and rights only") {
    using namespace std::string_literals;
    for (const char* type : {"eXIf", "tEXt", "zTXt", "iCCP", "tIME", "pHYs", "prVt"})
        CHECK(has_fault(read_picture(with(png(), chunk(type, "GPS"))).faults, type));
    CHECK(has_fault(read_picture(with(png(), chunk("iTXt", "Comment\0\0\0\0\0x"s))).faults, "iTXt"));
    CHECK(has_fault(read_picture(png() + "more").faults, "after its end"));
    CHECK(has_fault(read_picture(png().substr(0, 60)).faults, "to its last"));
}

TEST_CASE("picture: XMP says rights and nothing else") {
    std::vector<std::string> faults;
    const std::string packet = to_xmp(rights);
    CHECK(read_rights(packet, faults) == same);
    CHECK(faults.empty());
    std::string with_place = packet;
    with_place.insert(with_place.find("<xmpRights:Marked>"),
                      "<exif:GPSLatitude xmlns:exif=\"http://ns.adobe.com/exif/1.0/\">48,12N</exif:GPSLatitude>");
    static_cast<void>(read_rights(with_place, faults));
    CHECK(has_fault(faults, "GPSLatitude"));
    faults.clear();
    std::string with_serial = packet;
    with_serial.insert(with_serial.find("rdf:about"),
                       "aux:SerialNumber=\"123\" xmlns:aux=\"http://ns.adobe.com/exif/1.0/aux/\" ");
    static_cast<void>(read_rights(with_serial, faults));
    CHECK(has_fault(faults, "SerialNumber"));
    faults.clear();
    static_cast<void>(read_rights("<!-- 48,12N -->" + packet, faults));
    CHECK(has_fault(faults, "comment"));
    faults.clear();
    static_cast<void>(read_rights("<x>", faults));
    CHECK(has_fault(faults, "not well-formed"));
}

TEST_CASE("picture: XMP and IIM of a JPEG say the same") {
    std::string other = jpeg();
    other.replace(other.find("Ana Example", other.find("8BIM")), 3, "Eva");
    CHECK(has_fault(read_picture(other).faults, "other rights in IPTC-IIM"));
    std::string without = jpeg();
    const auto iim = without.find("\xFF\xED");
    const auto size = static_cast<unsigned char>(without[iim + 2]) * 256u +
                      static_cast<unsigned char>(without[iim + 3]);
    without.erase(iim, size + 2);
    CHECK(has_fault(read_picture(without).faults, "one of XMP and IPTC-IIM"));
}

TEST_CASE("picture in a document: HTML and DOCX carry it whole, so that it can be read there too") {
    // "PNG" and "JP" in base64, and what is none.
    CHECK(pictures_in_html("<img src=\"data:image/png;base64,UE5H\"><img src='data:image/jpeg;base64,SlA='>"
                           "<img src=\"data:image/png;base64,U\t\">") ==
          std::vector<std::string>{"PNG", "", "JP"});
    const std::string picture = png();
    const std::vector<bundle::ZipEntry> entries{{"[Content_Types].xml", "<Types/>"},
                                                {"word/document.xml", "<document/>"},
                                                {"word/media/image1.png", picture}};
    const std::string docx = *bundle::write_package(entries, 0);
    CHECK(pictures_in_docx(docx) == std::vector<std::string>{picture});
    for (std::size_t size = 0; size < docx.size(); size += 7)
        CHECK(pictures_in_docx(std::string_view(docx).substr(0, size)).size() <= 1);
}

namespace {

/// The good PDF with a picture in objects of its own, which nothing shows.
std::string pdf_with(const std::string& entries, const std::string& picture, const std::string& xmp) {
    PdfSource pdf = good_pdf();
    const int image = pdf.objects.rbegin()->first + 1;
    pdf.objects[image] = stream_object("/Type /XObject /Subtype /Image /Width 8 /Height 6 "
                                       "/BitsPerComponent 8 /ColorSpace /DeviceRGB " +
                                           entries + (xmp.empty() ? "" : " /Metadata " +
                                           std::to_string(image + 1) + " 0 R"),
                                       picture);
    if (!xmp.empty())
        pdf.objects[image + 1] = stream_object("/Type /Metadata /Subtype /XML", xmp);
    return pdf.bytes();
}

std::vector<std::string> codes(const std::string& pdf) {
    std::vector<std::string> out;
    for (const Diagnostic& fault : check_pdf(pdf).faults) out.push_back(fault.code);
    return out;
}

} // namespace

TEST_CASE("picture in a PDF: PNG pixels and JPEGs have their rights and no traces, or are named") {
    using namespace std::string_literals;
    const std::string xmp = to_xmp(rights), raw(8 * 6 * 3, 'a');
    const std::string dct = "/Filter /DCTDecode";
    CHECK(codes(pdf_with("", raw, xmp)).empty());
    CHECK(codes(pdf_with(dct, jpeg(), xmp)).empty());
    const std::vector<std::string> no_rights{"verify.pdf-picture-rights"},
        traces{"verify.pdf-picture-metadata"};
    CHECK(codes(pdf_with("", raw, "")) == no_rights);
    CHECK(codes(pdf_with("", raw, to_xmp({}))) == no_rights);
    CHECK(codes(pdf_with(dct, plain_jpeg(), xmp)) == no_rights);
    CHECK(codes(pdf_with(dct, with(jpeg(), segment(0xE1, "Exif\0\0MM"s)), xmp)) == traces);
    std::string place = xmp;
    place.insert(place.find("<xmpRights:Marked>"), "<dc:coverage>48,12N</dc:coverage>");
    CHECK(codes(pdf_with("", raw, place)) == traces);
}
