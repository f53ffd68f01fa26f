// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/name_notes.hpp"

#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/word_forms.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

using languages::WordFinder;

/// The byte offset behind the first of `words` in a text.
std::optional<std::size_t> end_of_mention(std::string_view text, const WordFinder& words) {
    const auto found = words.find(text);
    return found ? std::optional(found->end) : std::nullopt;
}

/// One country's note in one document.
class NameNote {
  public:
    NameNote(const Campaign& campaign, const Country& country, std::string id, std::string mark)
        : campaign_(campaign), country_(country), id_(std::move(id)), mark_(std::move(mark)) {}

    /// True if the document mentions the name.
    bool put_into(Document& document) {
        const WordFinder words = words_in(document.language);
        const bool in_head = mark_head(document.head, words);
        const auto on_inlines = [&](Inlines& inlines, Span) {
            placed_ = placed_ || refer(inlines, words);
        };
        const auto on_plain = [&](std::string& text, Span) {
            marked_ = placed_ || marked_ || mark(text, words);
        };
        walk_visible(document.body, on_inlines, on_plain);
        for (Footnote& footnote : document.footnotes)
            walk_visible(footnote.content, on_inlines, on_plain);
        if (!placed_ && (in_head || marked_)) refer_anywhere(document.body);
        return placed_;
    }

  private:
    WordFinder words_in(const Locale& language) const {
        languages::WordForms forms = languages::word_forms(campaign_, country_.note->words, language);
        std::ranges::move(languages::word_forms(campaign_, country_.names, language),
                          std::back_inserter(forms));
        return WordFinder(std::move(forms));
    }

    template <class OnInlines, class OnPlain>
    static void walk_visible(Blocks& blocks, const OnInlines& on_inlines, const OnPlain& on_plain) {
        for (Block& block : blocks) {
            // Alternative text is read out where nobody could follow a mark.
            if (auto* figure = std::get_if<Figure>(&block.node)) {
                on_plain(figure->caption, block.span);
                continue;
            }
            if (auto* callout = std::get_if<Callout>(&block.node)) {
                on_plain(callout->title, block.span);
                walk_visible(callout->content, on_inlines, on_plain);
            } else if (auto* quote = std::get_if<BlockQuote>(&block.node)) {
                walk_visible(quote->content, on_inlines, on_plain);
            } else if (auto* section = std::get_if<Section>(&block.node)) {
                // A pull quote only shows again what the text says with its mark.
                if (section->kind != SectionKind::pull_quote)
                    walk_visible(section->content, on_inlines, on_plain);
            } else if (auto* list = std::get_if<List>(&block.node)) {
                for (ListItem& item : list->items) walk_visible(item.content, on_inlines, on_plain);
            } else {
                const auto visit = [&](Inlines& inlines, Span span) { on_inlines(inlines, span); };
                Blocks one;
                one.push_back(std::move(block));
                walk(one, visit, [](std::string&, Span) {});
                block = std::move(one.front());
            }
        }
    }

    bool mark(std::string& text, const WordFinder& words) const {
        const auto end = end_of_mention(text, words);
        if (end) text.insert(*end, mark_);
        return end.has_value();
    }

    bool mark_head(DocumentHead& head, const WordFinder& words) const {
        return mark(head.kicker, words) || mark(head.country, words) || mark(head.title, words) ||
               mark(head.deck, words) || mark(head.dateline, words);
    }

    bool mentions(const Inlines& inlines, const WordFinder& words) const {
        bool found = false;
        for_each_inline(inlines, [&](const Inline& item) {
            const auto* text = std::get_if<Text>(&item.node);
            found = found || (text != nullptr && end_of_mention(text->text, words));
        });
        return found;
    }

    /// Behind the word; behind the whole link if the word stands in one, since links cannot nest.
    bool refer(Inlines& inlines, const WordFinder& words) const {
        for (std::size_t i = 0; i < inlines.size(); ++i) {
            Inline& item = inlines[i];
            if (const auto* text = std::get_if<Text>(&item.node)) {
                if (const auto end = end_of_mention(text->text, words)) {
                    split(inlines, i, *end);
                    return true;
                }
            } else if (std::holds_alternative<Link>(item.node) ||
                       std::holds_alternative<CrossReference>(item.node)) {
                if (!mentions(*content_of(item), words)) continue;
                inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                               Inline{FootnoteReference{id_}, inlines[i].span});
                return true;
            } else if (const auto* foreign = std::get_if<ForeignText>(&item.node)) {
                if (refer(*content_of(item), words_in(foreign->language))) return true;
            } else if (Inlines* content = content_of(item)) {
                if (refer(*content, words)) return true;
            }
        }
        return false;
    }

    void split(Inlines& inlines, std::size_t i, std::size_t end) const {
        Inline before = std::move(inlines[i]);
        std::string& text = std::get<Text>(before.node).text;
        Inline after{Text{text.substr(end)}, before.span};
        text.resize(end);
        Inlines parts{before, Inline{FootnoteReference{id_}, before.span}};
        if (!std::get<Text>(after.node).text.empty()) parts.push_back(std::move(after));
        inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i));
        inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(i), parts.begin(),
                       parts.end());
    }

    /// A note must be called for by the text to stand on a page: at the end of its first paragraph
    /// where only titles mention the name.
    void refer_anywhere(Blocks& blocks) {
        walk_visible(
            blocks,
            [&](Inlines& inlines, Span span) {
                if (placed_ || inlines.empty()) return;
                inlines.push_back({FootnoteReference{id_}, span});
                placed_ = true;
            },
            [](std::string&, Span) {});
    }

    const Campaign& campaign_;
    const Country& country_; ///< which has a note
    std::string id_, mark_;
    bool placed_ = false; ///< a reference stands in the text
    bool marked_ = false; ///< the mark stands in a title or caption
};

Footnote footnote_of(const Campaign& campaign, const Country& country, const Locale& language,
                     std::string id, std::string mark) {
    Footnote footnote;
    footnote.id = std::move(id);
    footnote.mark = std::move(mark);
    footnote.span = country.span;
    Paragraph words{
        {{Text{languages::localized(campaign, country.note->text, language)}, country.span}}};
    footnote.content.push_back({std::move(words), country.span});
    return footnote;
}

} // namespace

void note_names(const Campaign& campaign, Document& document) {
    std::set<std::string> marks;
    std::vector<Footnote> notes;
    for (const Country& country : campaign.countries) {
        if (!country.note || country.note->mark.empty()) continue;
        std::string mark = country.note->mark;
        while (marks.contains(mark)) mark += country.note->mark;
        // Authors' ids have no dot, so no footnote of theirs has this one.
        const std::string id = "note." + country.code.code;
        if (!NameNote(campaign, country, id, mark).put_into(document)) continue;
        marks.insert(mark);
        notes.push_back(footnote_of(campaign, country, document.language, id, mark));
    }
    document.footnotes.insert(document.footnotes.end(), notes.begin(), notes.end());
}

} // namespace presskit::plan
