// SPDX-License-Identifier: Apache-2.0
/// The index of instruments: its entries are set with the text, its page numbers once all pages are made.
#pragma once

#include "stages/compose/composition.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace presskit::compose {

/// By instrument: the pages that mention it, each with how far down it first does.
using MentionedPages = std::map<std::uint32_t, std::map<std::uint32_t, Length>>;

/// A field and where its row came to stand: the text block's left edge and the row's top.
struct PlacedPageList {
    std::uint32_t page = 0;
    Point origin;
    PageListField field;
};

/// Where a document's links lead and stand.
struct LinkPlaces {
    std::map<std::string, Destination>& anchors;
    std::vector<std::pair<std::uint32_t, RowLink>>& links; ///< by page
};

/// Writes "3, 5–7, 12" into each list, every number a link. Pages that follow one another become one
/// range; if the room is too small, so do those that lie closest together.
void set_page_lists(Composition& c, Pages& pages, const std::vector<PlacedPageList>& lists,
                    const MentionedPages& mentioned, LinkPlaces places);

} // namespace presskit::compose
