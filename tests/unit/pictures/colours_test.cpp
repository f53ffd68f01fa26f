// SPDX-License-Identifier: Apache-2.0
// Pictures in other colours than sRGB, against what the published numbers of those colours give.
#include "stages/pictures/colours.hpp"

#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/srgb.hpp"

#include <catch2/catch.hpp>

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

using namespace presskit;
using namespace presskit::pictures;
using Catch::Matchers::Contains;

namespace {

std::string saved(cmsHPROFILE profile) {
    REQUIRE(profile != nullptr);
    cmsUInt32Number size = 0;
    REQUIRE(cmsSaveProfileToMem(profile, nullptr, &size));
    std::string icc(size, '\0');
    REQUIRE(cmsSaveProfileToMem(profile, icc.data(), &size));
    cmsCloseProfile(profile);
    return icc;
}

struct Curve {
    cmsToneCurve* tone;
    explicit Curve(cmsToneCurve* made) : tone(made) {}
    Curve(const Curve&) = delete;
    Curve& operator=(const Curve&) = delete;
    ~Curve() { cmsFreeToneCurve(tone); }
};

cmsToneCurve* srgb_tone() {
    const std::array<cmsFloat64Number, 5> curve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    return cmsBuildParametricToneCurve(nullptr, 4, curve.data());
}

std::string rgb_profile(const cmsCIExyYTRIPLE& primaries, cmsToneCurve* made) {
    const Curve curve(made);
    const cmsCIExyY white{0.3127, 0.3290, 1};
    std::array<cmsToneCurve*, 3> curves{curve.tone, curve.tone, curve.tone};
    return saved(cmsCreateRGBProfile(&white, &primaries, curves.data()));
}

// Adobe RGB (1998) 4.3.1; SMPTE EG 432-1; IEC 61966-2-1.
std::string adobe_rgb() {
    return rgb_profile({{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}},
                       cmsBuildGamma(nullptr, 563.0 / 256));
}
std::string display_p3() {
    return rgb_profile({{0.68, 0.32, 1}, {0.265, 0.69, 1}, {0.15, 0.06, 1}}, srgb_tone());
}
std::string srgb() {
    return rgb_profile({{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}}, srgb_tone());
}
std::string dark_grey() {
    const Curve curve(cmsBuildGamma(nullptr, 1.8));
    return saved(cmsCreateGrayProfile(cmsD50_xyY(), curve.tone));
}

/// Paper of four inks, each of which takes away its own third of light, and black all of it.
cmsInt32Number light_left(const cmsUInt16Number in[], cmsUInt16Number out[], void*) {
    const double black = 1 - in[3] / 65535.0;
    const auto left = [&](int ink) { return (1 - in[ink] / 65535.0) * black; };
    const double r = left(0), g = left(1), b = left(2);
    const cmsCIEXYZ xyz{0.4361 * r + 0.3851 * g + 0.1431 * b, 0.2225 * r + 0.7169 * g + 0.0606 * b,
                        0.0139 * r + 0.0971 * g + 0.7141 * b}; // sRGB's primaries on D50
    cmsCIELab lab;
    cmsXYZ2Lab(cmsD50_XYZ(), &lab, &xyz);
    cmsFloat2LabEncoded(out, &lab);
    return TRUE;
}

std::string press() {
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsSetProfileVersion(profile, 4.3);
    cmsPipeline* table = cmsPipelineAlloc(nullptr, 4, 3);
    cmsStage* grid = cmsStageAllocCLut16bit(nullptr, 9, 4, 3, nullptr);
    REQUIRE(cmsStageSampleCLut16bit(grid, light_left, nullptr, 0));
    for (cmsStage* stage : {cmsStageAllocToneCurves(nullptr, 4, nullptr), grid,
                            cmsStageAllocToneCurves(nullptr, 3, nullptr)})
        REQUIRE(cmsPipelineInsertStage(table, cmsAT_END, stage));
    REQUIRE(cmsWriteTag(profile, cmsSigAToB0Tag, table));
    cmsPipelineFree(table);
    return saved(profile);
}

using Rgb = std::array<std::uint8_t, 3>;
using Matrix = std::array<std::array<double, 3>, 3>;

double srgb_light(double level) {
    return level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4);
}
double srgb_level(double light) {
    const double inside = std::clamp(light, 0.0, 1.0);
    return inside <= 0.0031308 ? inside * 12.92 : 1.055 * std::pow(inside, 1 / 2.4) - 0.055;
}

