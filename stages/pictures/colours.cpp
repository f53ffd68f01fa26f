// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/colours.hpp"

#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/srgb.hpp"
#include "stages/pictures/upright.hpp"

#include <stdexcept>
#include <utility>

namespace presskit::pictures {
namespace {

Diagnostic unusable_profile(const CampaignImage& image, bool is_cmyk) {
    Diagnostic fault;
    fault.code = is_cmyk ? "pictures.cmyk" : "pictures.colour-profile";
    fault.message = "picture `" + image.path + "` has the colours of `" + image.profile->name +
                    "`, but that profile is damaged" +
                    (is_cmyk ? "" : "; shown as sRGB they are wrong");
    fault.hint = is_cmyk ? "convert it to RGB and save it again" : "export it again with the profile sRGB";
    fault.span = image.profile->use;
    fault.severity = is_cmyk ? Severity::error : Severity::warning;
    return fault;
}

void encode(CampaignImage& image, const Raster& raster) {
    std::optional<std::string> bytes = image.format == ImageFormat::jpeg
                                           ? encode_jpeg(raster, print_jpeg_quality)
                                           : encode_png(raster);
    if (!bytes) throw std::runtime_error("`" + image.path + "` could not be coded again");
    image.bytes = std::move(*bytes);
    image.digest = sha256(image.bytes);
}

/// Nothing if the profile is no press's.
std::optional<Raster> pixels_of_inks(const CampaignImage& image) {
    // Loading has seen that it decodes, and that one in CMYK has a profile.
    const std::optional<InkRaster> inks = image.profile && image.format == ImageFormat::jpeg
                                              ? decode_cmyk_jpeg(image.bytes)
                                              : std::optional<InkRaster>{};
    if (!inks) throw std::runtime_error("`" + image.path + "` could not be decoded");
    return to_srgb(*inks, image.profile->icc);
}

} // namespace

Diagnostics standardize(CampaignImage& image) {
    if (!image.profile && image.orientation == 1) return {};
    Diagnostics faults;
    bool is_changed = image.orientation != 1;
    std::optional<Raster> raster =
        image.format == ImageFormat::jpeg ? decode_jpeg(image.bytes) : decode_png(image.bytes);
    if (!raster) {
        raster = pixels_of_inks(image);
        is_changed = raster.has_value();
        if (!raster) faults.push_back(unusable_profile(image, true));
    } else if (image.profile) {
        const SrgbOutcome outcome = to_srgb(*raster, image.profile->icc);
        if (outcome == SrgbOutcome::converted) is_changed = true;
        if (outcome == SrgbOutcome::refused) faults.push_back(unusable_profile(image, false));
    }
    if (is_changed) encode(image, upright(std::move(*raster), image.orientation));
    image.profile.reset();
    image.orientation = 1;
    return faults;
}

} // namespace presskit::pictures
