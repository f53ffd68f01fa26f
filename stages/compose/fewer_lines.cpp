// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fewer_lines.hpp"

namespace presskit::compose {

/// Spaces that want to be narrower than they are make tight lines the best ones; the narrowest and the
/// widest they may be stay the same. A ragged line does the same if white at its end costs less.
std::vector<std::uint32_t> break_into_fewer(const std::vector<ParagraphItem>& items,
                                            const LineRules& rules, std::size_t count) {
    std::vector<ParagraphItem> tight = items;
    LineRules wide = rules;
    wide.ragged_stretch = rules.measure;
    for (const int half : {1, 2}) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Length taken = rules.justified ? items[i].shrink * half / 2 : Length{};
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
