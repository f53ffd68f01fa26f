// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/formats.hpp"

#include "stages/formats/html.hpp"
#include "stages/formats/ninjs.hpp"
#include "stages/formats/text.hpp"

namespace presskit::formats {
namespace {

/// In the order of DocumentFormat; the packages have no writer of bytes.
constexpr std::string (*writers[document_format_count])(const Copy&){to_html, to_text, nullptr,
                                                                     to_ninjs};

} // namespace

std::vector<FormattedDocument> write_formats(const Campaign& campaign, const Edition& edition,
                                             const std::vector<DocumentFormat>& formats,
                                             const CardFile* card) {
    std::vector<FormattedDocument> out;
    if (formats.empty()) return out;
    const Copy copy = make_copy(campaign, edition, card);
    for (const DocumentFormat format : formats) {
        const auto write = writers[static_cast<std::size_t>(format)];
        if (write != nullptr)
            out.push_back({format, write(copy), {}});
        else
            out.push_back({format, {}, docx_parts(copy)});
    }
    return out;
}

} // namespace presskit::formats
