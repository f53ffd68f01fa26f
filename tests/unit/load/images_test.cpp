// SPDX-License-Identifier: Apache-2.0
#include "stages/load/images.hpp"
#include "tests/unit/load/picture_files.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::load;

namespace {

/// Its one tag is the orientation, of type SHORT unless told otherwise.
std::string exif(unsigned orientation, char type = 3) {
    return std::string("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01", 18) + type +
           std::string("\0\x01\0\0\0", 5) +
           std::string{static_cast<char>(orientation & 0xFF), static_cast<char>(orientation >> 8), 0, 0} +
           std::string(4, '\0');
}

std::string big_endian_exif(char orientation) {
    return std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25) + orientation +
           std::string(6, '\0');
}

std::string image_fault(const std::string& bytes) {
    const auto image = read_image("images/x", bytes, {});
    if (image) return "";
    REQUIRE(image.diagnostics.size() == 1);
    return image.diagnostics[0].message;
}

/// A profile of which only the name is real; `tag` is its description with its type.
std::string profile(const std::string& space, const std::string& tag) {
    std::string icc(128, '\0');
    icc.replace(16, 4, space);
    icc.replace(36, 4, "acsp");
    return icc + big_endian(1) + "desc" + big_endian(144) +
           big_endian(static_cast<std::uint32_t>(tag.size())) + tag;
}

std::string named(const std::string& name) { // version 2
    return "desc" + big_endian(0) + big_endian(static_cast<std::uint32_t>(name.size() + 1)) + name + '\0';
}

std::string named_in_utf_16(const std::string& name) { // version 4
    std::string units;
    for (const char c : name) units += std::string{'\0', c};
    return "mluc" + big_endian(0) + big_endian(1) + big_endian(12) + "enUS" +
           big_endian(static_cast<std::uint32_t>(units.size())) + big_endian(28) + units;
}

std::string jpeg_with(const std::string& icc) {
    return with_segment(jpeg(JCS_RGB, 3),
                        segment(0xE2, std::string("ICC_PROFILE\0\1\1", 14) + icc));
}

std::string png_with(const std::string& icc, const std::string& more = "") {
    uLongf size = compressBound(static_cast<uLong>(icc.size()));
    std::string packed(size, '\0');
    REQUIRE(compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                     reinterpret_cast<const Bytef*>(icc.data()), static_cast<uLong>(icc.size())) == Z_OK);
    packed.resize(size);
    std::string out = read_image("a.png", png(20, 10), {})->bytes; // without chunks of its own about colour
    return out.insert(8 + 25, chunk("iCCP", std::string("ICC Profile\0\0", 13) + packed) + more);
}

/// The profile that is handed on beside the picture.
ColourProfile profile_beside(const std::string& bytes) {
    const auto image = read_image("images/x", bytes, {});
    REQUIRE(image);
    CHECK(image.diagnostics.empty());
    return image->profile.value_or(ColourProfile{});
}
std::string profile_name(const std::string& bytes) { return profile_beside(bytes).name; }

/// A JPEG of 40 by 30 pixels, read with these Exif segments.
CampaignImage taken_with(const std::vector<std::string>& segments) {
    std::string added;
    for (const std::string& content : segments) added += segment(0xE1, content);
    const auto image = read_image("images/x", with_segment(jpeg(JCS_RGB, 3), added), {});
    REQUIRE(image);
    CHECK(image.diagnostics.empty());
    CHECK(image->bytes == jpeg(JCS_RGB, 3));
    return *image;
}

/// Cut into segments of `most` bytes, as long profiles are.
std::string in_pieces(const std::string& icc, std::size_t most) {
    std::string segments;
    const std::size_t count = (icc.size() + most - 1) / most;
    for (std::size_t i = 0; i < count; ++i)
        segments += segment(0xE2, std::string("ICC_PROFILE\0", 12) + static_cast<char>(i + 1) +
                                      static_cast<char>(count) + icc.substr(i * most, most));
    return segments;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("images: a PNG keeps its pixels and loses its metadata") {
    const std::string plain = png(20, 10);
    const std::size_t after_header = 8 + 25;
    std::string noisy = plain;
    noisy.insert(after_header, chunk("tEXt", std::string("Author\0me", 9)) +
                                   chunk("gAMA", big_endian(45455)) + chunk("eXIf", "II*") +
                                   chunk("tIME", "1234567"));
    const auto a = read_image("a.png", plain, {});
    const auto b = read_image("a.png", noisy + "trailing bytes", {});
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->width == 20);
    CHECK(a->height == 10);
    CHECK(a->bytes == b->bytes);
    CHECK_FALSE(contains(b->bytes, "tEXt"));
    CHECK_FALSE(contains(b->bytes, "gAMA"));
}

