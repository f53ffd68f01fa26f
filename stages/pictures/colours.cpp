// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/colours.hpp"

#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/srgb.hpp"

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

} // namespace

Diagnostics convert_to_srgb(CampaignImage& image) {
    if (!image.profile) return {};
    const bool is_jpeg = image.format == ImageFormat::jpeg;
    Diagnostics faults;
    std::optional<Raster> raster = is_jpeg ? decode_jpeg(image.bytes) : decode_png(image.bytes);
    if (raster) {
        const SrgbOutcome outcome = to_srgb(*raster, image.profile->icc);
        if (outcome == SrgbOutcome::converted) encode(image, *raster);
        if (outcome == SrgbOutcome::refused) faults.push_back(unusable_profile(image, false));
    } else {
        // Loading has seen that it decodes.
        const std::optional<InkRaster> inks =
            is_jpeg ? decode_cmyk_jpeg(image.bytes) : std::optional<InkRaster>{};
        if (!inks) throw std::runtime_error("`" + image.path + "` could not be decoded");
        raster = to_srgb(*inks, image.profile->icc);
        if (raster)
            encode(image, *raster);
        else
            faults.push_back(unusable_profile(image, true));
    }
    image.profile.reset();
    return faults;
}

} // namespace presskit::pictures
