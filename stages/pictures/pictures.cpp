// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/pictures.hpp"

#include "stages/model/image_credit.hpp"
#include "stages/pictures/downscale.hpp"
#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/rights.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace presskit::pictures {
namespace {

std::string with_rights(ImageFormat format, std::string_view bytes, const ImageRights& rights) {
    return format == ImageFormat::jpeg ? jpeg_with_rights(bytes, rights)
                                       : png_with_rights(bytes, rights);
}

/// Loading has seen that the picture decodes, so that only memory can be short.
template <class T>
T needed(std::optional<T> made, const CampaignImage& image) {
    if (!made) throw std::runtime_error("no copy of `" + image.path + "` could be made");
    return std::move(*made);
}

bool is_logo(const Brand& brand, const std::string& path) {
    return brand.logo && brand.logo->path == path;
}

bool is_partners(const Brand& brand, const std::string& path) {
    return std::ranges::any_of(brand.partners, [&](const PartnerLogo& partner) {
        return partner.logo.path == path;
    });
}

/// The picture in so many pixels across, in its own format; none if that does not save bytes.
std::optional<SmallerCopy> smaller_copy(const CampaignImage& image, std::uint32_t width, int quality) {
    const bool is_jpeg = image.format == ImageFormat::jpeg;
    const Raster small = downscale(
        needed(is_jpeg ? decode_jpeg(image.bytes) : decode_png(image.bytes), image), width);
    const std::string bytes =
        needed(is_jpeg ? encode_jpeg(small, quality) : encode_png(small), image);
    SmallerCopy copy{small.width, small.height, with_rights(image.format, bytes, image.rights), {}};
    if (copy.bytes.size() >= image.bytes.size()) return std::nullopt;
    copy.digest = sha256(copy.bytes);
    return copy;
}

const std::string nothing;

const std::string& first_of(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

} // namespace

ImageRights rights_of(const Campaign& campaign, const std::string& path) {
    const auto found = campaign.image_records.find(path);
    const ImageRecord record = found == campaign.image_records.end() ? ImageRecord{} : found->second;
    const auto image = campaign.images.find(path);
    const ImageRights own = image == campaign.images.end() ? ImageRights{} : image->second.own_rights;
    ImageRights rights{.creator = first_of(record.creator, own.creator),
                       .credit = credit_of(campaign, path),
                       .notice = own.notice,
                       .url = own.url};
    if (record.holder.empty() && !own.notice.empty()) {
        // The campaign's licence is not its to give.
        if (record.licence.empty()) return rights;
        rights.notice += ". " + record.licence;
        rights.url = record.licence == campaign.rights.licence ? campaign.rights.url : nothing;
        return rights;
    }
    if (record.holder.empty() && is_partners(campaign.brand, path)) {
        rights.notice = "All rights with the owner of the logo.";
        return rights;
    }
    const std::string& holder = first_of(record.holder, campaign.rights.holder);
    // That texts may be used freely says nothing of the publisher's own sign.
    const std::string& otherwise = is_logo(campaign.brand, path) ? nothing : campaign.rights.licence;
    const std::string& licence = first_of(record.licence, otherwise);
    rights.credit = first_of(rights.credit, holder);
    rights.notice = "© " + holder + (licence.empty() ? "" : ". " + licence);
    rights.url = licence == campaign.rights.licence ? campaign.rights.url : nothing;
    return rights;
}

void declare_rights(Campaign& campaign) {
    for (auto& [path, image] : campaign.images) {
        image.rights = rights_of(campaign, path);
        image.bytes = with_rights(image.format, image.bytes, image.rights);
        image.digest = sha256(image.bytes);
    }
    for (auto& [path, drawing] : campaign.drawn_logos) drawing.rights = rights_of(campaign, path);
}

void make_web_copy(CampaignImage& image) {
    if (image.format == ImageFormat::svg || image.width <= web_width ||
        image.bytes.size() <= light_bytes)
        return;
    image.web = smaller_copy(image, web_width, web_jpeg_quality);
}

std::uint32_t print_width(const Campaign& campaign) {
    Length measure;
    for (const DocumentKind kind : {DocumentKind::release, DocumentKind::sheet, DocumentKind::guide})
        measure = std::max(measure, campaign.brand.room(kind, GridPlace::pictures).width);
    return static_cast<std::uint32_t>(
        (measure.millipoints * campaign.print_density + 71'999) / 72'000);
}

void make_print_copy(CampaignImage& image, std::uint32_t width) {
    const bool is_large = std::uint64_t{image.width} * 10 >= std::uint64_t{width} * 11;
    if (image.format != ImageFormat::jpeg || width == 0 || !is_large) return;
    image.print = smaller_copy(image, width, print_jpeg_quality);
}

std::optional<Raster> pixels_of(const CampaignImage& image, std::uint32_t width) {
    if (image.format == ImageFormat::svg) return std::nullopt;
    std::optional<Raster> raster =
        image.format == ImageFormat::jpeg ? decode_jpeg(image.bytes) : decode_png(image.bytes);
    return raster && raster->width > width ? downscale(*raster, width) : raster;
}

} // namespace presskit::pictures
