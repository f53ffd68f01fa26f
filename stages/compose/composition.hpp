// SPDX-License-Identifier: Apache-2.0
/// What is known while one document is being composed.
#pragma once

#include "stages/compose/galley.hpp"
#include "stages/compose/paragraph.hpp"
#include "stages/compose/qr_code.hpp"
#include "stages/compose/structure.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/plan.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace presskit::compose {

/// The room that blocks are set in: `x` from the start edge of the text block.
struct Frame {
    Length x, measure;
    auto operator<=>(const Frame&) const = default;
};

/// How a document is set so that it may take less room.
struct Tightness {
    std::vector<bool> shorter; ///< paragraphs, in their order, to be set a line shorter if they can be
    int closer = 0;            ///< by how many per mille leading and white are smaller than the brand's
};

struct Composition {
    const Campaign& campaign;
    const Brand& look; ///< the campaign's, or the same with closer lines
    const Edition& edition;
    const Language& language; ///< of the document's words
    const Language& reader;   ///< of the kit
    ParagraphSetter& setter;
    QrCodes& qr_codes;
    StructureTree tree;
    Galley galley;
    std::vector<LinkTarget> links;
    std::map<std::string, std::uint32_t> footnote_numbers; ///< by id: index into Galley::footnotes
    std::set<std::uint32_t> called_footnotes;              ///< indices into Galley::footnotes
    Diagnostics faults;
    Tightness tightness;
    std::vector<std::size_t> line_counts; ///< of the paragraphs set

    const Brand& brand() const { return look; }
    /// Of the block between the margins, which may be wider than its text.
    Length block_width() const { return brand().page.width_between_margins(); }
    Frame frame(GridPlace place) const {
        const GridRoom room = brand().room(edition.kind, place);
        return {room.x, room.width};
    }
    bool mirrored() const { return language.direction == Direction::right_to_left; }
    /// The left edge, from the text block's left, of something `width` wide at `x` from its start.
    Length left(Length x, Length width) const { return mirrored() ? block_width() - x - width : x; }
};

/// How lines become rows.
struct RowForm {
    Frame frame;
    Length leading;
    Length space_before;
    std::int32_t first_penalty = 0; ///< of a break before the first line
    std::optional<std::uint32_t> panel;
};

/// Sets a text in a style within a frame; a language without hyphenation patterns is set ragged.
std::vector<SetLine> set_text(Composition& c, const StyledText& text, const TextStyle& style,
                              Length measure, LineSaving saving = LineSaving::never);
/// The same for a text that was measured.
std::vector<SetLine> set_text(Composition& c, const StyledText& text, MeasuredText measured,
                              const TextStyle& style, Length measure);

/// How narrow a heading that keeps its words whole can be set without more lines, so that its lines are
/// of about one length: no word of a title is left alone. `measure` for other texts.
Length level_measure(Composition& c, const StyledText& text, const TextStyle& style, Length measure);

/// Turns lines into rows at the end of `rows`; two lines at least stay together at either end.
void add_rows(Composition& c, std::vector<GalleyRow>& rows, std::vector<SetLine> lines,
              const RowForm& form, Span span);

/// Moves a line's items and links to where they stand in a row.
void place_line(Composition& c, GalleyRow& row, SetLine line, Frame frame, Length top, Length leading);

/// Moves an item right and down.
void shift(PageItem& item, Length dx, Length dy);

/// From a line's top to its baseline.
Length baseline_of(Length leading, Length size);

} // namespace presskit::compose