TEST_CASE("images: every way to cut or change a PNG is an error") {
    // Without the chunks that are dropped anyway.
    const std::string whole = read_image("a.png", png(20, 10), {})->bytes;
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(image_fault(whole.substr(0, size)).empty());
    for (std::size_t at = 8; at + 12 < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        INFO(at);
        CHECK_FALSE(image_fault(changed).empty());
    }
}

TEST_CASE("images: a PNG of more pixels than allowed is refused by its header alone") {
    std::string bomb = png(1, 1);
    const std::string header =
        big_endian(100'000) + big_endian(100'000) + std::string("\x08\x06\0\0\0", 5);
    bomb.replace(8, 25, chunk("IHDR", header));
    CHECK(contains(image_fault(bomb), "has 100000 by 100000 pixels"));
    CHECK(
        contains(image_fault(std::string("\x89PNG\r\n\x1A\n") + chunk("CgBI", "") + bomb.substr(8)),
                 "no standard"));
    CHECK(contains(image_fault(std::string(max_image_bytes + 1, 'x')), "20 MB"));
}

TEST_CASE("images: JPEGs in grey, colour and progressive are read") {
    for (const auto& bytes : {jpeg(JCS_RGB, 3), jpeg(JCS_GRAYSCALE, 1), jpeg(JCS_RGB, 3, true)}) {
        const auto image = read_image("a.jpg", bytes, {});
        REQUIRE(image);
        CHECK(image->width == 40);
        CHECK(image->height == 30);
        CHECK(image->format == ImageFormat::jpeg);
    }
}

TEST_CASE("images: a JPEG loses Exif, XMP, profiles and comments, but not what its colours need") {
    const std::string plain = jpeg(JCS_RGB, 3);
    const std::string noisy =
        with_segment(plain, segment(0xE1, exif(1)) + segment(0xE2, "ICC_PROFILE") +
                                segment(0xED, "Photoshop") + segment(0xFE, "me"));
    const auto a = read_image("a.jpg", plain, {});
    const auto b = read_image("a.jpg", noisy, {});
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->bytes == plain);
    CHECK(b->bytes == plain);
    const std::string adobe = segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\x01", 12));
    CHECK(contains(read_image("a.jpg", with_segment(plain, adobe), {})->bytes, "Adobe"));
}

TEST_CASE("images: bytes that fill a JPEG up before its markers are left out") {
    const std::string plain = jpeg(JCS_RGB, 3);
    const std::string filled = std::string(plain).insert(plain.size() - 2, "\xFF\xFF\xFF");
    CHECK(read_image("a.jpg", filled, {})->bytes == plain);
    CHECK(read_image("a.jpg", std::string(plain).insert(2, "\xFF\xFF"), {})->bytes == plain);
}

TEST_CASE("images: a photograph says how it is to be turned, and has the size that it has then") {
    for (const unsigned orientation : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u})
        for (const std::string& content : {exif(orientation), big_endian_exif(static_cast<char>(orientation))}) {
            const CampaignImage image = taken_with({content});
            CHECK(image.orientation == orientation);
            CHECK(image.width == (orientation >= 5 ? 30 : 40));
            CHECK(image.height == (orientation >= 5 ? 40 : 30));
        }
    CHECK(taken_with({"http://ns.adobe.com/xap/1.0/", exif(6), exif(3)}).orientation == 6);
    CHECK(taken_with({exif(1), exif(6)}).orientation == 1);
}

