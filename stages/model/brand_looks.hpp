// SPDX-License-Identifier: Apache-2.0
/// What a designer decides besides colours, fonts and styles: how pages begin, what stands above and
/// below their text, and how blocks, lists and tables look. All of it is data from brand.yaml.
#pragma once

#include "pipeline/base/units.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

/// sRGB.
struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    auto operator<=>(const Color&) const = default;
};

enum class LogoPlace { none, start, end };

/// How the first page of a release or a sheet begins. On a `ground`, which reaches from edge to edge
/// of the page, the head's words have the colour `ink`.
struct Masthead {
    Length bar; ///< height of a bar along the page's top edge
    Color bar_color;
    std::optional<Color> ground;
    std::optional<Color> ink;
    Length rule; ///< thickness of a line below the head, and its colour
    Color rule_color;
    LogoPlace logo = LogoPlace::end;
};

/// Which part of a cover its ground fills: none, a band from the top edge, a column along the start
/// edge, or the whole page.
enum class CoverArea { none, top, start, page };

/// Kicker and title stand in `ink` where the ground is behind them; lengths down are from the top.
struct CoverPage {
    CoverArea area = CoverArea::top;
    Color ground, ink;
    int extent = 58;   ///< of the ground, in percent of the page's height, or width for a column
    int title_at = 24; ///< where the title's block begins, in percent of the page's height
    LogoPlace logo = LogoPlace::start; ///< at the foot
};

/// How a part begins: on a page of its own or at the head of one, its label and title on a ground that
/// reaches from edge to edge, or on none.
struct PartLook {
    std::optional<Color> ground;
    Color ink;
    int extent = 32;       ///< down to where the ground reaches, in percent of the page's height
    bool own_page = false; ///< what the part holds begins on the next page
};

/// What a running header or footer may say.
enum class FurnitureField { campaign, document, kind, country, publisher, notice, page_of, page };

/// The fields at the start edge and at the end edge; several are divided by " · ". `at` is the
/// distance of the words' baseline from the page's edge. The line, if it has a thickness, stands
/// between the words and the text.
struct FurnitureLine {
    std::vector<FurnitureField> start, end;
    Length at;
    Length rule;
    Color rule_color;
};

/// Coloured grounds behind callouts, contacts and notices.
struct CalloutLook {
    Color ground;
    Length padding{6'500}; ///< above and below the text
    Length bar{3'000};     ///< along the start edge; its colour says what the callout is
};

struct TableLook {
    std::optional<Color> header_ground;
    Length header_rule{1'000}, rule{500}; ///< thickness of the line below the head, and below each row
    Color header_rule_color, rule_color;
    std::optional<Color> zebra; ///< behind every second row
    Length padding_across{5'000}, padding_down{3'000};
};

/// `number` has "{number}" where an item's number stands.
struct ListLook {
    std::string bullet = "\u2022";
    std::string number = "{number}.";
};

enum class HeadingNumbers { inline_, margin };

/// Where the numbers of headings stand: before their words, or `gap` away from them in the margin.
struct HeadingLook {
    HeadingNumbers numbers = HeadingNumbers::inline_;
    Length gap{8'000};
};

/// The headings of groups that act: a line in the group's colour `gap` above, and its symbol before.
struct GroupLook {
    Length symbol_size{15'000};
    Length rule;
    Length gap{5'000};
    Length between; ///< white between two recommendations
    Length between_at_most; ///< to which it grows on pages that have room
};

/// Key figures: values in large type side by side, each above what it counts.
struct KeyFigures {
    int columns = 4; ///< at most, side by side
    Length gutter;
    Length rule; ///< thickness of the line above each
    Color rule_color;
};

/// The line above a pull quote.
struct PullQuoteLook {
    Length rule;
    Color rule_color;
};

} // namespace presskit
