// SPDX-License-Identifier: Apache-2.0
/// Grows the logical structure of a document while its blocks are set.
#pragma once

#include "stages/model/page.hpp"

#include <utility>
#include <vector>

namespace presskit::compose {

/// Element 0 is the Document. Kids stand in the order in which they were added.
class StructureTree {
  public:
    StructureTree() : elements_(1) { elements_[0].role = StructureRole::document; }

    static constexpr ElementId root() { return {0}; }

    ElementId add(ElementId parent, StructureRole role, Span span) {
        const ElementId id{static_cast<std::uint32_t>(elements_.size())};
        StructureElement& element = elements_.emplace_back();
        element.role = role;
        element.span = span;
        at(parent).kids.emplace_back(id);
        return id;
    }
    ContentId add_content(ElementId parent) {
        const ContentId id{contents_++};
        at(parent).kids.emplace_back(id);
        return id;
    }
    StructureElement& at(ElementId id) { return elements_[id.value]; }
    std::uint32_t contents() const { return contents_; }
    std::vector<StructureElement> take() { return std::move(elements_); }

  private:
    std::vector<StructureElement> elements_;
    std::uint32_t contents_ = 0;
};

} // namespace presskit::compose
