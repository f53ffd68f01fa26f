// SPDX-License-Identifier: Apache-2.0
/// What the body of a text refers to outside itself: pictures, variables, countries, languages and
/// instruments.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"

#include <string>
#include <vector>

namespace presskit::load {

struct PictureUse {
    std::string path;
    Span span;
    bool credited = false; ///< or decorative, which needs no credit
};

/// The pictures of a text in order, each as often as it is used.
std::vector<PictureUse> pictures_of(const Document& document);

/// Whether the text has an index of instruments.
bool has_index(const Document& document);

/// Errors: a variable, or the country of one, that the campaign lacks; content for countries or
/// languages that are not declared; a mention of an instrument that is not, or an index of none.
Diagnostics check_references(const Document& document, const Campaign& campaign);

} // namespace presskit::load
