// SPDX-License-Identifier: Apache-2.0
#include "stages/load/images.hpp"
#include "tests/unit/load/picture_files.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

using namespace presskit;
using namespace presskit::load;

TEST_CASE("rights: whose a picture is by its file's XMP is known") {
    const std::string xmp = R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:Credit='A &amp; B'
        xmpRights:WebStatement="https://agency.example/"><dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Bo&#x107;</rdf:li>
        </rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">(c) A
          gency</rdf:li><rdf:li xml:lang="de">anders</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>)";
    const ImageRights expected{"Ana, Boć", "A & B", "(c) A gency", "https://agency.example/"};
    const std::string jpeg_packet = std::string("http://ns.adobe.com/xap/1.0/").append(1, '\0') + xmp;
    CHECK(read_image("images/x", with_segment(jpeg(JCS_RGB, 3), segment(0xE1, jpeg_packet)), {})->own_rights == expected);
    std::string drawn = png(4, 3);
    drawn.insert(drawn.find("IDAT") - 4, chunk("iTXt", std::string("XML:com.adobe.xmp").append(5, '\0') + xmp));
    const auto image = read_image("images/x", drawn, {});
    CHECK(image->own_rights == expected);
    CHECK(image->bytes.find("agency") == std::string::npos);
}

TEST_CASE("rights: whose a picture is by its file's IPTC-IIM is known, in UTF-8 or Latin-1") {
    const auto data_set = [](char number, const std::string& text) {
        return std::string("\x1C\x02") + number + '\0' + static_cast<char>(text.size()) + text;
    };
    std::string iim = data_set(80, "Ana") + data_set(80, "Bo\xE9") + data_set(110, "Agency \xC4\x87") +
                      data_set(116, "(c)\nAgency") + data_set(120, "a caption");
    iim = std::string("Photoshop 3.0").append(1, '\0') + std::string("8BIM\x04\x25\0\0\0\0\0\x01x\0", 14) +
          std::string("8BIM\x04\x04\0\0", 8) + big_endian(static_cast<std::uint32_t>(iim.size())) + iim;
    const std::string noted = with_segment(jpeg(JCS_RGB, 3), segment(0xED, iim));
    CHECK(read_image("images/x", noted, {})->own_rights == ImageRights{"Ana, Boé", "Agency ć", "(c) Agency", ""});
    for (std::size_t length = 0; length < iim.size(); ++length) // cut short anywhere, no more is known
        CHECK(read_image("images/x", with_segment(jpeg(JCS_RGB, 3), segment(0xED, iim.substr(0, length))), {}));
}

TEST_CASE("rights: whose a picture is by its camera's Exif is known, after XMP and IPTC-IIM") {
    const auto number = [](bool little, std::size_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * (little ? i : bytes - 1 - i) & 0xFF);
        return out;
    };
    const auto notes = [&](bool little, const std::string& artist, const std::string& copyright, char type = 2) {
        std::string header = (little ? "II" : "MM") + number(little, 42, 2) + number(little, 8, 4) + number(little, 2, 2), texts;
        for (const auto& [tag, text] : {std::pair{0x013Bu, artist}, std::pair{0x8298u, copyright}}) {
            const bool inside = text.size() <= 4;
            header += number(little, tag, 2) + number(little, static_cast<unsigned char>(type), 2) + number(little, text.size(), 4) +
                      (inside ? text + std::string(4 - text.size(), '\0') : number(little, 38 + texts.size(), 4));
            if (!inside) texts += text;
        }
        return header + std::string(4, '\0') + texts;
    };
    const auto of_jpeg = [](const std::string& tiff, const std::string& more = "") {
        return read_image("images/x", with_segment(jpeg(JCS_RGB, 3), segment(0xE1, std::string("Exif\0\0", 6) + tiff) + more), {})->own_rights;
    };
    const auto ended = [](const std::string& text) { return text + '\0'; };
    const ImageRights expected{"Ana Example", "", "(c) Agency", ""};
    for (const bool little : {true, false}) CHECK(of_jpeg(notes(little, ended("Ana Example"), ended("(c) Agency"))) == expected);
    std::string drawn = png(4, 3);
    drawn.insert(drawn.find("IDAT") - 4, chunk("eXIf", notes(true, ended("Ana Example"), ended("(c) Agency"))));
    CHECK(read_image("images/x", drawn, {})->own_rights == expected);

    // Short ones stand in the directory; both copyrights, or an editor's alone; Latin-1; nothing but blanks.
    CHECK(of_jpeg(notes(true, ended("Ana"), ended("ABC"))) == ImageRights{"Ana", "", "ABC", ""});
    CHECK(of_jpeg(notes(true, ended("B\xF6"), ended(ended("Ana") + "Agency"))) == ImageRights{"Bö", "", "Ana, Agency", ""});
    CHECK(of_jpeg(notes(true, ended("     "), ended(ended(" ") + "Agency"), '\x81')) == ImageRights{"", "", "Agency", ""});
    CHECK(of_jpeg(notes(true, std::string(32, ' '), std::string(54, '\0'))) == ImageRights{});

    const std::string xmp = std::string("http://ns.adobe.com/xap/1.0/").append(1, '\0') + "<dc:creator><rdf:li>Bo</rdf:li></dc:creator>";
    CHECK(of_jpeg(notes(true, ended("Ana Example"), ended("(c) Agency")), segment(0xE1, xmp)) == ImageRights{"Bo", "", "(c) Agency", ""});

    const std::string whole = notes(false, ended("Ana Example"), ended("(c) Agency"));
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK(of_jpeg(whole.substr(0, size)) != expected);
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char value : {'\0', '\x7F', '\xFF'}) of_jpeg(std::string(whole).replace(at, 1, 1, value));
    CHECK(of_jpeg(notes(true, ended("Ana Example"), ended("(c) Agency"), 7)) == ImageRights{});
}
