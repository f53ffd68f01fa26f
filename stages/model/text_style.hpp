// SPDX-License-Identifier: Apache-2.0
/// How the text of a page is set, by the job that it does.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/brand_looks.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace presskit {

/// The named jobs that text does on a page. brand.yaml's `styles` has one entry for each.
enum class StyleRole {
    body, title, deck, kicker, heading_2, heading_3, heading_4, dateline, list, block_quote,
    callout_title, callout, table_header, table_cell, caption, footnote, toc_entry, contact,
    boilerplate_heading, boilerplate, notice, running_header, running_footer, country, sheet_title,
    cover_title, figure_value, figure_label, pull_quote, part_title,
};
inline constexpr std::size_t style_role_count = static_cast<std::size_t>(StyleRole::part_title) + 1;

/// Which of its digits a font shows: as it likes, as high as capitals, or with ascenders and descenders.
enum class Numerals : std::uint8_t { of_font, lining, old_style };

enum class TextAlign { start, justified, centre, end };

struct TextStyle {
    std::string family;
    Length size;      ///< of the type
    Length leading;   ///< from baseline to baseline
    Length space_before, space_after;
    Length indent;    ///< from the start edge of the text block
    Color color;
    TextAlign align = TextAlign::start;
    bool bold = false;
    bool italic = false;
    bool capitals = false; ///< shown in capitals; text stays as written for a screen reader
    bool hyphenate = true;
    Length tracking;  ///< added after each letter
    Numerals numerals = Numerals::of_font;
};

} // namespace presskit
