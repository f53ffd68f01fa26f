// SPDX-License-Identifier: Apache-2.0
/// Files that a document carries along. ISO 32000-2 7.11.4, 14.13; ISO 19005-3 6.8.
#pragma once

#include "stages/model/pdf_rules.hpp"
#include "stages/render/haru.hpp"

#include <string>

namespace presskit::render {

/// Writes embedded files, their specifications and the tree of their names, and returns what the
/// catalog says of them: Names and AF; nothing without attachments. `timestamp` is their ModDate.
std::string write_attachments(PdfFile& file, const Attachments& attachments, std::int64_t timestamp,
                              Deflater& deflater);

} // namespace presskit::render