TEST_CASE("images: an orientation that means nothing leaves a photograph as it lies") {
    std::vector<std::string> broken;
    for (const unsigned orientation : {0u, 9u, 255u, 0x0600u, 65'535u}) broken.push_back(exif(orientation));
    for (const char type : {'\0', '\1', '\2', '\4', '\x09'}) broken.push_back(exif(6, type));
    const std::string whole = exif(6);
    for (std::size_t size = 6; size < 28; ++size) broken.push_back(whole.substr(0, size));
    for (const std::size_t at : {6u, 7u, 8u, 9u}) // "II*\0"
        broken.push_back(std::string(whole).replace(at, 1, "?"));
    broken.push_back(std::string(whole).replace(10, 4, "\xFF\xFF\xFF\xFF")); // where its tags begin
    broken.push_back(std::string(whole).replace(20, 1, "\2"));                // how many values it has
    for (const std::string& content : broken) {
        const CampaignImage image = taken_with({content});
        CHECK(image.orientation == 1);
        CHECK(image.width == 40);
    }
}

TEST_CASE("images: a profile of other colours than sRGB is handed on with its name") {
    const std::string adobe = profile("RGB ", named("Adobe RGB (1998)"));
    const std::string p3 = profile("RGB ", named_in_utf_16("Display P3"));
    for (const std::string& bytes : {jpeg_with(adobe), png_with(adobe)}) {
        CHECK(profile_beside(bytes).name == "Adobe RGB (1998)");
        CHECK(profile_beside(bytes).icc == adobe);
    }
    for (const std::string& bytes : {jpeg_with(p3), png_with(p3)}) CHECK(profile_name(bytes) == "Display P3");
    CHECK(profile_name(jpeg_with(profile("GRAY", named("Dot Gain 20%")))) == "Dot Gain 20%");

    for (const std::string& icc : {profile("RGB ", named("sRGB IEC61966-2.1")),
                                   profile("RGB ", named_in_utf_16("sRGB")), profile("Lab ", named("Lab")),
                                   profile("RGB ", named("c2")), std::string("no profile")}) {
        CHECK(profile_name(jpeg_with(icc)) == "");
        CHECK(profile_name(png_with(icc)) == "");
    }
    CHECK(profile_name(png_with(adobe, chunk("sRGB", std::string(1, '\0')))) == "");
}

TEST_CASE("images: a long profile is put together from the segments of a JPEG") {
    const std::string adobe = profile("RGB ", named("Adobe RGB (1998)"));
    const std::string pieces = in_pieces(adobe, 50);
    CHECK(profile_beside(with_segment(jpeg(JCS_RGB, 3), pieces)).icc == adobe);
    // One that comes again, or never, leaves a profile that is cut short.
    const std::string first = pieces.substr(0, 4 + 14 + 50);
    CHECK(profile_beside(with_segment(jpeg(JCS_RGB, 3), first + pieces)).icc == adobe);
    CHECK(profile_name(with_segment(jpeg(JCS_RGB, 3), pieces.substr(first.size()))) == "");
}

TEST_CASE("images: hostile profiles are left out and shown without control characters") {
    const std::string adobe = profile("RGB ", named("Adobe RGB (1998)"));
    for (std::size_t size = 0; size < adobe.size(); ++size) profile_name(jpeg_with(adobe.substr(0, size)));
    std::string beyond = profile("RGB ", named_in_utf_16("Display P3"));
    beyond.replace(144 + 20, 8, std::string(8, '\xFF'));
    CHECK(profile_name(jpeg_with(beyond)) == "");
    CHECK_FALSE(contains(profile_name(jpeg_with(profile("RGB ", named("a\x1B[2J")))), "\x1B"));
    const std::string bomb = adobe + std::string(5'000'000, '\0');
    CHECK(profile_name(png_with(bomb)) == "");
    CHECK(profile_name(with_segment(jpeg(JCS_RGB, 3), in_pieces(bomb, 65'000))) == "");
}

TEST_CASE("images: a JPEG in CMYK is read where it says what its inks look like") {
    const std::string press = segment(0xE2, std::string("ICC_PROFILE\0\1\1", 14) +
                                                profile("CMYK", named("Coated paper")));
    CHECK(profile_name(with_segment(jpeg(JCS_CMYK, 4), press)) == "Coated paper");
    CHECK(contains(image_fault(jpeg(JCS_CMYK, 4)), "is CMYK, made for print, without a profile"));
}

TEST_CASE("images: a JPEG that PDF or print cannot use is refused with what to do") {
    std::string arithmetic = jpeg(JCS_RGB, 3);
    arithmetic[arithmetic.find("\xFF\xC0") + 1] = '\xC9';
    CHECK(contains(image_fault(arithmetic), "kind of JPEG"));
}

TEST_CASE("images: a JPEG cut anywhere is an error; changed anywhere, never a crash") {
    for (const bool progressive : {false, true}) {
        const std::string whole = jpeg(JCS_RGB, 3, progressive);
        for (std::size_t size = 0; size < whole.size(); ++size)
            CHECK_FALSE(image_fault(whole.substr(0, size)).empty());
        for (std::size_t at = 2; at < whole.size(); ++at) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x55);
            image_fault(changed);
        }
    }
}

TEST_CASE("images: what is neither PNG nor JPEG is refused") {
    for (const auto* bytes : {"", "GIF89a", "<svg/>", "\xFF\xD8", "\x89PNG"})
        CHECK(contains(image_fault(bytes), "neither PNG nor JPEG"));
}