/// By the matrix between the two sets of primaries.
template <class Light>
Rgb by_matrix(const Matrix& matrix, const Rgb& color, const Light& light_of) {
    Rgb out{};
    for (std::size_t row = 0; row < 3; ++row) {
        double light = 0;
        for (std::size_t i = 0; i < 3; ++i) light += matrix[row][i] * light_of(color[i] / 255.0);
        out[row] = static_cast<std::uint8_t>(std::lround(srgb_level(light) * 255));
    }
    return out;
}

constexpr Matrix adobe_to_srgb{{{1.39836, -0.39836, 0}, {0, 1, 0}, {0, -0.04293, 1.04293}}};
constexpr Matrix p3_to_srgb{
    {{1.22494, -0.22494, 0}, {-0.04206, 1.04206, 0}, {-0.01964, -0.07864, 1.09827}}};

Raster one_pixel(std::vector<std::uint8_t> samples) {
    return {1, 1, static_cast<int>(samples.size()), std::move(samples)};
}

bool are_near(const std::vector<std::uint8_t>& a, const Rgb& b, int most) {
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(a[i] - b[i]) > most) return false;
    return true;
}

template <class Light>
void check_grid(const std::string& icc, const Matrix& matrix, const Light& light_of) {
    for (int r = 0; r < 256; r += 51)
        for (int g = 0; g < 256; g += 51)
            for (int b = 0; b < 256; b += 51) {
                const Rgb color{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                static_cast<std::uint8_t>(b)};
                Raster raster = one_pixel({color.begin(), color.end()});
                REQUIRE(to_srgb(raster, icc) == SrgbOutcome::converted);
                const Rgb wanted = by_matrix(matrix, color, light_of);
                INFO(r << ' ' << g << ' ' << b << " became " << +raster.samples[0] << ' '
                       << +raster.samples[1] << ' ' << +raster.samples[2] << ", wanted " << +wanted[0]
                       << ' ' << +wanted[1] << ' ' << +wanted[2]);
                CHECK(are_near(raster.samples, wanted, 2));
            }
}

CampaignImage image_of(ImageFormat format, const Raster& raster, std::string icc) {
    const std::string bytes = *(format == ImageFormat::jpeg ? encode_jpeg(raster) : encode_png(raster));
    return {"images/a", format, raster.width, raster.height, bytes, sha256(bytes), {}, {},
            ColourProfile{"Adobe RGB (1998)", std::move(icc), {}}};
}

Raster filled(const Rgb& color) {
    Raster raster{32, 16, 3, {}};
    for (int i = 0; i < 32 * 16; ++i) raster.samples.insert(raster.samples.end(), color.begin(), color.end());
    return raster;
}

InkRaster inks(std::vector<std::uint8_t> samples) { return {1, 1, std::move(samples)}; }

} // namespace

TEST_CASE("colours: Adobe RGB and Display P3 become sRGB as their primaries say") {
    check_grid(adobe_rgb(), adobe_to_srgb, [](double level) { return std::pow(level, 563.0 / 256); });
    check_grid(display_p3(), p3_to_srgb, srgb_light);
}

TEST_CASE("colours: alpha stays, and grey becomes the grey of equal light") {
    Raster see_through = one_pixel({200, 100, 50, 77}), opaque = one_pixel({200, 100, 50});
    REQUIRE(to_srgb(see_through, adobe_rgb()) == SrgbOutcome::converted);
    REQUIRE(to_srgb(opaque, adobe_rgb()) == SrgbOutcome::converted);
    CHECK(see_through.samples[3] == 77);
    see_through.samples.pop_back();
    CHECK(see_through.samples == opaque.samples);

    for (const int level : {0, 1, 60, 128, 200, 255}) {
        Raster grey = one_pixel({static_cast<std::uint8_t>(level), 77});
        REQUIRE(to_srgb(grey, dark_grey()) == SrgbOutcome::converted);
        const double wanted = srgb_level(std::pow(level / 255.0, 1.8)) * 255;
        CHECK(std::abs(grey.samples[0] - wanted) <= 2);
        CHECK(grey.samples[1] == 77);
    }
}

