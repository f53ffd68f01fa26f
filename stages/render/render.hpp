// SPDX-License-Identifier: Apache-2.0
/// Finished pages as PDF files that conform to PDF/UA and PDF/A at once.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/model/font_library.hpp"
#include "stages/model/page.hpp"
#include "stages/model/pdf_rules.hpp"
#include "stages/render/byte_use.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace presskit::render {

struct WriterOptions {
    PdfRules rules;         ///< `attachments` is not asked: what is given is attached
    bool linearize = false; ///< in the order of fast web view
};

/// Writes documents of one campaign. Keeps what they share: parsed fonts, subsets, encoded pictures
/// and the colour profile are made once. Equal pages give equal bytes, whatever was written before.
/// One thread; a worker has its own.
class PdfWriter {
  public:
    /// `fonts` and `images` must outlive the object; `images` is by path.
    PdfWriter(const FontLibrary& fonts, const std::map<std::string, CampaignImage>& images,
              const WriterOptions& options = {});
    ~PdfWriter();
    PdfWriter(PdfWriter&&) noexcept;
    PdfWriter& operator=(PdfWriter&&) noexcept;

    /// The whole file.
    /// Errors: all breaches of the two standards that `pages` itself brings (see conformance.hpp);
    /// a font or picture that cannot be embedded; a fault inside libharu.
    Result<RenderedPdf> write(const Pages& pages, const Attachments& attachments = {});

  private:
    struct Store;
    std::unique_ptr<Store> store_;
    WriterOptions options_;
};

} // namespace presskit::render
