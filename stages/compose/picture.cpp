// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/picture.hpp"

namespace presskit::compose {
namespace {

void place_drawing(const VectorImage& drawing, std::vector<PageItem>& items, Box box, Tag tag,
                   Span span, std::optional<Color> ink) {
    const auto across = [&](Length x) {
        return scaled(x, box.width.millipoints, drawing.width.millipoints);
    };
    const auto down = [&](Length y) {
        return scaled(y, box.height.millipoints, drawing.height.millipoints);
    };
    for (VectorPath path : drawing.paths) {
        for_each_point(path, [&](Point& p) { p = {box.x + across(p.x), box.y + down(p.y)}; });
        path.stroke.width = across(path.stroke.width);
        if (ink && path.fill) path.fill = *ink;
        if (ink) path.stroke.color = *ink;
        items.push_back({std::move(path), tag, span});
    }
}

} // namespace

std::optional<Length> picture_height(const Campaign& campaign, const std::string& path, Length width) {
    if (const auto image = campaign.images.find(path); image != campaign.images.end())
        return scaled(width, image->second.height, image->second.width);
    if (const auto drawing = campaign.drawings.find(path); drawing != campaign.drawings.end())
        return scaled(width, drawing->second.height.millipoints, drawing->second.width.millipoints);
    return std::nullopt;
}

void place_picture(const Campaign& campaign, std::vector<PageItem>& items, const std::string& path,
                   Box box, Tag tag, Span span, std::optional<Color> ink) {
    if (const auto drawing = campaign.drawings.find(path); drawing != campaign.drawings.end())
        return place_drawing(drawing->second, items, box, tag, span, ink);
    items.push_back({PlacedImage{path, box}, tag, span});
}

} // namespace presskit::compose
