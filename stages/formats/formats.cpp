// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/formats.hpp"

#include "stages/formats/copy.hpp"
#include "stages/formats/html.hpp"
#include "stages/formats/text.hpp"

namespace presskit::formats {
namespace {

/// In the order of DocumentFormat.
constexpr std::string (*writers[document_format_count])(const Copy&){to_html, to_text};

} // namespace

std::vector<FormattedDocument> write_formats(const Campaign& campaign, const Edition& edition,
                                             const std::vector<DocumentFormat>& formats) {
    std::vector<FormattedDocument> out;
    if (formats.empty()) return out;
    const Copy copy = make_copy(campaign, edition);
    for (const DocumentFormat format : formats)
        out.push_back({format, writers[static_cast<std::size_t>(format)](copy)});
    return out;
}

} // namespace presskit::formats
