// SPDX-License-Identifier: Apache-2.0
#include "stages/render/store.hpp"

#include "stages/render/conformance.hpp"
#include "stages/render/shrink.hpp"
#include "stages/render/srgb_profile.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

constexpr int content_level = 4; // 5 takes a fifth longer for a fortieth less
constexpr int lasting_level = 7;

} // namespace

PdfWriter::Store::Store(const FontLibrary& fonts,
                        const std::map<std::string, CampaignImage>& campaign_images)
    : library(fonts),
      images(campaign_images),
      content_deflater(content_level),
      lasting_deflater(lasting_level),
      profile(lasting_deflater.deflate(srgb_profile())) {}

Result<std::shared_ptr<FontFace>> PdfWriter::Store::face(FontId font) {
    if (const auto kept = faces_.find(font); kept != faces_.end()) return kept->second;
    auto opened = FontFace::open(library.at(font));
    if (opened) faces_.emplace(font, *opened);
    return opened;
}

Result<DocumentFonts> PdfWriter::Store::fonts_of(const Pages& pages) {
    DocumentFonts fonts;
    Diagnostics faults;
    for (const auto& [id, glyphs] : glyphs_of(pages)) {
        auto opened = face(id);
        if (!opened) {
            append(faults, std::move(opened.diagnostics));
            continue;
        }
        if (glyphs.back() >= (*opened)->glyph_count()) {
            // Glyphs come of the font's own tables, which say more than it has.
            faults.push_back(unusable_font(library.at(id).path, "its tables name glyphs that it does not have"));
            continue;
        }
        auto subset = (*opened)->subset(glyphs, lasting_deflater);
        if (subset) fonts.emplace(id, DocumentFont{*opened, {*subset, (*opened)->glyph_count()}});
        append(faults, std::move(subset.diagnostics));
    }
    return {std::move(fonts), std::move(faults)};
}

Result<const EncodedImage*> PdfWriter::Store::encoded(const std::string& path,
                                                      const ShownPicture& shown) {
    const auto found = images.find(path);
    if (found == images.end())
        return Diagnostic{"render.unknown-image",
                          "the picture `" + path + "` is not in the campaign",
                          "add the file, or correct its name",
                          shown.span,
                          {},
                          Severity::error,
                          Blame::content};
    const CampaignImage& image = found->second;
    const std::uint32_t factor = std::min(spare_factor(image.width, shown.width),
                                          spare_factor(image.height, shown.height));
    auto kept = encoded_.find({path, factor});
    if (kept == encoded_.end()) {
        auto made = encode_image(image, factor, lasting_deflater);
        for (Diagnostic& fault : made.diagnostics) fault.span = shown.span;
        if (!made) return std::move(made.diagnostics);
        kept = encoded_.emplace(std::pair(path, factor), std::move(*made)).first;
    }
    return &kept->second;
}

Result<DocumentImages> PdfWriter::Store::images_of(const Pages& pages) {
    std::map<std::string, ShownPicture> shown;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* placed = std::get_if<PlacedImage>(&item.shape)) {
                ShownPicture& largest = shown.try_emplace(placed->path, ShownPicture{{}, {}, item.span})
                                            .first->second;
                largest.width = std::max(largest.width, placed->box.width);
                largest.height = std::max(largest.height, placed->box.height);
            }
    DocumentImages used;
    Diagnostics faults;
    for (const auto& [path, picture] : shown) {
        auto image = encoded(path, picture);
        if (image) used.emplace(path, *image);
        append(faults, std::move(image.diagnostics));
    }
    return {std::move(used), std::move(faults)};
}

} // namespace presskit::render
