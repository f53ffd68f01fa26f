// SPDX-License-Identifier: Apache-2.0
/// The galley: all of a document set in one long column, before it is cut into pages.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/compose/styled_text.hpp"
#include "stages/model/page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace presskit::compose {

/// Where a link leads: an address, or an anchor of this document.
struct LinkTarget {
    std::string address;
    std::string anchor;
    ElementId element;
    std::string description;
};

struct RowLink {
    std::uint32_t link = 0;
    Box box; ///< as the row's items
};

/// "12" at the end of a line of the contents, where text ends; filled in once pages are known.
struct PageNumberField {
    std::string anchor;
    Length baseline;
    TextLook look;
};

/// Where an index tells the pages of an instrument. There is room for `lines`, `measure` wide and `x` from
/// the start edge of the text block; they are filled in once pages are known.
struct PageListField {
    std::uint32_t instrument = 0; ///< index into Campaign::instruments
    Length x, measure;
    std::size_t lines = 1;
    ElementId paragraph;
    TextStyle style;
};

/// Coloured ground behind rows that belong together; drawn anew on each page they reach.
struct Panel {
    Length x, width;
    Length padding; ///< above the first and below the last row
    Color fill;
    std::optional<Color> bar; ///< a bar at its start edge
    bool bleeds = false;      ///< from the page's top and from edge to edge
    bool turned = false;      ///< its words run against the document's: so its start edge is the end
};

/// A Figure of which a row is a part, and its place as the row's items.
struct Drawing {
    ElementId figure;
    Box box;
};

/// What is never divided by a page break. Items are placed from the start edge of the text block and
/// from the row's top. A page break before a row costs `break_penalty` (see paragraph_items.hpp).
struct GalleyRow {
    Length space_before; ///< dropped at the top of a page
    Length height;
    std::int32_t break_penalty = 0;
    int heading = 0;         ///< its level; is followed by two lines at least on its page
    bool on_grid = false;    ///< running text in the body's rhythm
    bool begins_block = false;
    /// The row stands so that what comes this far below its top stands on the baseline grid.
    std::optional<Length> grid_lead;
    bool hyphenated = false; ///< a page that ends with it ends in a divided word
    std::vector<PageItem> items;
    std::vector<RowLink> links;
    std::vector<std::uint32_t> footnotes; ///< set at the foot of the row's page
    std::vector<std::uint32_t> mentions;  ///< indices into Campaign::instruments
    std::vector<std::string> anchors;
    std::optional<PageNumberField> page_number;
    std::optional<PageListField> page_list;
    std::optional<ElementId> figure;     ///< whose BBox is this row's picture
    std::vector<Drawing> drawings;       ///< Figures made of paths
    std::optional<std::uint32_t> panel;  ///< index into Galley::panels
    std::optional<std::uint32_t> header; ///< rows of Galley::headers repeated if a page begins here
    Span span;
};

/// A picture, chart or table with its caption: rows [first, last) of the galley.
struct Float {
    std::uint32_t first = 0, last = 0;
    bool moves = false;       ///< may stand at the top of the next page, and text below it take its place
    std::uint32_t limit = 0;  ///< the last row before which that text may end
    Length below;             ///< white below it
    Length closed;            ///< white above the row after it where it has moved
};

/// A recommendation: the row it begins with, and the white above that row where the brand's between recommendations
/// is given up.
struct Recommendation {
    std::uint32_t row = 0;
    Length closed;
};

struct OutlineAnchor {
    int level = 1;
    std::string title;
    std::string anchor;
};

struct Galley {
    std::vector<GalleyRow> rows;
    std::vector<std::vector<GalleyRow>> footnotes; ///< in the order of their numbers
    std::vector<std::vector<GalleyRow>> headers; ///< repeated as decoration where a table goes on
    std::vector<Panel> panels;
    std::vector<Float> floats; ///< in the order of their rows
    std::vector<Recommendation> recommendations;
    std::vector<OutlineAnchor> outline;
    Length grid; ///< from line to line of the baseline grid; zero for none
    int shrink = 0; ///< by how many percent white between blocks is smaller than it should be
};

inline Length height_of(const std::vector<GalleyRow>& rows) {
    Length height;
    for (const GalleyRow& row : rows) height += row.space_before + row.height;
    return height;
}

} // namespace presskit::compose
