// SPDX-License-Identifier: Apache-2.0
/// A small PDF that keeps every rule, as source text that a test can break on purpose.
#pragma once

#include <map>
#include <string>

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

} // namespace presskit::verify
