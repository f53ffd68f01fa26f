// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/instruments.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/unicode.hpp"
#include "pipeline/languages/word_forms.hpp"
#include "stages/model/plain_text.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

using languages::FoundWords;
using languages::WordForms;

/// A heading below which an instrument is mentioned.
struct MentionPlace {
    std::string id, words;
};

/// What texts in one language are looked through for, and whose each form is.
struct InstrumentForms {
    languages::WordFinder finder;
    std::vector<std::size_t> instruments; ///< by form
};

/// The name of an instrument in the language itself, if it has one there.
std::string own_words(const Campaign& campaign, const LocalizedText& text, const Locale& language) {
    languages::Wording words = languages::wording(campaign, text, language);
    return words.language == language ? std::move(words.text) : std::string();
}

InstrumentForms forms_in(const Campaign& campaign, const Locale& language) {
    WordForms all;
    std::vector<std::size_t> instruments;
    for (std::size_t i = 0; i < campaign.instruments.size(); ++i) {
        const Instrument& instrument = campaign.instruments[i];
        WordForms forms = languages::word_forms(campaign, instrument.words, language);
        for (const LocalizedText* names : {&instrument.names, &instrument.short_names})
            if (auto form = languages::word_form(own_words(campaign, *names, language));
                !form.words.empty())
                forms.push_back(std::move(form));
        instruments.insert(instruments.end(), forms.size(), i);
        std::ranges::move(forms, std::back_inserter(all));
    }
    return {languages::WordFinder(std::move(all)), std::move(instruments)};
}

/// Goes through a text once, in reading order; a footnote is read where it is first called.
class MentionFinder {
  public:
    MentionFinder(const Campaign& campaign, const Language& language, Document& document)
        : campaign_(campaign), language_(language), document_(document),
          places_(campaign.instruments.size()), mentioned_(campaign.instruments.size()) {}

    void find() { blocks(document_.body); }

    bool is_mentioned(std::size_t instrument) const { return mentioned_[instrument]; }
    const std::vector<MentionPlace>& places(std::size_t instrument) const {
        return places_[instrument];
    }

  private:
    void blocks(Blocks& all) {
        for (Block& block : all) {
            if (auto* section = std::get_if<Section>(&block.node)) {
                // A pull quote shows again what the text says, and an index is no text.
                if (section->kind != SectionKind::pull_quote &&
                    section->kind != SectionKind::instruments)
                    blocks(section->content);
                continue;
            }
            if (const auto* heading = std::get_if<Heading>(&block.node);
                heading != nullptr && !heading->id.empty())
                here_ = {heading->id, heading->number.empty()
                                          ? plain_text(heading->content)
                                          : languages::fill(language_.word(Word::section),
                                                            {{"number", heading->number}})};
            Blocks one;
            one.push_back(std::move(block));
            walk(
                one, [&](Inlines& inlines, Span) { read(inlines, document_.language); },
                [](const auto&, Span) {});
            block = std::move(one.front());
        }
    }

    void read(Inlines& inlines, const Locale& language) {
        for (std::size_t i = 0; i < inlines.size(); ++i) {
            Inline& item = inlines[i];
            if (const auto* text = std::get_if<Text>(&item.node)) {
                const InstrumentForms& known = forms(language);
                if (const auto found = known.finder.find(text->text))
                    i = split(inlines, i, *found, known.instruments[found->form]);
            } else if (const auto* mention = std::get_if<Mention>(&item.node)) {
                const auto row =
                    std::ranges::find(campaign_.instruments, mention->instrument, &Instrument::id);
                if (row != campaign_.instruments.end())
                    record(static_cast<std::size_t>(row - campaign_.instruments.begin()));
            } else if (const auto* reference = std::get_if<FootnoteReference>(&item.node)) {
                note(reference->id);
            } else if (const auto* foreign = std::get_if<ForeignText>(&item.node)) {
                read(*content_of(item), Locale(foreign->language));
            } else if (Inlines* content = content_of(item)) {
                read(*content, language);
            }
        }
    }

    void note(const std::string& id) {
        if (!notes_.insert(id).second) return;
        for (Footnote& footnote : document_.footnotes)
            if (footnote.id == id) blocks(footnote.content);
    }

