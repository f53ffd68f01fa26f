// SPDX-License-Identifier: Apache-2.0
/// The body of a text: CommonMark with tables, footnotes and presskit's own marks, to a Document.
/// The dialect is described in docs for authors; what it leaves out (raw HTML, remote pictures,
/// links that are not encrypted) is refused, never passed on.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/document.hpp"

#include <cstdint>
#include <string>

namespace presskit::load {

/// Parses the bytes of a file from `body_begin`, the start of the line behind the front matter. The
/// head of the document is left empty. All faults are found in one run and carry their places; the
/// codes are listed in the headers of the steps, markdown_scan to markdown_checks.
/// Spec: CommonMark 0.29, GFM 0.29 4.10.
Result<Document> parse_markdown(const SourceMap& sources, SourceId source, std::uint32_t body_begin,
                                const Locale& language);

} // namespace presskit::load
