// SPDX-License-Identifier: Apache-2.0
/// A planned artefact as it was made: what its kits hold and say of it.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/model/document_format.hpp"
#include "stages/model/kit.hpp"
#include "stages/render/render.hpp"
#include "stages/verify/pdf_checks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit::cli {

/// A picture that a document shows, as its caption words it.
struct ShownImage {
    std::string path, alternative_text, caption, credit;
    bool operator==(const ShownImage&) const = default;
};

/// A planned artefact in a format beside its PDF. `bytes` are as in bundle::ZipEntry; `digest` is
/// of the file itself.
struct MadeFormat {
    DocumentFormat format = DocumentFormat::html;
    std::string bytes;
    std::optional<bundle::Inflated> inflated;
    Digest digest;
};

/// Of the pictures of pages, in pixels.
inline constexpr std::uint32_t preview_width = 440;

/// A release's card: a PNG, and the words on it.
struct MadeCard {
    std::string png, words;
    Digest digest;
};

/// The picture of a page. Its bytes are let go once they are where they will lie.
struct MadePreview {
    PagePreview page;
    std::string png;
};

/// The PDF of a planned artefact and its other formats, and what kits say of them.
struct MadeArtefact {
    std::string pdf;
    Digest digest;
    render::ByteCount use; ///< what the PDF's bytes are spent on
    std::uint32_t pages = 0;
    std::string title, fallback_notice, release_notice, prevailing_notice;
    std::vector<ShownImage> images;
    std::vector<MadeFormat> formats;
    std::optional<MadeCard> card; ///< of a release
    std::vector<MadePreview> previews; ///< of all pages, where they were asked for
    const verify::PdfCheck* check = nullptr; ///< none if it was not read again
};

} // namespace presskit::cli
