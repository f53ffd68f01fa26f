// SPDX-License-Identifier: Apache-2.0
/// What the body of a text refers to outside itself: pictures, variables, countries and languages.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"

#include <string>
#include <vector>

namespace presskit::load {

struct PictureUse {
    std::string path;
    Span span;
};

/// The pictures of a text in order, each as often as it is used.
std::vector<PictureUse> pictures_of(const Document& document);

/// Errors: a variable, or the country of one, that the campaign lacks; content for countries or
/// languages that are not declared.
Diagnostics check_references(const Document& document, const Campaign& campaign);

} // namespace presskit::load
