// SPDX-License-Identifier: Apache-2.0
/// What the campaign's abbreviations stand for, at their mentions.
#pragma once

#include "stages/model/campaign.hpp"

namespace presskit::plan {

/// Marks each abbreviation that the campaign explains in the document's language, or in that of the
/// foreign words around it, with what it stands for: at its first mention below each heading, since
/// readers begin where they like. Only whole words count; code is left alone. A derived language
/// takes those of the language it is derived from, in its own script.
void expand_abbreviations(const Campaign& campaign, Document& document);

} // namespace presskit::plan
