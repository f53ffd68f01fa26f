// SPDX-License-Identifier: Apache-2.0
/// Which paragraph of a release is what.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/import/dateline.hpp"
#include "stages/import/paragraphs.hpp"
#include "stages/model/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace presskit::import {

enum class PartKind { body, heading, contact, boilerplate_heading, boilerplate };

struct Part {
    PartKind kind = PartKind::body;
    Paragraph paragraph;
};

/// `parts` are all paragraphs after the deck, in the order of the text; the dateline is cut from
/// the first.
struct ReleaseParts {
    std::u32string kicker, title, deck;
    std::u32string embargo; ///< the line that says until when; it stands in kicker or deck, too
    std::optional<Dateline> dateline;
    std::vector<Part> parts;
};

/// Errors: no headline. Warnings: an embargo, for a place and a zone are the author's to say.
Result<ReleaseParts> find_parts(std::vector<Paragraph> paragraphs, SourceId source,
                                const Language& language);

/// The first e-mail address in `text`, as offset and length in code points.
struct FoundAddress {
    std::size_t begin = 0, end = 0;
};
std::optional<FoundAddress> find_email(std::u32string_view text, std::size_t from = 0);
/// The first https address.
std::optional<FoundAddress> find_url(std::u32string_view text, std::size_t from = 0);

} // namespace presskit::import
