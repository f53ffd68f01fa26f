// SPDX-License-Identifier: Apache-2.0
/// What the documents of a campaign share, made at first use and kept.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/result.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/model/font_library.hpp"
#include "stages/render/fonts.hpp"
#include "stages/render/images.hpp"
#include "stages/render/render.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace presskit::render {

/// Pictures of one document by path, as the store keeps them.
using DocumentImages = std::map<std::string, const EncodedImage*, std::less<>>;

struct PdfWriter::Store {
    Store(const FontLibrary& library, const std::map<std::string, CampaignImage>& campaign_images);

    /// The fonts that `pages` uses, subset to its glyphs.
    Result<DocumentFonts> fonts_of(const Pages& pages);
    /// The pictures that `pages` uses.
    Result<DocumentImages> images_of(const Pages& pages);

    const FontLibrary& library;
    const std::map<std::string, CampaignImage>& images;
    Deflater content_deflater;                  ///< for what one document uses once
    Deflater lasting_deflater;                  ///< for what many documents use
    std::shared_ptr<const std::string> profile; ///< deflated

  private:
    struct ShownPicture {
        Length width, height; ///< where it is shown largest
        Span span;
    };

    Result<std::shared_ptr<FontFace>> face(FontId font);
    Result<const EncodedImage*> encoded(const std::string& path, const ShownPicture& shown);

    std::map<FontId, std::shared_ptr<FontFace>> faces_;
    std::map<std::pair<std::string, std::uint32_t>, EncodedImage> encoded_; ///< by path and factor
};

} // namespace presskit::render