TEST_CASE("colours: sRGB by another name, and a profile of another kind, leave a picture's bytes") {
    const CampaignImage before = image_of(ImageFormat::jpeg, filled({200, 100, 50}), srgb());
    for (const std::string& icc : {srgb(), dark_grey()}) {
        CampaignImage image = before;
        image.profile->icc = icc;
        CHECK(standardize(image).empty());
        CHECK(image.bytes == before.bytes);
        CHECK_FALSE(image.profile);
    }
}

TEST_CASE("colours: a picture is coded again in its own format, with its new digest") {
    const Rgb wanted = by_matrix(adobe_to_srgb, {60, 180, 90}, [](double v) { return std::pow(v, 563.0 / 256); });
    for (const ImageFormat format : {ImageFormat::jpeg, ImageFormat::png}) {
        CampaignImage image = image_of(format, filled({60, 180, 90}), adobe_rgb());
        CHECK(standardize(image).empty());
        CHECK_FALSE(image.profile);
        CHECK(image.digest == sha256(image.bytes));
        const auto raster = format == ImageFormat::jpeg ? decode_jpeg(image.bytes) : decode_png(image.bytes);
        REQUIRE(raster);
        CHECK(are_near(raster->samples, wanted, 3));
    }
}

TEST_CASE("colours: a picture that lies on its side is turned as its colours are converted") {
    CampaignImage image = image_of(ImageFormat::jpeg, filled({60, 180, 90}), adobe_rgb());
    CampaignImage lying = image;
    lying.orientation = 6;
    CHECK(standardize(image).empty());
    CHECK(standardize(lying).empty());
    const auto straight = decode_jpeg(image.bytes), turned = decode_jpeg(lying.bytes);
    REQUIRE(straight);
    REQUIRE(turned);
    CHECK(turned->width == straight->height);
    CHECK(turned->samples == straight->samples); // all of one colour
}

TEST_CASE("colours: a PNG of 16 bits a channel keeps its levels") {
    // 2 by 1 pixels of grey at 0x8080, without a word on colour, as loading leaves it.
    const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\2\0\0\0\1\x10\0\0\0\0\x81\xD9\xFC\x15"
                          "\0\0\0\x0BIDAT\x78\x9C\x63\x68\0\2\0\5\5\2\1\xAC\x53\x22\x3A"
                          "\0\0\0\0IEND\xAE\x42\x60\x82", 68);
    const auto raster = decode_png(png);
    REQUIRE(raster);
    CHECK(raster->samples == std::vector<std::uint8_t>{0x80, 0x80});
}

TEST_CASE("colours: inks become what the press's profile says they look like") {
    const std::string icc = press();
    CHECK(are_near(to_srgb(inks({0, 0, 0, 0}), icc)->samples, {255, 255, 255}, 2));
    CHECK(are_near(to_srgb(inks({255, 0, 0, 0}), icc)->samples, {0, 255, 255}, 4));
    CHECK(are_near(to_srgb(inks({0, 255, 0, 0}), icc)->samples, {255, 0, 255}, 4));
    CHECK(are_near(to_srgb(inks({0, 0, 255, 0}), icc)->samples, {255, 255, 0}, 4));
    CHECK(are_near(to_srgb(inks({0, 0, 0, 255}), icc)->samples, {0, 0, 0}, 2));
    CHECK_FALSE(to_srgb(inks({0, 0, 0, 0}), adobe_rgb()));
}

TEST_CASE("colours: a profile that is cut anywhere is told of and never a crash") {
    const CampaignImage whole = image_of(ImageFormat::png, filled({200, 100, 50}), adobe_rgb());
    std::size_t refused = 0;
    for (std::size_t size = 0; size < whole.profile->icc.size(); size += 7) {
        CampaignImage image = whole;
        image.profile->icc.resize(size);
        const Diagnostics faults = standardize(image);
        CHECK_FALSE(image.profile);
        if (faults.empty()) continue;
        ++refused;
        CHECK(faults[0].code == "pictures.colour-profile");
        CHECK(faults[0].severity == Severity::warning);
        CHECK_THAT(faults[0].message, Contains("`Adobe RGB (1998)`, but that profile is damaged"));
        CHECK(image.bytes == whole.bytes);
    }
    CHECK(refused > 30);
    const std::string icc = press();
    for (std::size_t at = 128; at < 600; at += 16) { // its tags, and the beginning of its table
        std::string changed = icc;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        to_srgb(inks({10, 20, 30, 40}), changed);
    }
}
