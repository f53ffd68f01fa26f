// SPDX-License-Identifier: Apache-2.0
#include "stages/render/element_places.hpp"

#include "stages/render/content.hpp"
#include "stages/render/roles.hpp"
#include "stages/render/structure.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

/// How far above a destination its block may begin: a line's ascent varies with its glyphs.
constexpr Length slack{3'000};

} // namespace

ElementPlaces::ElementPlaces(const Pages& pages)
    : parents_(pages.elements.size()), places_(pages.pages.size()) {
    for (std::uint32_t i = 0; i < pages.elements.size(); ++i)
        for (const StructureKid& kid : pages.elements[i].kids)
            if (const auto* element = std::get_if<ElementId>(&kid)) parents_[element->value] = {i};
    const std::vector<ElementId> owners = owners_of_contents(pages);
    for (std::size_t page = 0; page < pages.pages.size(); ++page)
        for (const PageItem& item : pages.pages[page].items) {
            const auto* content = std::get_if<ContentId>(&item.tag);
            if (!content) continue;
            ElementId block = owners[content->value];
            while (block.value != 0 && !is_block(pages.elements[block.value].role))
                block = parents_[block.value];
            const Length top = extent_of(&item, &item + 1).y;
            std::vector<Place>& places = places_[page];
            if (!places.empty() && places.back().block == block)
                places.back().top = std::min(places.back().top, top);
            else
                places.push_back({top, block});
        }
}

std::optional<ElementId> ElementPlaces::find(const Destination& destination) const {
    const std::vector<Place>& places = places_[destination.page];
    const Place* best = nullptr;
    for (const Place& place : places)
        if (place.top + slack >= destination.y && (!best || place.top < best->top)) best = &place;
    if (!best && !places.empty()) best = &places.back();
    return best ? std::optional(best->block) : std::nullopt;
}

} // namespace presskit::render
