// SPDX-License-Identifier: Apache-2.0
/// What dictionaries may say wherever they stand; private to the pdf_*.cpp files.
#pragma once

#include "stages/verify/pdf_case.hpp"

#include <map>
#include <string>
#include <string_view>

namespace presskit::verify {

/// A dictionary's entries, taken once: qpdf describes each entry that it is asked for in vain, which costs
/// more than all of them.
using ObjectEntries = std::map<std::string, QPDFObjectHandle>;

/// No object where there is none: `to_name` and its like take it for nothing.
QPDFObjectHandle entry(const ObjectEntries& entries, const std::string& key);

/// What an entry means by its key alone: actions, attachments, forms, images, graphics states.
void check_entry(PdfCase& pdf, std::string_view key, const QPDFObjectHandle& value);
/// What entries mean together: kinds of objects, images, transparency groups.
void check_dictionary(PdfCase& pdf, const ObjectEntries& entries);

} // namespace presskit::verify
