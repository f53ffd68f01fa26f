// SPDX-License-Identifier: Apache-2.0
/// A small PDF that keeps every rule, as source text that a test can break on purpose.
#pragma once

#include "stages/verify/pdf.hpp"

#include <map>
#include <string>
#include <string_view>

namespace presskit::verify {

/// Objects by number; `bytes` sets them out with a cross-reference table.
struct PdfSource {
    std::string header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::map<int, std::string> objects;
    std::string trailer = "/Root 1 0 R /Info 14 0 R /ID [<0123456789ABCDEF><0123456789ABCDEF>]";
    std::string end = "%%EOF\n";

    std::string bytes() const;
};

/// A stream object of uncompressed bytes.
std::string stream_object(const std::string& entries, const std::string& bytes);

/// One page with a heading, a paragraph, a link, a table, a list, a figure and a note.
PdfSource good_pdf(const std::string& language = "en");

/// Parts of the source that are no objects, for `broken_pdf`.
inline constexpr int in_header = -1, in_trailer = -2, at_end = -3;

/// The good PDF with the first `from` of an object or a part replaced by `to`; a stream's Length is
/// made to fit. Requires: it is there.
std::string broken_pdf(int object, const std::string& from, const std::string& to);

bool has_code(const PdfCheck& check, std::string_view code);

} // namespace presskit::verify
