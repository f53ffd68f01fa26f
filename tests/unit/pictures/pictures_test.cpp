// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/pictures.hpp"

#include "stages/pictures/downscale.hpp"
#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/rights.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::pictures;
using Catch::Matchers::Contains;

namespace {

Raster filled(std::uint32_t width, std::uint32_t height, std::vector<std::uint8_t> pixel) {
    Raster raster{width, height, static_cast<int>(pixel.size()), {}};
    for (std::size_t i = 0; i < std::size_t{width} * height; ++i)
        raster.samples.insert(raster.samples.end(), pixel.begin(), pixel.end());
    return raster;
}

/// A picture that compresses like a photograph, by a fixed rule.
Raster photograph(std::uint32_t width, std::uint32_t height, int channels = 3) {
    Raster raster{width, height, channels, {}};
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < std::size_t{width} * height * static_cast<std::size_t>(channels); ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        raster.samples.push_back(static_cast<std::uint8_t>(64 + (i / 97) % 100 + (state >> 28)));
    }
    return raster;
}

/// Like a dithered print, by a fixed rule.
Raster black_and_white(std::uint32_t width, std::uint32_t height) {
    Raster raster = photograph(width, height, 1);
    std::uint32_t state = 1;
    for (auto& sample : raster.samples) {
        state = state * 1'664'525 + 1'013'904'223;
        sample = state >> 31 ? 255 : 0;
    }
    return raster;
}

CampaignImage picture(ImageFormat format, const Raster& raster) {
    const std::string bytes = *(format == ImageFormat::jpeg ? encode_jpeg(raster) : encode_png(raster));
    return {"images/a", format, raster.width, raster.height, bytes, sha256(bytes)};
}

Campaign campaign_with(CampaignImage image) {
    Campaign campaign;
    campaign.rights = {"Example Institute", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", {}};
    campaign.images.emplace(image.path, std::move(image));
    return campaign;
}

} // namespace

TEST_CASE("pictures: black and white lines melt into the grey that is half their light") {
    Raster lines{4, 2, 1, {0, 255, 0, 255, 0, 255, 0, 255}};
    // Half of the light is the level 188; the average of the levels, 128, is a fifth of it.
    CHECK(downscale(lines, 2) == Raster{2, 1, 1, {188, 188}});
}

