// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/srgb.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

namespace presskit::pictures {
namespace {

/// Little CMS's own handles are all `void*`.
struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct DeleteTransform {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;

/// Of a device that makes or shows pictures; else null.
Profile open(std::string_view icc) {
    Profile profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
    if (!profile) return nullptr;
    switch (cmsGetDeviceClass(profile.get())) {
    case cmsSigInputClass:
    case cmsSigDisplayClass:
    case cmsSigOutputClass:
    case cmsSigColorSpaceClass: return profile;
    default: return nullptr;
    }
}

/// sRGB's curve alone: grey is the same share of light in all three.
Profile grey_srgb() {
    constexpr std::array<cmsFloat64Number, 5> curve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* tone = cmsBuildParametricToneCurve(nullptr, 4, curve.data()); // IEC 61966-2-1
    Profile profile(tone == nullptr ? nullptr : cmsCreateGrayProfile(cmsD50_xyY(), tone));
    cmsFreeToneCurve(tone);
    return profile;
}

Transform link(const Profile& from, cmsUInt32Number from_type, cmsUInt32Number to_type) {
    const bool grey = T_COLORSPACE(to_type) == PT_GRAY;
    const Profile to = grey ? grey_srgb() : Profile(cmsCreate_sRGBProfile());
    if (!from || !to) return nullptr;
    return Transform(cmsCreateTransform(from.get(), from_type, to.get(), to_type,
                                        INTENT_RELATIVE_COLORIMETRIC,
                                        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_COPY_ALPHA));
}

cmsUInt32Number type_of(int channels) {
    switch (channels) {
    case 1: return TYPE_GRAY_8;
    case 2: return TYPE_GRAYA_8;
    case 3: return TYPE_RGB_8;
    default: return TYPE_RGBA_8;
    }
}

/// Rather than by its name: whether no colour of a grid moves by more than two levels of 255.
bool changes_nothing(const Transform& transform, int channels) {
    constexpr int step = 15, most = 2;
    std::vector<std::uint8_t> before;
    for (int r = 0; r <= 255; r += step)
        for (int g = 0; g <= 255; g += step)
            for (int b = 0; b <= 255; b += step) {
                const std::array<int, 4> pixel{r, channels < 3 ? 255 : g, b, 255};
                for (int c = 0; c < channels; ++c)
                    before.push_back(static_cast<std::uint8_t>(pixel[static_cast<std::size_t>(c)]));
            }
    std::vector<std::uint8_t> after = before;
    cmsDoTransform(transform.get(), before.data(), after.data(),
                   static_cast<cmsUInt32Number>(before.size() / static_cast<std::size_t>(channels)));
    for (std::size_t i = 0; i < before.size(); ++i)
        if (std::abs(before[i] - after[i]) > most) return false;
    return true;
}

} // namespace

SrgbOutcome to_srgb(Raster& raster, std::string_view icc) {
    const Profile profile = open(icc);
    if (!profile) return SrgbOutcome::refused;
    const cmsColorSpaceSignature wanted = raster.channels < 3 ? cmsSigGrayData : cmsSigRgbData;
    if (cmsGetColorSpace(profile.get()) != wanted) return SrgbOutcome::not_its_kind;
    const cmsUInt32Number type = type_of(raster.channels);
    const Transform transform = link(profile, type, type);
    if (!transform) return SrgbOutcome::refused;
    if (changes_nothing(transform, raster.channels)) return SrgbOutcome::same;
    cmsDoTransform(transform.get(), raster.samples.data(), raster.samples.data(),
                   raster.width * raster.height);
    return SrgbOutcome::converted;
}

std::optional<Raster> to_srgb(const InkRaster& inks, std::string_view icc) {
    const Profile profile = open(icc);
    if (!profile || cmsGetColorSpace(profile.get()) != cmsSigCmykData) return std::nullopt;
    const Transform transform = link(profile, TYPE_CMYK_8, TYPE_RGB_8);
    if (!transform) return std::nullopt;
    const std::size_t pixels = std::size_t{inks.width} * inks.height;
    Raster raster{inks.width, inks.height, 3, std::vector<std::uint8_t>(pixels * 3)};
    cmsDoTransform(transform.get(), inks.samples.data(), raster.samples.data(),
                   static_cast<cmsUInt32Number>(pixels));
    return raster;
}

} // namespace presskit::pictures
