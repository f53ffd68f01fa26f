// SPDX-License-Identifier: Apache-2.0
/// Where structure elements begin on pages: a destination of PDF 2.0 names an element, not a place.
#pragma once

#include "stages/model/page.hpp"

#include <optional>
#include <vector>

namespace presskit::render {

class ElementPlaces {
  public:
    explicit ElementPlaces(const Pages& pages);

    /// The block that begins at or next below the destination, or else the last of its page; none on
    /// a page without text.
    std::optional<ElementId> find(const Destination& destination) const;

    /// The parent of each element, by ElementId; its own for the Document.
    const std::vector<ElementId>& parents() const { return parents_; }

  private:
    struct Place {
        Length top;
        ElementId block;
    };
    std::vector<ElementId> parents_;
    std::vector<std::vector<Place>> places_; ///< by page, as painted
};

} // namespace presskit::render
