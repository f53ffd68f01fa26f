// SPDX-License-Identifier: Apache-2.0
#include "stages/load/uses.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"

#include <algorithm>
#include <string_view>

namespace presskit::load {
namespace {

using yaml::quoted;

/// Calls `visit` with each block and each inline of a text. Their nesting is bounded by
/// parse_markdown().
template <class Visit>
class Walk {
  public:
    explicit Walk(Visit visit) : visit_(std::move(visit)) {}

    void document(const Document& document) {
        blocks(document.body);
        for (const Footnote& note : document.footnotes) blocks(note.content);
    }

  private:
    void blocks(const Blocks& all) {
        for (const Block& block : all) {
            visit_(block.node, block.span);
            std::visit([&](const auto& node) { inside(node); }, block.node);
        }
    }
    void inlines(const Inlines& all) {
        for (const Inline& item : all) {
            visit_(item.node, item.span);
            if (const Inlines* content = content_of(item)) inlines(*content);
        }
    }
    void content(const Blocks& all) { blocks(all); }
    void content(const Inlines& all) { inlines(all); }

    void inside(const List& list) {
        for (const ListItem& item : list.items) blocks(item.content);
    }
    void inside(const Table& table) {
        inlines(table.caption);
        row(table.header);
        for (const TableRow& cells : table.rows) row(cells);
    }
    void inside(const Boxed<Chart>& chart) { inside(static_cast<const Chart&>(chart).table); }
    void row(const TableRow& cells) {
        for (const TableCell& cell : cells) inlines(cell.content);
    }
    template <class Node>
    void inside(const Node& node) {
        if constexpr (requires { node.content; }) content(node.content);
    }

    Visit visit_;
};

void report(Diagnostics& faults, Span span, std::string code, std::string message,
            std::string_view word, const std::vector<std::string_view>& known) {
    const auto meant = nearest(word, known);
    faults.push_back(
        {"load." + std::move(code),
         std::move(message),
         meant ? "did you mean " + quoted(*meant) + "?" : "write " + yaml::listed(known),
         span,
         {},
         Severity::error,
         Blame::content});
}

/// Checks the nodes of one text; everything else than variables and conditions passes.
class References {
  public:
    References(const Campaign& campaign, Diagnostics& faults) : faults_(faults) {
        for (const Country& country : campaign.countries) countries_.push_back(country.code.code);
        for (const CampaignLanguage& language : campaign.languages)
            languages_.push_back(language.locale.tag);
        for (const auto& [name, forms] : campaign.variables) variables_.push_back(name);
        for (const Instrument& instrument : campaign.instruments)
            instruments_.push_back(instrument.id);
    }

    void check(const Variable& variable, Span span) {
        constexpr std::string_view of_country = "country.";
        const std::string_view name = variable.name;
        if (name.starts_with(of_country))
            country(name.substr(of_country.size()), span);
        else if (!contains(variables_, name))
            report(faults_, span, "unknown-variable", "there is no variable " + quoted(name), name,
                   variables_);
    }
    void check(const Conditional& condition, Span span) {
        for (const CountryCode& code : condition.countries) country(code.code, span);
        for (const Locale& language : condition.languages)
            if (!contains(languages_, language.tag))
                report(faults_, span, "undeclared-language",
                       "the campaign has no language " + quoted(language.tag), language.tag,
                       languages_);
    }
    void check(const Mention& mention, Span span) {
        if (instruments_.empty()) return no_instruments(span);
        if (!contains(instruments_, mention.instrument))
            report(faults_, span, "unknown-instrument",
                   "the campaign has no instrument " + quoted(mention.instrument),
                   mention.instrument, instruments_);
    }
    void check(const Section& section, Span span) {
        if (section.kind == SectionKind::instruments && instruments_.empty()) no_instruments(span);
    }
    template <class Node>
    void check(const Node&, Span) {}

  private:
    static bool contains(const std::vector<std::string_view>& words, std::string_view word) {
        return std::ranges::find(words, word) != words.end();
    }
    void country(std::string_view code, Span span) {
        if (!contains(countries_, code))
            report(faults_, span, "undeclared-country",
                   "the campaign has no country " + quoted(code), code, countries_);
    }

    void no_instruments(Span span) {
        faults_.push_back({"load.no-instruments", "the campaign declares no instruments",
                           "list them as `instruments:` in campaign.yaml", span, {},
                           Severity::error, Blame::content});
    }

    Diagnostics& faults_;
    std::vector<std::string_view> countries_, languages_, instruments_;
    std::vector<std::string_view> variables_{"country", "date", "number", "percent"};
};

} // namespace

std::vector<PictureUse> pictures_of(const Document& document) {
    std::vector<PictureUse> out;
    Walk([&](const auto& node, Span span) {
        if constexpr (std::is_same_v<decltype(node), decltype(Block::node) const&>)
            if (const auto* figure = std::get_if<Figure>(&node))
                out.push_back({figure->path, span, figure->decorative || !trim_ascii(figure->credit).empty()});
    }).document(document);
    return out;
}

bool has_index(const Document& document) {
    bool found = false;
    Walk([&](const auto& node, Span) {
        if constexpr (std::is_same_v<decltype(node), decltype(Block::node) const&>)
            if (const auto* section = std::get_if<Section>(&node))
                found = found || section->kind == SectionKind::instruments;
    }).document(document);
    return found;
}

Diagnostics check_references(const Document& document, const Campaign& campaign) {
    Diagnostics faults;
    References references(campaign, faults);
    Walk([&](const auto& node, Span span) {
        std::visit([&](const auto& kind) { references.check(kind, span); }, node);
    }).document(document);
    return faults;
}

} // namespace presskit::load
