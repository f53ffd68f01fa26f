// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/expected_text.hpp"

#include "pipeline/cli/production.hpp"
#include "pipeline/engine/disk_workspace.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/model/plain_text.hpp"
#include "stages/plan/edition.hpp"
#include "stages/plan/matrix.hpp"
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/sample.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

namespace presskit::e2e {
namespace {

/// Labels and marks, in reading order.
class GeneratedParts {
  public:
    GeneratedParts(const Document& document, ExpectedText& out) : document_(document), out_(out) {}

    void find() {
        blocks(document_.body);
        for (const Footnote& note : document_.footnotes) {
            out_.labels.push_back(mark_of(note));
            blocks(note.content);
        }
    }

  private:
    static std::string mark_of(const Footnote& note) {
        return note.mark.empty() ? std::to_string(note.number) : note.mark;
    }

    void inlines(const Inlines& all) {
        for (const Inline& each : all) {
            if (const auto* reference = std::get_if<FootnoteReference>(&each.node)) {
                for (const Footnote& note : document_.footnotes)
                    if (note.id == reference->id) out_.marks.push_back(mark_of(note));
            } else if (const Inlines* content = content_of(each)) {
                inlines(*content);
            }
        }
    }

    void blocks(const Blocks& all) {
        for (const Block& block : all)
            std::visit([this](const auto& node) { visit(node); }, block.node);
    }

    void visit(const List& list) {
        int number = list.start;
        for (const ListItem& item : list.items) {
            out_.labels.push_back(list.ordered ? std::to_string(number++) + "." : "•");
            blocks(item.content);
        }
    }
    void visit(const Section& section) {
        if (section.kind == SectionKind::pull_quote) {
            for (const Block& block : section.content)
                out_.shown.push_back(collapsed(plain_text(std::get<Paragraph>(block.node).content)));
        } else if (section.kind == SectionKind::glossary) {
            for (const Block& block : section.content)
                for (const ListItem& item : std::get<List>(block.node).items) {
                    const Inlines& words = std::get<Paragraph>(item.content.front().node).content;
                    inlines({words.front()});
                    inlines({words.begin() + 1, words.end()});
                }
        } else if (section.kind == SectionKind::instruments) {
            return; // its entries have no labels, its names no notes
        } else if (section.kind == SectionKind::figures) {
            for (const Block& block : section.content)
                for (const ListItem& item : std::get<List>(block.node).items) blocks(item.content);
        } else {
            blocks(section.content);
        }
    }
    void visit(const Table& table) {
        inlines(table.caption);
        for (const TableCell& cell : table.header) inlines(cell.content);
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row) inlines(cell.content);
    }
    void visit(const Chart& chart) { visit(chart.table); }
    template <class Node>
    void visit(const Node& node) {
        if constexpr (requires { Inlines{node.content}; })
            inlines(node.content);
        else if constexpr (requires { Blocks{node.content}; })
            blocks(node.content);
    }

    const Document& document_;
    ExpectedText& out_;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (std::string words = collapsed(line); !words.empty()) out.push_back(std::move(words));
    return out;
}

/// The lines of a part of an edition: what `keep` leaves of it.
template <class Keep>
std::vector<std::string> part_of(Edition edition, Keep keep) {
    DocumentHead head;
    std::swap(head, edition.document.head);
    Blocks body;
    std::swap(body, edition.document.body);
    std::vector<Footnote> notes;
    std::swap(notes, edition.document.footnotes);
    keep(edition.document, head, body, notes);
    return lines_of(plain_text(edition));
}

void find_entries(const Blocks& blocks, int deepest, std::vector<std::string>& out) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->level <= deepest)
                out.push_back(collapsed(heading->number + " " + plain_text(heading->content)));
        } else if (const auto* section = std::get_if<Section>(&block.node)) {
            find_entries(section->content, deepest, out);
        }
    }
}

std::vector<std::string> contact_card(const Edition& edition, const Campaign& campaign,
                                      const Language& language) {
    std::vector<std::string> out;
    for (const Contact& contact : edition.contacts) {
        const std::string role = languages::localized(campaign, contact.role, language.locale);
        if (out.empty()) out.push_back(language.word(Word::contact));
        out.push_back(collapsed(contact.name + (role.empty() ? "" : language.comma + role) + " " +
                                contact.email + " " + contact.telephone));
    }
    return out;
}

/// The words of a chart: marks are pictures, whose meanings stand below their matrix.
Blocks words_of_chart(const Chart& chart) {
    Table table = chart.table;
    std::set<ChartMark> used;
    for (std::size_t row = 0; row < chart.values.size(); ++row)
        for (std::size_t i = 0; i < chart.values[row].size(); ++i)
            if (const auto* mark = std::get_if<ChartMark>(&chart.values[row][i])) {
                used.insert(*mark);
                table.rows[row][i + 1].content.clear();
            }
    Blocks out{{std::move(table), {}}};
    for (auto mark = used.rbegin(); mark != used.rend(); ++mark)
        out.push_back({Paragraph{{{Text{chart.meaning(*mark)}, {}}}}, {}});
    return out;
}

/// Each term is a block, and so is what it means.
Blocks words_of_glossary(const Section& section) {
    Blocks out;
    for (const Block& block : section.content)
        for (const ListItem& item : std::get<List>(block.node).items) {
            const Inlines& words = std::get<Paragraph>(item.content.front().node).content;
            out.push_back({Paragraph{{words.front()}}, {}});
            out.push_back({Paragraph{{words.begin() + 1, words.end()}}, {}});
        }
    return out;
}

