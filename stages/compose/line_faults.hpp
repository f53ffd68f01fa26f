// SPDX-License-Identifier: Apache-2.0
/// What an author is told of lines that could not be set well.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/paragraph.hpp"

#include <vector>

namespace presskit::compose {

/// Warnings, each at the word that its line begins with: "compose.loose-line",
/// "compose.divided-word", "compose.untied-words", "compose.overfull-line", "compose.hyphen-ladder".
/// Lines that no author wrote (page furniture) have no place and are passed over.
Diagnostics line_faults(const StyledText& text, const std::vector<SetLine>& lines);

} // namespace presskit::compose
