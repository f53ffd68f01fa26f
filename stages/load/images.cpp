// SPDX-License-Identifier: Apache-2.0
#include "stages/load/images.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/colour_profile.hpp"
#include "stages/load/embedded_rights.hpp"
#include "stages/load/picture.hpp"

#include <utility>

namespace presskit::load {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

Diagnostic image_fault(const std::string& path, Span use, std::string code, const std::string& what,
                       std::string hint) {
    return {"load." + std::move(code),
            "picture " + yaml::quoted(path) + " " + what,
            std::move(hint),
            use,
            {},
            Severity::error,
            Blame::content};
}

} // namespace

bool is_allowed_size(Picture& picture) {
    const std::uint64_t pixels = std::uint64_t{picture.width} * picture.height;
    const bool allowed = picture.width > 0 && picture.height > 0 &&
                         picture.width <= max_image_side && picture.height <= max_image_side &&
                         pixels <= max_image_pixels;
    if (allowed) return true;
    picture.fault = "has " + std::to_string(picture.width) + " by " +
                    std::to_string(picture.height) + " pixels";
    picture.hint = "make it at most " + std::to_string(max_image_side) + " pixels a side and " +
                   std::to_string(max_image_pixels / 1'000'000) + " million in all";
    return false;
}

Result<CampaignImage> read_image(const std::string& path, std::string_view bytes, Span use) {
    if (bytes.size() > max_image_bytes)
        return image_fault(path, use, "image-too-large", "has " + human_bytes(bytes.size()),
                           "save it with at most " + human_bytes(max_image_bytes));
    const bool png = bytes.starts_with(png_signature);
    if (!png && !bytes.starts_with(jpeg_signature))
        return image_fault(path, use, "image-format", "is neither PNG nor JPEG",
                           "save it in one of these formats");
    Picture picture = png ? read_png(bytes) : read_jpeg(bytes);
    if (!picture.fault.empty())
        return image_fault(path, use, "unusable-image", picture.fault, picture.hint);
    CampaignImage image{path,
                        png ? ImageFormat::png : ImageFormat::jpeg,
                        picture.width,
                        picture.height,
                        std::move(picture.bytes),
                        {}};
    image.digest = sha256(image.bytes);
    image.own_rights = embedded_rights(bytes);
    image.orientation = picture.orientation;
    if (lies_on_side(image.orientation)) std::swap(image.width, image.height);
    if (std::string name = other_profile(picture.icc); !name.empty())
        image.profile = ColourProfile{std::move(name), std::move(picture.icc), use};
    return image;
}

bool is_image_name(std::string_view path) {
    const std::string name = lower_ascii(path);
    return name.ends_with(".png") || name.ends_with(".jpg") || name.ends_with(".jpeg");
}

} // namespace presskit::load
