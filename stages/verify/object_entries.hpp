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

/// What an entry of a dictionary means by its key, alone or with its neighbours: actions, attachments, forms,
/// images, graphics states, transparency groups.
void check_entry(PdfCase& pdf, const ObjectEntries& entries, std::string_view key,
                 QPDFObjectHandle& value);

} // namespace presskit::verify
