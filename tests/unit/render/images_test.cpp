// SPDX-License-Identifier: Apache-2.0
#include "stages/render/images.hpp"
#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>
#include <png.h>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

std::string png(png_uint_32 format, std::uint32_t width, std::uint32_t height,
                const std::string& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.format = format;
    image.width = width;
    image.height = height;
    png_alloc_size_t count = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(count, '\0');
    REQUIRE(png_image_write_to_memory(&image, bytes.data(), &count, 0, raster.data(), 0, nullptr) !=
            0);
    bytes.resize(count);
    return bytes;
}

/// One grey pixel.
std::string jpeg() {
    constexpr std::string_view hex = "ffd8ffe000104a46494600010100000100010000ffdb004300281c1e231e1"
                                     "9282321232d2b28303c64413c37373c7b58"
                                     "5d4964918099968f808c8aa0b4e6c3a0aadaad8a8cc8ffcbdaeef5ffffff9"
                                     "bc1fffffffaffe6fdfff8ffc0000b080001"
                                     "000101011100ffc40014000100000000000000000000000000000000ffc40"
                                     "014100100000000000000000000000000000000"
                                     "ffda0008010100003f003fffd9";
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
    return bytes;
}

PageMaker figure(const std::string& path) {
    PageMaker maker;
    const ElementId id = maker.element(StructureRole::figure, PageMaker::document);
    maker.at(id).alternative_text = "A – picture";
    maker.item(
        {PlacedImage{path, {{72'000}, {100'000}, {200'000}, {100'000}}}, maker.content(id), {}});
    return maker;
}

std::map<std::string, CampaignImage> one(ImageFormat format, std::string bytes) {
    return {{"logo", {"logo", format, 2, 1, std::move(bytes), {}}}};
}

std::string result_code(const PageMaker& maker,
                        const std::map<std::string, CampaignImage>& images) {
    PdfWriter writer(fonts(), images);
    const auto result = writer.write(maker.pages);
    return result ? "" : result.diagnostics.front().code;
}

} // namespace

TEST_CASE("images: a figure has words, a box and a picture") {
    const std::string raster("\xFF\x00\x00\x00\x00\xFF", 6);
    const std::string pdf =
        write_pdf(figure("logo").pages, one(ImageFormat::png, png(PNG_FORMAT_RGB, 2, 1, raster)));
    const std::string text = uncompressed(pdf);
    CHECK(contains(text, "/S /Figure"));
    CHECK(contains(text, "/Alt <feff00410020201300200070006900630074007500720065>"));
    CHECK(contains(text, "/Placement /Block"));
    CHECK(contains(run_on(pdf, "pdfimages -list {}"), "image       2     1  index   1   1"));
    CHECK_FALSE(contains(text, "/SMask"));
    CHECK_FALSE(contains(text, "/Group"));
    CHECK_FALSE(contains(text, "Interpolate"));
    CHECK_FALSE(contains(run_on(pdf, "mutool draw -o /dev/null -F png {}"), "error"));
}

TEST_CASE("images: alpha becomes a soft mask, and the page states its blending space") {
    const std::string raster("\xFF\x00\x00\x80\x00\xFF\x00\xFF", 8);
    const std::string pdf =
        write_pdf(figure("logo").pages, one(ImageFormat::png, png(PNG_FORMAT_RGBA, 2, 1, raster)));
    CHECK(contains(run_on(pdf, "pdfimages -list {}"), "smask       2     1  gray    1   8"));
    CHECK(contains(uncompressed(pdf), "/CS /DeviceRGB"));
}

TEST_CASE("images: an alpha that hides nothing is dropped") {
    const std::string raster("\x10\xFF\x20\xFF", 4);
    const std::string pdf =
        write_pdf(figure("logo").pages, one(ImageFormat::png, png(PNG_FORMAT_GA, 2, 1, raster)));
    CHECK_FALSE(contains(uncompressed(pdf), "/SMask"));
    CHECK(contains(uncompressed(pdf), "/ColorSpace /DeviceGray"));
}

TEST_CASE("images: a JPEG passes through untouched") {
    const std::string pdf = write_pdf(figure("logo").pages, one(ImageFormat::jpeg, jpeg()));
    CHECK(contains(pdf, jpeg()));
    CHECK(contains(run_on(pdf, "pdfimages -list {}"), "image       1     1  gray    1   8  jpeg"));
}

TEST_CASE("images: a photograph's copy for print is what the PDF carries") {
    auto images = one(ImageFormat::jpeg, "\xFF\xD8 the whole, which nobody opens");
    images.begin()->second.print = SmallerCopy{1, 1, jpeg(), {}};
    CHECK(contains(write_pdf(figure("logo").pages, images), jpeg()));
}

TEST_CASE("images: damaged pictures and lost ones are diagnostics") {
    CHECK(result_code(figure("logo"), one(ImageFormat::png, "no png")) == "render.image-unusable");
    CHECK(result_code(figure("logo"), one(ImageFormat::jpeg, "\xFF\xD8 no jpeg")) ==
          "render.image-unusable");
    CHECK(result_code(figure("other"), one(ImageFormat::jpeg, jpeg())) == "render.unknown-image");
    std::string cut = png(PNG_FORMAT_RGB, 2, 1, std::string(6, 'x'));
    cut.resize(cut.size() / 2);
    CHECK(result_code(figure("logo"), one(ImageFormat::png, cut)) == "render.image-unusable");
}

TEST_CASE("images: no flipped byte of a JPEG header makes the reader leave it") {
    const std::string whole = jpeg();
    Deflater deflater(6);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(~flipped[at]);
        encode_image({"x", ImageFormat::jpeg, 1, 1, flipped, {}}, 1, deflater);
        encode_image({"x", ImageFormat::jpeg, 1, 1, whole.substr(0, at), {}}, 1, deflater);
    }
}
