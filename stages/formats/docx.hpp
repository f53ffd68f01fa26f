// SPDX-License-Identifier: Apache-2.0
/// A document for word processors: Office Open XML (ECMA-376, ISO/IEC 29500 transitional).
#pragma once

#include "stages/formats/copy.hpp"

#include <string>
#include <vector>

namespace presskit::formats {

/// A file inside a package. Whoever owns the archive library packs them.
struct Part {
    std::string name; ///< with `/`, relative
    std::string bytes;
    bool recurs = false; ///< many packages hold the same
};

/// The parts of a DOCX: headings, lists, tables with header rows, footnotes, pictures with their
/// alternative text, the language and direction of the whole and of each run that has others. No
/// clock is in it.
std::vector<Part> docx_parts(const Copy& copy);

} // namespace presskit::formats