    /// Cuts the text at `i` into what is before, the mention and what is after. Returns where the
    /// mention stands.
    std::size_t split(Inlines& inlines, std::size_t i, const FoundWords& found,
                      std::size_t instrument) {
        record(instrument);
        const Span span = inlines[i].span;
        const std::string whole = std::move(std::get<Text>(inlines[i].node).text);
        const auto part = [&](std::size_t begin, std::size_t end) {
            return Inline{Text{whole.substr(begin, end - begin)}, span};
        };
        Inlines parts;
        if (found.begin > 0) parts.push_back(part(0, found.begin));
        const std::size_t place = i + parts.size();
        parts.push_back({Mention{campaign_.instruments[instrument].id, {part(found.begin, found.end)}},
                         span});
        if (found.end < whole.size()) parts.push_back(part(found.end, whole.size()));
        const auto at = inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i));
        inlines.insert(at, std::make_move_iterator(parts.begin()),
                       std::make_move_iterator(parts.end()));
        return place;
    }

    void record(std::size_t instrument) {
        mentioned_[instrument] = true;
        std::vector<MentionPlace>& places = places_[instrument];
        if (!here_.id.empty() &&
            std::ranges::find(places, here_.id, &MentionPlace::id) == places.end())
            places.push_back(here_);
    }

    const InstrumentForms& forms(const Locale& language) {
        const auto known = forms_.find(language);
        if (known != forms_.end()) return known->second;
        return forms_.emplace(language, forms_in(campaign_, language)).first->second;
    }

    const Campaign& campaign_;
    const Language& language_;
    Document& document_;
    MentionPlace here_;
    std::map<Locale, InstrumentForms> forms_;
    std::set<std::string> notes_;
    std::vector<std::vector<MentionPlace>> places_; ///< by instrument, in the campaign's order
    std::vector<bool> mentioned_;
};

/// "Lanzarote Convention (CETS 201)": the name, then what else is known of it.
Paragraph entry_of(const Campaign& campaign, const Instrument& instrument, const Language& language,
                   const languages::Wording& name, Span span) {
    Inlines words{{Text{name.text}, span}};
    if (name.language != language.locale) words = {{ForeignText{name.language, std::move(words)}, span}};
    Paragraph entry;
    entry.content.push_back({Mention{instrument.id, std::move(words)}, span});
    std::string details;
    if (const std::string known = own_words(campaign, instrument.short_names, language.locale);
        !known.empty())
        details += " (" + known + ")";
    if (instrument.date)
        details += language.comma + languages::format_date(language, *instrument.date);
    if (!instrument.reference.empty()) details += language.comma + instrument.reference;
    if (!details.empty()) entry.content.push_back({Text{std::move(details)}, span});
    return entry;
}

Paragraph references_to(const std::vector<MentionPlace>& places, const Language& language, Span span) {
    Paragraph out;
    for (const MentionPlace& place : places) {
        if (!out.content.empty()) out.content.push_back({Text{language.comma}, span});
        out.content.push_back({CrossReference{place.id, {{Text{place.words}, span}}}, span});
    }
    return out;
}

/// The section of the index and where its author wrote it; null if there is none.
Block* find_index(Blocks& blocks) {
    for (Block& block : blocks) {
        if (auto* section = std::get_if<Section>(&block.node)) {
            if (section->kind == SectionKind::instruments) return &block;
            if (Block* inner = find_index(section->content)) return inner;
        } else if (auto* callout = std::get_if<Callout>(&block.node)) {
            if (Block* inner = find_index(callout->content)) return inner;
        }
    }
    return nullptr;
}

} // namespace

void index_instruments(const Campaign& campaign, const Language& language, Document& document,
                       Diagnostics& diagnostics) {
    const Block* place = find_index(document.body);
    if (place == nullptr) return;
    const Span span = place->span;
    MentionFinder finder(campaign, language, document);
    finder.find();

    std::vector<std::pair<std::string, ListItem>> entries;
    for (std::size_t i = 0; i < campaign.instruments.size(); ++i) {
        const Instrument& instrument = campaign.instruments[i];
        if (!finder.is_mentioned(i)) {
            diagnostics.push_back({"plan.unused-instrument",
                                   "instrument `" + instrument.id + "` is mentioned nowhere in the text",
                                   "add what it is called there to its `words`, or write "
                                   "`[…]{instrument=" + instrument.id + "}`",
                                   span, {}, Severity::warning, Blame::content});
            continue;
        }
        const languages::Wording name =
            languages::wording(campaign, instrument.names, language.locale);
        ListItem item{{{entry_of(campaign, instrument, language, name, span), span}}, span};
        if (!finder.places(i).empty())
            item.content.push_back({references_to(finder.places(i), language, span), span});
        entries.emplace_back(name.text, std::move(item));
    }
    std::ranges::stable_sort(entries, [&](const auto& a, const auto& b) {
        return languages::less(language, a.first, b.first);
    });
    List list;
    for (auto& [name, item] : entries) list.items.push_back(std::move(item));
    // Looked for again: the way through the text may have moved it.
    if (!list.items.empty())
        std::get<Section>(find_index(document.body)->node).content = {{std::move(list), span}};
}

} // namespace presskit::plan