TEST_CASE("pictures: a plain area keeps its exact colour at any size") {
    for (int level = 0; level < 256; ++level) {
        const auto value = static_cast<std::uint8_t>(level);
        CHECK(downscale(filled(7, 5, {value, 3, 250}), 3) == filled(3, 2, {value, 3, 250}));
    }
    CHECK(downscale(filled(1601, 1, {9}), 1600) == filled(1600, 1, {9}));
    CHECK(downscale(filled(12'000, 1, {9, 8, 7, 6}), 1) == filled(1, 1, {9, 8, 7, 6}));
}

TEST_CASE("pictures: a transparent pixel lends no colour") {
    const Raster half{2, 1, 4, {255, 0, 0, 0, 0, 0, 255, 255}};
    CHECK(downscale(half, 1) == Raster{1, 1, 4, {0, 0, 255, 128}});
}

TEST_CASE("pictures: each new pixel weighs what it covers in part by that part") {
    // Three onto two: one and a half old pixels each.
    const Raster small = downscale({3, 1, 1, {0, 255, 255}}, 2);
    CHECK(small.samples[1] == 255);
    CHECK(small.samples[0] == 156); // a third of the light
}

TEST_CASE("pictures: rights are the picture's own, then the campaign's") {
    Campaign campaign = campaign_with(picture(ImageFormat::png, filled(2, 2, {1, 2, 3})));
    CHECK(rights_of(campaign, "images/a") ==
          ImageRights{"", "Example Institute", "© Example Institute. CC-BY-4.0",
                      "https://creativecommons.org/licenses/by/4.0/"});
    ImageRecord& record = campaign.image_records["images/a"];
    record.creator = "Ana Example";
    CHECK(rights_of(campaign, "images/a").credit == "Ana Example");
    record.credit = "Ana Example / Agency";
    record.holder = "Agency";
    record.licence = "All rights reserved";
    CHECK(rights_of(campaign, "images/a") ==
          ImageRights{"Ana Example", "Ana Example / Agency", "© Agency. All rights reserved", ""});
}

TEST_CASE("pictures: what a file says of its creator and rights goes before the campaign's") {
    Campaign campaign = campaign_with(picture(ImageFormat::png, filled(2, 2, {1, 2, 3})));
    ImageRights& own = campaign.images.at("images/a").own_rights;
    own.creator = "Ana Example";
    CHECK(rights_of(campaign, "images/a").creator == "Ana Example");
    CHECK(rights_of(campaign, "images/a").credit == "Ana Example");
    CHECK(rights_of(campaign, "images/a").notice == "© Example Institute. CC-BY-4.0");
    own = {"Ana Example", "AE / Agency", "(c) Agency", "https://agency.example/rights"};
    CHECK(rights_of(campaign, "images/a") == own);
    ImageRecord& record = campaign.image_records["images/a"];
    record.licence = "CC-BY-4.0";
    CHECK(rights_of(campaign, "images/a").notice == "(c) Agency. CC-BY-4.0");
    record = {"B. Example", "", "House", "All rights reserved", "", false, {}};
    CHECK(rights_of(campaign, "images/a") == ImageRights{"B. Example", "B. Example", "© House. All rights reserved", ""});
}

TEST_CASE("pictures: the publisher is not credited for a picture that is another's") {
    Campaign campaign = campaign_with(picture(ImageFormat::png, filled(2, 2, {1, 2, 3})));
    campaign.images.at("images/a").own_rights.notice = "(c) Agency";
    CHECK(rights_of(campaign, "images/a") == ImageRights{"", "", "(c) Agency", ""});
}

TEST_CASE("pictures: the campaign's licence is not that of its logo, nor of a partner's") {
    Campaign campaign = campaign_with(picture(ImageFormat::png, filled(2, 2, {1, 2, 3})));
    campaign.brand.logo.emplace();
    campaign.brand.logo->path = "images/a";
    CHECK(rights_of(campaign, "images/a").notice == "© Example Institute");
    CHECK(rights_of(campaign, "images/a").url.empty());
    campaign.brand.partners.emplace_back();
    campaign.brand.partners[0].logo.path = "images/b";
    CHECK_THAT(rights_of(campaign, "images/b").notice, !Contains("Example"));
    CHECK(rights_of(campaign, "images/b").credit.empty());
}

TEST_CASE("pictures: rights stand beside pixels that nothing touches") {
    for (const ImageFormat format : {ImageFormat::png, ImageFormat::jpeg}) {
        Campaign campaign = campaign_with(picture(format, photograph(40, 30)));
        const std::string before = campaign.images.at("images/a").bytes;
        declare_rights(campaign);
        const CampaignImage& image = campaign.images.at("images/a");
        CHECK(image.digest == sha256(image.bytes));
        const auto decode = format == ImageFormat::png ? decode_png : decode_jpeg;
        CHECK(decode(image.bytes) == decode(before));
        CHECK_THAT(image.bytes, Contains("<dc:rights>") && Contains("© Example Institute. CC-BY-4.0"));
        CHECK((image.bytes.find("8BIM") != std::string::npos) == (format == ImageFormat::jpeg));
    }
}

TEST_CASE("pictures: IIM holds whole characters up to its bounds, XMP all of them") {
    std::string name;
    for (int i = 0; i < 20; ++i) name += "ш";
    const std::string jpeg =
        jpeg_with_rights(*encode_jpeg(filled(8, 8, {1, 2, 3})), {name, "c", std::string(200, 'n'), ""});
    CHECK_THAT(jpeg, Contains(std::string("\x1C\x02\x50\x00\x20", 5) + name.substr(0, 32)));
    CHECK_THAT(jpeg, Contains(std::string("\x1C\x02\x74\x00\x80", 5) + std::string(128, 'n')));
    CHECK_THAT(jpeg, Contains("<rdf:li>" + name + "</rdf:li>") && Contains(std::string(200, 'n') + "<"));
}

TEST_CASE("pictures: markup and controls in a name stay words") {
    const std::string xmp = to_xmp({"<b>\x01&", "c", "n", ""});
    CHECK_THAT(xmp, Contains("<rdf:li>&lt;b&gt; &amp;</rdf:li>"));
}

TEST_CASE("pictures: a wide picture gets a copy of 1600 pixels in its own format, with its rights") {
    for (const ImageFormat format : {ImageFormat::png, ImageFormat::jpeg}) {
        Campaign campaign = campaign_with(picture(format, photograph(2400, 300)));
        declare_rights(campaign);
        CampaignImage& image = campaign.images.at("images/a");
        make_web_copy(image);
        REQUIRE(image.web);
        CHECK(image.web->width == 1600);
        CHECK(image.web->height == 200);
        CHECK(image.web->bytes.size() < image.bytes.size());
        CHECK(image.web->digest == sha256(image.web->bytes));
        CHECK_THAT(image.web->bytes, Contains("© Example Institute. CC-BY-4.0"));
        const auto decode = format == ImageFormat::png ? decode_png : decode_jpeg;
        CHECK(decode(image.web->bytes)->width == 1600);
        const SmallerCopy first = *image.web;
        make_web_copy(image);
        CHECK(image.web == first);
    }
}

TEST_CASE("pictures: a photograph with more pixels than print takes gets a copy for PDFs, with its rights") {
    Campaign campaign = campaign_with(picture(ImageFormat::jpeg, photograph(2400, 90)));
    campaign.brand.page.width = Length{380'000};
    campaign.brand.page.margin_inner = campaign.brand.page.margin_outer = Length{10'000};
    CHECK(print_width(campaign) == 1500); // five inches
    campaign.print_density = 150;
    CHECK(print_width(campaign) == 750);
    declare_rights(campaign);
    CampaignImage& image = campaign.images.at("images/a");
    const std::string whole = image.bytes;
    make_print_copy(image, 1500);
    REQUIRE(image.print);
    CHECK(image.print->width == 1500);
    CHECK(decode_jpeg(image.print->bytes)->width == 1500);
    CHECK(image.print->bytes.size() < whole.size());
    CHECK(image.print->digest == sha256(image.print->bytes));
    CHECK_THAT(image.print->bytes, Contains("© Example Institute. CC-BY-4.0"));
    CHECK(image.bytes == whole);
}

TEST_CASE("pictures: what print can show, or is no photograph, goes into PDFs as it is") {
    CampaignImage enough = picture(ImageFormat::jpeg, photograph(1600, 4));
    make_print_copy(enough, 1500);
    CHECK_FALSE(enough.print);
    CampaignImage artwork = picture(ImageFormat::png, photograph(2400, 90));
    make_print_copy(artwork, 1500);
    CHECK_FALSE(artwork.print);
}

TEST_CASE("pictures: a picture that is narrow or light, or would not get lighter, serves print and web") {
    CampaignImage narrow = picture(ImageFormat::jpeg, photograph(1600, 900));
    REQUIRE(narrow.bytes.size() > light_bytes);
    make_web_copy(narrow);
    CHECK_FALSE(narrow.web);
    CampaignImage light = picture(ImageFormat::png, photograph(2400, 4));
    REQUIRE(light.bytes.size() <= light_bytes);
    make_web_copy(light);
    CHECK_FALSE(light.web);
    CampaignImage dithered = picture(ImageFormat::png, black_and_white(1700, 700));
    REQUIRE(dithered.bytes.size() > light_bytes);
    make_web_copy(dithered); // its copy has greys between, which take more than the pixels saved
    CHECK_FALSE(dithered.web);
}
