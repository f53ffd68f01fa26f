// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/copy.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

namespace presskit::formats {
namespace {

constexpr std::array<std::string_view, chart_mark_count> signs{"○", "◐", "●"};

Inline words(std::string text, Span span = {}) { return {Text{std::move(text)}, span}; }

/// What compose adds to blocks as it sets them.
class FixedWords {
  public:
    FixedWords(const Language& language, std::string dateline)
        : language_(language), dateline_(std::move(dateline)) {}

    void add(Blocks& blocks) {
        for (Block& block : blocks)
            std::visit([&](auto& node) { add_to(node, block.span); }, block.node);
    }

  private:
    void add_to(Paragraph& paragraph, Span span) {
        if (dateline_.empty()) return;
        Inlines run_in{{Strong{{words(std::exchange(dateline_, {}), span)}}, span},
                       words(" ", span)};
        paragraph.content.insert(paragraph.content.begin(), run_in.begin(), run_in.end());
    }
    void add_to(Heading& heading, Span span) {
        if (!heading.number.empty())
            heading.content.insert(heading.content.begin(), words(heading.number + " ", span));
    }
    void add_to(List& list, Span) {
        for (ListItem& item : list.items) add(item.content);
    }
    void add_to(Callout& callout, Span) {
        if (callout.title.empty())
            callout.title =
                language_.word(callout.kind == CalloutKind::warning ? Word::warning : Word::note);
        add(callout.content);
    }
    void add_to(Section& section, Span span) {
        if (section.kind == SectionKind::pull_quote) return; // its words stand in the text as well
        const bool titled = !section.content.empty() &&
                            std::holds_alternative<Heading>(section.content.front().node);
        if (section.kind == SectionKind::contact && !titled) {
            Heading title;
            title.content.push_back(words(language_.word(Word::contact), span));
            section.content.insert(section.content.begin(), Block{std::move(title), span});
        }
        add(section.content);
    }
    void add_to(Boxed<Chart>& boxed, Span span) {
        Chart& chart = boxed;
        for (std::size_t row = 0; row < chart.values.size(); ++row)
            for (std::size_t i = 0; i < chart.values[row].size(); ++i)
                if (const auto* mark = std::get_if<ChartMark>(&chart.values[row][i]))
                    chart.table.rows[row][i + 1].content = {
                        words(std::string(signs[static_cast<std::size_t>(*mark)]), span)};
    }
    void add_to(Figure& figure, Span) {
        if (figure.credit.empty()) return;
        figure.caption = with_credit(figure.caption, languages::credit_line(language_, figure.credit));
    }
    template <class Node>
    void add_to(Node& node, Span) {
        if constexpr (requires { Blocks{node.content}; }) add(node.content);
    }

    const Language& language_;
    std::string dateline_;
};

void add_contact_card(const Campaign& campaign, const Edition& edition, const Language& language,
                      Blocks& body) {
    if (edition.contacts.empty()) return;
    Section card;
    for (const Contact& contact : edition.contacts) {
        const std::string role = languages::localized(campaign, contact.role, language.locale);
        Paragraph lines;
        lines.content.push_back(
            {Strong{{words(contact.name + (role.empty() ? "" : language.comma + role))}}, {}});
        if (!contact.email.empty()) {
            lines.content.push_back({LineBreak{}, {}});
            lines.content.push_back({Link{"mailto:" + contact.email, {words(contact.email)}}, {}});
        }
        if (!contact.telephone.empty()) {
            lines.content.push_back({LineBreak{}, {}});
            lines.content.push_back({Protected{{words(contact.telephone)}}, {}});
        }
        card.content.push_back({std::move(lines), {}});
    }
    body.push_back({std::move(card), {}});
}

/// The logos of a country's partners, and which language version prevails.
void add_closing(const Campaign& campaign, const Edition& edition, const Language& language,
                 Blocks& body) {
    Blocks logos;
    for (const PartnerLogo& partner : campaign.brand.partners) {
        if (std::ranges::find(partner.countries, edition.key.text.country) ==
            partner.countries.end())
            continue;
        Figure figure;
        figure.path = partner.logo.path;
        figure.alternative_text =
            languages::localized(campaign, partner.logo.alternative_text, language.locale);
        logos.push_back({std::move(figure), {}});
    }
    const auto line = [&](const std::string& text) {
        if (!text.empty()) body.push_back({Paragraph{{words(text)}}, {}});
    };
    if (!logos.empty()) line(language.word(Word::partners));
    std::ranges::move(logos, std::back_inserter(body));
    line(edition.prevailing_notice);
}

void find_contents(const Blocks& blocks, int deepest, std::vector<ContentsEntry>& out) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->level <= deepest && !heading->id.empty())
                out.push_back({heading->level, heading->id, plain_text(heading->content)});
        } else if (const auto* section = std::get_if<Section>(&block.node)) {
            find_contents(section->content, deepest, out);
        }
    }
}

