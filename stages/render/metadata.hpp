// SPDX-License-Identifier: Apache-2.0
/// What a file says of itself, twice and in agreement: the document information dictionary and XMP.
/// ISO 32000-1 14.3; ISO 19005-2 6.6; ISO 14289-1 5.
#pragma once

#include "stages/model/page.hpp"
#include "stages/model/pdf_rules.hpp"
#include "stages/render/haru.hpp"

#include <cstdint>
#include <string>

namespace presskit::render {

/// Properties as both places write them: without characters XML cannot hold.
struct Metadata {
    explicit Metadata(const Properties& properties);

    std::string title, author, description, rights, language;
    std::vector<std::string> keywords;
    std::string all_keywords; ///< joined by ", "
    std::string creator, producer;
    std::int64_t timestamp = 0; ///< seconds since 1970-01-01T00:00Z
};

/// Entries of the document information dictionary. ISO 32000-1 table 317.
std::string information_entries(const Metadata& metadata);

/// An XMP packet that claims what `rules` ask for: PDF/UA-1 and PDF/A-2a, or A-3a with attachments; or
/// PDF/UA-2 and PDF/A-4, or A-4f. The parts 2 and 3 of PDF/A do not know the pdfuaid schema by
/// themselves, so it is described (ISO 19005-2 6.6.2.3).
std::string xmp_packet(const Metadata& metadata, const PdfRules& rules);

/// `D:20210518080000Z`, ISO 32000-1 7.9.4.
std::string pdf_date(std::int64_t timestamp);

/// `2021-05-18T08:00:00Z`, ISO 8601 as XMP writes it.
std::string iso_date(std::int64_t timestamp);

} // namespace presskit::render
