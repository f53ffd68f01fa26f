// SPDX-License-Identifier: Apache-2.0
/// Bytes of a word processor, a web page or an e-mail to clean lines.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::import {

/// Lines of `bytes` in NFC, without line ends, with single spaces, trimmed; an empty line is a
/// blank one. A no-break space is kept beside a digit, where it holds a number to its unit or its
/// noun, and is a plain space elsewhere. Straight quotation marks become those of `language`.
/// The marks of a quoted e-mail ("> ") are gone if they stand before all lines. Characters that
/// cannot be printed are removed. Errors: not UTF-8; longer than largest_text.
/// Warnings: control characters that were removed.
Result<std::vector<std::u32string>> clean_lines(std::string_view bytes, SourceId source,
                                                const Language& language);

/// Replaces straight quotation marks and apostrophes in one line.
void curl_quotes(std::u32string& line, const QuotationMarks& marks);

} // namespace presskit::import
