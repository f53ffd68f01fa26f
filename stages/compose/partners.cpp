// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/partners.hpp"

#include "pipeline/languages/localized.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/picture.hpp"

#include <algorithm>

namespace presskit::compose {
namespace {

struct PlacedLogo {
    const Logo& logo;
    Length x, height;
};

/// Logos side by side from the start edge, each with its clear space, in as many rows as they need.
std::vector<std::vector<PlacedLogo>> rows_of_logos(const Composition& c, Length measure) {
    std::vector<std::vector<PlacedLogo>> out;
    Length x, clear;
    for (const PartnerLogo& partner : c.brand().partners) {
        const Logo& logo = partner.logo;
        if (std::ranges::find(partner.countries, c.edition.key.text.country) == partner.countries.end())
            continue;
        const auto height = picture_height(c.campaign, logo.path, logo.width);
        if (!height) continue; // loading has reported it
        const Length gap = std::max(clear, logo.clear_space);
        if (out.empty() || x + gap + logo.width > measure) {
            out.emplace_back();
            x = {};
        } else {
            x += gap;
        }
        out.back().push_back({logo, x, *height});
        x += logo.width;
        clear = logo.clear_space;
    }
    return out;
}

/// Logos of one row stand on one line at their feet.
GalleyRow set_row(Composition& c, const std::vector<PlacedLogo>& logos, const FlowContext& context) {
    GalleyRow row;
    for (const PlacedLogo& placed : logos) row.height = std::max(row.height, placed.height);
    for (const PlacedLogo& placed : logos) {
        const Logo& logo = placed.logo;
        const ElementId element = c.tree.add(context.parent, StructureRole::figure, logo.span);
        c.tree.at(element).alternative_text =
            languages::localized(c.campaign, logo.alternative_text, c.language.locale);
        const Box box{c.left(context.frame.x + placed.x, logo.width), row.height - placed.height,
                      logo.width, placed.height};
        place_picture(c.campaign, row.items, logo.path, box, c.tree.add_content(element), logo.span);
        row.drawings.push_back({element, box});
    }
    return row;
}

} // namespace

void set_partners(Composition& c, Flow& flow, const FlowContext& context) {
    const auto rows = rows_of_logos(c, context.frame.measure);
    if (rows.empty()) return;
    const TextStyle& style = c.brand().style(StyleRole::notice);
    const ElementId words = c.tree.add(context.parent, StructureRole::paragraph, {});
    flow.space(c.brand().style(StyleRole::body).leading);
    flow.text(styled(c, c.language.word(Word::partners), style, words, {}), style, context, {}, true);
    for (const std::vector<PlacedLogo>& logos : rows) {
        Length clear;
        for (const PlacedLogo& placed : logos) clear = std::max(clear, placed.logo.clear_space);
        std::vector<GalleyRow> out;
        out.push_back(set_row(c, logos, context));
        flow.rows(std::move(out), clear, clear);
    }
}

} // namespace presskit::compose
