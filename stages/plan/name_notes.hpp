// SPDX-License-Identifier: Apache-2.0
/// Names that never stand without their note: the mark after the first mention, the note at the
/// end.
#pragma once

#include "stages/model/campaign.hpp"

namespace presskit::plan {

/// For each country with a care note whose name `document` mentions: puts a reference behind the
/// first mention in the text and the note, with its mark, at the end of the footnotes. If the head
/// mentions the name, the mark stands there too. Words match whole and in any case.
void note_names(const Campaign& campaign, Document& document);

} // namespace presskit::plan
