// SPDX-License-Identifier: Apache-2.0
/// Editions of the small campaign's English guide with a body given in a test, and what they say.
#pragma once

#include "stages/model/plain_text.hpp"
#include "stages/plan/edition.hpp"
#include "tests/unit/plan/small_campaign.hpp"

#include <string>
#include <utility>
#include <vector>

namespace presskit::plan {

/// The English guide with this body, for a country or none.
inline Result<Edition> guide(Blocks body, const char* country = "", std::vector<Footnote> footnotes = {}) {
    Campaign campaign = small_campaign();
    Document& text = campaign.texts[{"guide", {}, {"en"}}];
    text.body = std::move(body);
    text.footnotes = std::move(footnotes);
    campaign.brand.layouts[static_cast<std::size_t>(DocumentKind::guide)].numbered_headings = true;
    return make_edition(campaign, english("guide", country));
}

inline std::string body_text(const Result<Edition>& edition) {
    if (!edition) return "faulty";
    Edition body = *edition;
    body.document.head = {};
    return plain_text(body);
}

} // namespace presskit::plan
