// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fewer_lines.hpp"

#include <algorithm>

namespace presskit::compose {

bool may_go_into_fewer(const std::vector<ParagraphItem>& items, const LineRules& rules,
                       std::size_t count) {
    if (count < 2) return false;
    Length least, space, hang;
    for (const ParagraphItem& item : items) {
        if (item.kind == ItemKind::penalty && item.penalty == forced && &item != &items.back())
            return true; // what a forced break leaves empty is not reckoned
        if (item.kind == ItemKind::glue) space = std::max<Length>(space, item.width);
        hang = std::max<Length>({hang, item.hang_left, item.hang_right});
        if (item.kind != ItemKind::penalty)
            least += item.width - (rules.justified ? Length(item.shrink) : Length{});
    }
    if (rules.justified) least = least * (100 - rules.glyph_scaling) / 100;
    return least <= (rules.measure + space + hang * 2) * static_cast<std::int64_t>(count - 1);
}

/// Spaces that want to be narrower than they are make tight lines the best ones; the narrowest and the
/// widest they may be stay the same. A ragged line does the same if white at its end costs less.
std::vector<std::uint32_t> break_into_fewer(const std::vector<ParagraphItem>& items,
                                            const LineRules& rules, std::size_t count) {
    if (!may_go_into_fewer(items, rules, count)) return {};
    std::vector<ParagraphItem> tight = items;
    LineRules wide = rules;
    wide.ragged_stretch = rules.measure;
    for (const int half : {1, 2}) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Length taken = rules.justified ? Length(items[i].shrink) * half / 2 : Length{};
            tight[i].width = items[i].width - taken;
            tight[i].shrink = items[i].shrink - taken;
            tight[i].stretch = items[i].stretch + taken;
        }
        const auto breaks = break_lines(tight, wide, Tolerance::normal);
        if (!breaks.empty() && breaks.size() < count) return breaks;
    }
    return {};
}

} // namespace presskit::compose
