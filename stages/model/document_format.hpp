// SPDX-License-Identifier: Apache-2.0
/// The formats that a kit can hold a document in, beside its PDF.
#pragma once

#include <string>
#include <string_view>

namespace presskit {

enum class DocumentFormat { html, text, docx, ninjs };
inline constexpr std::size_t document_format_count = 4;

/// `id` names the format in campaign.yaml, `label` for readers of any language; a file's name is
/// that of the PDF with `extension` in the place of ".pdf".
struct FormatTraits {
    DocumentFormat format;
    std::string_view id, label, extension, media_type;
};

inline constexpr FormatTraits document_formats[document_format_count]{
    {DocumentFormat::html, "html", "HTML", ".html", "text/html"},
    {DocumentFormat::text, "text", "TXT", ".txt", "text/plain"},
    {DocumentFormat::docx, "docx", "DOCX", ".docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {DocumentFormat::ninjs, "ninjs", "ninjs", ".ninjs.json", "application/json"}};

/// News systems take news: by default only a release is written for them.
constexpr bool is_default(DocumentFormat format, bool release) {
    return release || format != DocumentFormat::ninjs;
}

constexpr const FormatTraits& traits_of(DocumentFormat format) {
    return document_formats[static_cast<std::size_t>(format)];
}

/// The name of a document in `format`; `pdf_name` is that of its PDF.
inline std::string name_in(DocumentFormat format, std::string_view pdf_name) {
    pdf_name.remove_suffix(pdf_name.ends_with(".pdf") ? 4 : 0);
    return std::string(pdf_name).append(traits_of(format).extension);
}

} // namespace presskit