std::vector<Locale> siblings_of(const Campaign& campaign, const TextKey& text) {
    std::vector<Locale> out;
    for (const CampaignLanguage& language : campaign.languages) {
        const auto has = [&](const Locale& locale) {
            return campaign.texts.contains({text.document, text.country, locale});
        };
        if (has(language.locale) || (language.derivation && has(language.derivation->from)))
            out.push_back(language.locale);
    }
    return out;
}

} // namespace

Copy make_copy(const Campaign& campaign, const Edition& edition, const CardFile* card) {
    const Language* language = languages::find(edition.document.language);
    const Language* reader = languages::find(edition.key.reader);
    assert(language != nullptr && reader != nullptr);
    Copy copy{campaign,
              *language,
              *reader,
              edition.key,
              edition.kind,
              edition.document,
              {},
              {},
              {},
              edition.site,
              siblings_of(campaign, edition.key.text),
              card};
    const KindLayout& layout = campaign.brand.layout(edition.kind);
    if (layout.cover)
        copy.imprint =
            languages::localized(campaign, campaign.city, language->locale) + language->comma +
            languages::format_date(*language, campaign.release_date) + "\n" + campaign.publisher +
            "\n" + languages::fill(language->word(Word::version), {{"version", campaign.version}});
    const auto notice = [&](const std::string& line, const Locale& locale, bool binding) {
        if (!line.empty()) copy.notices.push_back({line, locale, binding});
    };
    if (campaign.embargo && !edition.release_notice.empty())
        copy.embargo = Notice{edition.release_notice, language->locale, true};
    else
        notice(edition.release_notice, language->locale, true);
    notice(edition.sample_notice, language->locale, false);
    notice(edition.fallback_notice, reader->locale, false);
    add_contact_card(campaign, edition, *language, copy.document.body);
    add_closing(campaign, edition, *language, copy.document.body);
    FixedWords(*language, copy.document.head.dateline).add(copy.document.body);
    FixedWords notes(*language, {});
    for (Footnote& note : copy.document.footnotes) notes.add(note.content);
    if (layout.table_of_contents)
        find_contents(copy.document.body,
                      layout.contents_depth + 1 + levels_of_parts(copy.document.body), copy.contents);
    return copy;
}

std::string mark_of(const Footnote& note) {
    return note.mark.empty() ? std::to_string(note.number) : note.mark;
}

std::vector<LegendRow> legend_of(const Chart& chart) {
    std::array<bool, chart_mark_count> used{};
    for (const auto& row : chart.values)
        for (const ChartValue& value : row)
            if (const auto* mark = std::get_if<ChartMark>(&value))
                used[static_cast<std::size_t>(*mark)] = true;
    std::vector<LegendRow> out;
    for (std::size_t i = chart_mark_count; i-- > 0;)
        if (used[i]) out.push_back({std::string(signs[i]), chart.legend[i]});
    return out;
}

} // namespace presskit::formats
