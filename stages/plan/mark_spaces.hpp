// SPDX-License-Identifier: Apache-2.0
/// Spaces beside marks, as French has them.
#pragma once

#include "stages/model/document.hpp"
#include "stages/model/language.hpp"

namespace presskit::plan {

/// Where the language writes a space before its colon, makes those before : ; ! ? » and after « spaces that do
/// not break: in HTML and text, and wherever these are pasted, no line begins with a mark. Leaves code as it is.
void keep_marks(Document& document, const Language& language);

} // namespace presskit::plan
