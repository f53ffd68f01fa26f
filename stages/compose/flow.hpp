// SPDX-License-Identifier: Apache-2.0
/// From blocks to rows of the galley: what each kind of block looks like and how it is tagged.
#pragma once

#include "stages/compose/composition.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace presskit::compose {

/// Where blocks are being set: the frame, the part of the structure tree, and the voice of the text.
struct FlowContext {
    Frame frame;
    ElementId parent;
    StyleRole text = StyleRole::body;
    StyleRole heading = StyleRole::heading_2; ///< of level 2 headings
    std::optional<std::uint32_t> panel;
};

/// Sets blocks one after another at the end of a galley's rows. Space between two blocks is the
/// larger of what the first wants after and the second before it.
class Flow {
  public:
    Flow(Composition& composition, std::vector<GalleyRow>& rows)
        : c_(composition), rows_(rows),
          levels_above_(levels_of_parts(composition.edition.document.body)) {}

    void blocks(const Blocks& blocks, const FlowContext& context);

    /// A styled text with rows of its own. `keep` forbids a page break after it.
    void text(const StyledText& text, StyleRole role, const FlowContext& context, Span span,
              bool keep = false);
    void text(const StyledText& text, const TextStyle& style, const FlowContext& context, Span span,
              bool keep = false);
    void heading(const Heading& heading, const FlowContext& context, Span span);
    void rows(std::vector<GalleyRow> rows, Length space_before, Length space_after, bool keep = false);
    /// A coloured ground for the blocks set with the returned context, whose words run in `direction`,
    /// or as the document's.
    FlowContext panel(const FlowContext& context, Color fill, std::optional<Color> bar,
                      Direction direction);
    FlowContext panel(const FlowContext& context, Color fill, std::optional<Color> bar);
    /// A panel for contacts, with the QR code of the kit's page at its end edge if there is one;
    /// to be ended by end_contacts().
    FlowContext contact_panel(const FlowContext& context);
    void end_contacts(const FlowContext& inner);
    /// A context in the columns of `place`. Only the text's own blocks have such: what stands in a list,
    /// a quotation or a panel stays there.
    FlowContext placed(const FlowContext& context, GridPlace place) const;
    /// Leaves a panel; what comes next keeps clear of its ground.
    void end_panel();
    void space(Length length) { pending_ = std::max(pending_, length); }
    /// Words set before the first paragraph to come, on its line, in the dateline's style.
    void run_in(std::string words) { run_in_ = std::move(words); }
    /// Begins a new page with the next block.
    void new_page() { new_page_ = true; }

  private:
    void part(const Heading& heading, const FlowContext& context, Span span);
    void mark_group(GalleyRow& row, const Heading& heading, const TextStyle& look,
                    const FlowContext& context, Span span) const;
    void above_recommendation();
    void hold_group(std::size_t list, std::size_t second_item);
    void block(const Block& block, const FlowContext& context);
    void floating(const FlowContext& context, const std::function<void()>& set);
    void paragraph(const Paragraph& paragraph, const FlowContext& context, Span span);
    void list(const List& list, const FlowContext& context, Span span);
    void item(const List& list, std::size_t index, ElementId parent, const FlowContext& context);
    void quote(const BlockQuote& quote, const FlowContext& context, Span span);
    void callout(const Callout& callout, const FlowContext& context, Span span);
    void section(const Section& section, const FlowContext& context, Span span);
    void key_figures(const Section& section, const FlowContext& context, Span span);
    void glossary(const Section& section, const FlowContext& context, Span span);
    void instrument_index(const Section& section, const FlowContext& context, Span span);
    void pull_quote(const Section& section, const FlowContext& context, Span span);
    void table(const Table& table, const FlowContext& context, Span span);
    void caption(const Table& table, ElementId element, const FlowContext& context, Span span);
    void chart(const Chart& chart, const FlowContext& context, Span span);
    void figure(const Figure& figure, const FlowContext& context, Span span);
    void code(const CodeBlock& code, const FlowContext& context, Span span);
    void rule(const FlowContext& context, Span span);
    const TextStyle& style(StyleRole role) const { return c_.brand().style(role); }

    Composition& c_;
    std::vector<GalleyRow>& rows_;
    int levels_above_ = 0; ///< of headings, above those of sections
    Length pending_;
    bool keep_ = false;
    bool new_page_ = false;
    LineSaving saving_ = LineSaving::never; ///< of the next text
    std::optional<Length> above_float_; ///< the white wanted above a float that was set last
    std::optional<std::size_t> beside_code_; ///< the first row beside a QR code
    std::optional<Color> group_; ///< of the group whose recommendations are being set
    std::optional<std::size_t> group_head_; ///< its first row, until its recommendations are set
    std::string run_in_;
    std::vector<std::string> anchors_; ///< for the next row
};

} // namespace presskit::compose