/// An index has a block for each name; where it is mentioned is a page in the PDF and a section elsewhere.
Blocks words_of_index(const Section& section, std::map<std::string, std::string>& places) {
    Blocks out;
    for (const Block& block : section.content)
        for (const ListItem& item : std::get<List>(block.node).items) {
            const auto words = [&](std::size_t i) {
                return plain_text(std::get<Paragraph>(item.content.at(i).node).content);
            };
            out.push_back(item.content.front());
            if (item.content.size() > 1) places[collapsed(words(0))] = collapsed(words(1));
        }
    return out;
}

/// Before the logos of a country's partners.
std::string partners_words(const Edition& edition, const Campaign& campaign, const Language& language) {
    for (const PartnerLogo& partner : campaign.brand.partners)
        if (std::ranges::find(partner.countries, edition.key.text.country) != partner.countries.end())
            return language.word(Word::partners);
    return {};
}

/// A contact block without a heading has the fixed word.
void add_contact_title(Section& section, const Language& language) {
    const bool titled =
        !section.content.empty() && std::holds_alternative<Heading>(section.content.front().node);
    if (section.kind != SectionKind::contact || titled) return;
    Heading title;
    title.content.push_back({Text{language.word(Word::contact)}, {}});
    section.content.insert(section.content.begin(), Block{std::move(title), {}});
}

/// A picture's credit stands behind its caption, a callout without a title says its kind, and the
/// lines of code are one block.
void add_fixed_words(Blocks& blocks, const Language& language,
                     std::map<std::string, std::string>& places) {
    for (Block& block : blocks) {
        if (const auto* chart = std::get_if<Boxed<Chart>>(&block.node))
            block.node = Conditional{{}, {}, words_of_chart(*chart)};
        if (const auto* section = std::get_if<Section>(&block.node);
            section != nullptr && section->kind == SectionKind::glossary)
            block.node = Conditional{{}, {}, words_of_glossary(*section)};
        if (const auto* section = std::get_if<Section>(&block.node);
            section != nullptr && section->kind == SectionKind::instruments)
            block.node = Conditional{{}, {}, words_of_index(*section, places)};
        std::visit(
            [&](auto& node) {
                using Node = std::decay_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Figure>) {
                    if (!node.credit.empty())
                        node.caption += " " + languages::fill(language.word(Word::credit),
                                                              {{"credit", node.credit}});
                } else if constexpr (std::is_same_v<Node, CodeBlock>) {
                    std::ranges::replace(node.text, '\n', ' ');
                } else if constexpr (std::is_same_v<Node, List>) {
                    for (ListItem& item : node.items)
                        add_fixed_words(item.content, language, places);
                } else if constexpr (requires { Blocks{node.content}; }) {
                    if constexpr (std::is_same_v<Node, Section>) add_contact_title(node, language);
                    if constexpr (std::is_same_v<Node, Callout>)
                        if (node.title.empty())
                            node.title = language.word(
                                node.kind == CalloutKind::warning ? Word::warning : Word::note);
                    add_fixed_words(node.content, language, places);
                }
            },
            block.node);
    }
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const std::string& words : more)
        if (std::string kept = collapsed(words); !kept.empty()) all.push_back(std::move(kept));
}

} // namespace

ExpectedText expected_text(const Edition& edition, const Campaign& campaign) {
    const Language& language = *languages::find(edition.document.language);
    const KindLayout& layout = campaign.brand.layout(edition.kind);
    ExpectedText out;
    append(out.blocks, part_of(edition, [](Document& part, DocumentHead& head, Blocks&, auto&) {
               part.head = head;
               part.head.dateline.clear();
           }));
    if (layout.cover)
        append(out.blocks,
               {languages::localized(campaign, campaign.city, language.locale) + language.comma +
                languages::format_date(language, campaign.release_date) + " " + campaign.publisher +
                " " +
                languages::fill(language.word(Word::version), {{"version", campaign.version}})});
    append(out.blocks, {edition.release_notice, edition.sample_notice, edition.fallback_notice});
    if (layout.table_of_contents) {
        append(out.blocks, {language.word(Word::contents)});
        find_entries(edition.document.body,
                     layout.contents_depth + 1 + levels_of_parts(edition.document.body), out.entries);
    }
    append(out.blocks,
           part_of(edition, [&](Document& part, DocumentHead& head, Blocks& body, auto&) {
               part.head.dateline = head.dateline;
               part.body = body;
               add_fixed_words(part.body, language, out.places);
           }));
    append(out.blocks, contact_card(edition, campaign, language));
    append(out.blocks, {partners_words(edition, campaign, language), edition.prevailing_notice});
    append(out.blocks, part_of(edition, [](Document& part, DocumentHead&, Blocks&, auto& notes) {
               part.footnotes = notes;
           }));
    GeneratedParts(edition.document, out).find();
    return out;
}

PlannedTexts planned_texts(const std::string& campaign_folder) {
    engine::DiskWorkspace workspace;
    SourceMap sources;
    auto read = cli::read_campaign(workspace, campaign_folder, sources);
    if (!read) throw std::runtime_error("the campaign cannot be read: " + campaign_folder);
    PlannedTexts out{std::move(read->campaign), {}, {}};
    auto plan = plan::make_plan(out.campaign, {});
    if (!plan) throw std::runtime_error("the campaign cannot be planned: " + campaign_folder);
    out.plan = std::move(*plan);
    for (const PlannedArtefact& artefact : out.plan.artefacts) {
        auto edition = plan::make_edition(out.campaign, artefact.edition);
        if (!edition) throw std::runtime_error("no edition for " + artefact.name);
        ExpectedText text = expected_text(*edition, out.campaign);
        out.editions.emplace(artefact.name, PlannedEdition{std::move(*edition), std::move(text)});
    }
    return out;
}

const PlannedTexts& sample_texts() {
    static const PlannedTexts texts = planned_texts(sample_campaign());
    return texts;
}

} // namespace presskit::e2e
