// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/rights.hpp"

#include <cassert>
#include <cstdint>

namespace presskit::pictures {
namespace {

std::string big_endian(std::uint32_t value, int bytes) {
    std::string out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

std::uint32_t size_of(std::string_view bytes) { return static_cast<std::uint32_t>(bytes.size()); }

/// At most `limit` bytes, and no half of a character.
std::string_view shortened(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    return text.substr(0, limit);
}

/// IPTC-IIM 1.5 b: a data set in its standard form.
std::string data_set(int record, int number, std::string_view value) {
    std::string out = "\x1C";
    out += static_cast<char>(record);
    out += static_cast<char>(number);
    return out.append(big_endian(size_of(value), 2)).append(value);
}

/// IIM bounds what it holds, in bytes: By-line and Credit to 32, Copyright Notice to 128. XMP has the
/// whole texts.
std::string iim(const ImageRights& rights) {
    constexpr std::string_view utf8 = "\x1B%G"; // ISO 2022
    constexpr std::string_view version("\0\4", 2);
    std::string out = data_set(1, 90, utf8) + data_set(2, 0, version);
    if (!rights.creator.empty()) out += data_set(2, 80, shortened(rights.creator, 32));
    if (!rights.credit.empty()) out += data_set(2, 110, shortened(rights.credit, 32));
    return out + data_set(2, 116, shortened(rights.notice, 128));
}

std::string segment(char marker, const std::string& content) {
    assert(content.size() + 2 <= 0xFFFF && "the schema of campaigns bounds each text");
    return std::string("\xFF") + marker + big_endian(size_of(content) + 2, 2) + content;
}

std::string xmp_segment(const ImageRights& rights) {
    return segment('\xE1', std::string("http://ns.adobe.com/xap/1.0/").append(1, '\0') + to_xmp(rights));
}

/// An image resource of Photoshop, number 0x0404, without a name.
std::string iim_segment(const ImageRights& rights) {
    std::string records = iim(rights);
    std::string content = std::string("Photoshop 3.0").append(1, '\0') + "8BIM" + big_endian(0x0404, 2) +
                          big_endian(0, 2) + big_endian(size_of(records), 4) + records;
    if (records.size() % 2 != 0) content += '\0';
    return segment('\xED', content);
}

/// ISO 15948 annex D.
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t sum = 0xFFFF'FFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB8'8320 : 0);
    }
    return ~sum;
}

constexpr std::size_t png_header_bytes = 8 + 12 + 13; // signature and IHDR

} // namespace

std::string jpeg_with_rights(std::string_view jpeg, const ImageRights& rights) {
    std::size_t at = 2;
    // JFIF wants to be first.
    if (jpeg.size() > 20 && jpeg.substr(2, 2) == "\xFF\xE0")
        at += 2 + (static_cast<std::size_t>(static_cast<unsigned char>(jpeg[4])) << 8 |
                   static_cast<unsigned char>(jpeg[5]));
    assert(at < jpeg.size());
    return std::string(jpeg.substr(0, at))
        .append(xmp_segment(rights))
        .append(iim_segment(rights))
        .append(jpeg.substr(at));
}

std::string png_with_rights(std::string_view png, const ImageRights& rights) {
    assert(png.size() > png_header_bytes);
    // The keyword, then: not compressed, by no method, in no language, without a translated keyword.
    const std::string body =
        std::string("iTXtXML:com.adobe.xmp").append(5, '\0') + to_xmp(rights);
    return std::string(png.substr(0, png_header_bytes))
        .append(big_endian(size_of(body) - 4, 4))
        .append(body)
        .append(big_endian(crc(body), 4))
        .append(png.substr(png_header_bytes));
}

} // namespace presskit::pictures
