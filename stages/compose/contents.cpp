// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/contents.hpp"

#include "stages/compose/inline_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace presskit::compose {
namespace {

/// One line of the contents: a heading of the document, `depth` below its parts and sections.
struct Entry {
    const Heading& heading;
    int depth = 0;
    Span span;
};

void find_headings(const Blocks& blocks, int top, int deepest, std::vector<Entry>& out) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->level <= deepest && !heading->id.empty())
                out.push_back({*heading, std::max(0, heading->level - top), block.span});
        } else if (const auto* section = std::get_if<Section>(&block.node)) {
            find_headings(section->content, top, deepest, out);
        }
    }
}

/// Grows TOC and TOCI elements as deep as the headings they list.
class ContentsTree {
  public:
    ContentsTree(StructureTree& tree, ElementId parent) : tree_(tree), parent_(parent) {}

    ElementId item(int level, Span span) {
        while (open_.size() > 1 && open_.back().level > level) open_.pop_back();
        if (open_.empty() || open_.back().level < level) {
            const ElementId parent = open_.empty() ? parent_ : open_.back().item;
            open_.push_back({level, tree_.add(parent, StructureRole::contents, span), {}});
        }
        return open_.back().item = tree_.add(open_.back().list, StructureRole::contents_item, span);
    }

  private:
    struct Open {
        int level = 0;
        ElementId list, item;
    };
    StructureTree& tree_;
    ElementId parent_;
    std::vector<Open> open_;
};

/// The entry's words, all of them a link to its heading.
StyledText linked_words(Composition& c, const Entry& entry, const TextStyle& style,
                        ElementId link) {
    const std::string number = entry.heading.number.empty() ? "" : entry.heading.number + " ";
    Inlines content = entry.heading.content;
    content.insert(content.begin(), {Text{number}, entry.span});
    content.push_back({Text{" "}, entry.span}); // before the page number
    StyledText text = styled(c, plain(content, entry.span), style, link);
    for (TextStretch& stretch : text.stretches)
        stretch.look.link = static_cast<std::uint32_t>(c.links.size());
    c.links.push_back({"", entry.heading.id, link, number + words_of(entry.heading.content)});
    return text;
}

void set_entry(Composition& c, Flow& flow, FlowContext context, const Entry& entry,
               ElementId item) {
    const TextStyle& style = c.brand().style(StyleRole::toc_entry);
    const ElementId reference = c.tree.add(item, StructureRole::reference, entry.span);
    const ElementId link = c.tree.add(reference, StructureRole::link, entry.span);
    TextStyle look = style;
    const bool is_part = entry.heading.part > 0;
    look.bold = style.bold || entry.depth == 0;
    if (is_part) look.color = c.brand().accent;
    const StyledText text = linked_words(c, entry, look, link);

    const Length indent = style.size * 3 / 2 * entry.depth,
                 number_room = style.size * 4;
    context.frame = {context.frame.x + indent, context.frame.measure - indent - number_room};
    std::vector<GalleyRow> rows;
    add_rows(c, rows, set_text(c, text, look, context.frame.measure),
             {context.frame, look.leading, {}, 0, {}}, entry.span);
    if (rows.empty()) return;
    rows.back().page_number = PageNumberField{
        entry.heading.id, baseline_of(look.leading, look.size), look_of(look, c.language, c.tree.add_content(link))};
    flow.rows(std::move(rows), is_part ? look.leading / 2 : Length{}, {}, is_part);
}

} // namespace

void set_contents(Composition& c, Flow& flow, const FlowContext& context) {
    const KindLayout& layout = c.brand().layout(c.edition.kind);
    std::vector<Entry> entries;
    const int top = 2 + levels_of_parts(c.edition.document.body);
    find_headings(c.edition.document.body, top, layout.contents_depth + top - 1, entries);
    if (entries.empty()) return;

    Heading title;
    title.content.push_back({Text{c.language.word(Word::contents)}, {}});
    flow.heading(title, context, {});
    ContentsTree tree(c.tree, context.parent);
    for (const Entry& entry : entries)
        set_entry(c, flow, context, entry, tree.item(entry.heading.level, entry.span));
    flow.space(c.brand().style(StyleRole::toc_entry).leading);
}

} // namespace presskit::compose
