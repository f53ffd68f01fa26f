// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/derive.hpp"

#include "pipeline/languages/transliterate.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <string_view>

namespace presskit::plan {
namespace {

bool is_address(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos ||
           word.starts_with("www.");
}

class Deriver {
  public:
    explicit Deriver(const Derivation& derivation) : to_latin_(derivation.exceptions) {}

    void derive(Blocks& blocks) const {
        walk(
            blocks, [this](Inlines& inlines, Span) { derive(inlines); },
            [this](std::string& text, Span) { derive(text); });
    }

    /// Addresses stand between spaces; all between two addresses is transliterated as one, so that
    /// the rules see whole words.
    void derive(std::string& text) const {
        std::string out;
        std::size_t pending = 0;
        const auto flush = [&](std::size_t end) {
            out += to_latin_(std::string_view(text).substr(pending, end - pending));
        };
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
            const std::string_view word = std::string_view(text).substr(begin, end - begin);
            // Variables are filled in later, in the words of the derived language.
            if (is_address(word) || word.find("{{") != std::string_view::npos) {
                flush(begin);
                out += word;
                pending = end;
            }
            begin = end + 1;
        }
        flush(text.size());
        text = std::move(out);
    }

  private:
    void derive(Inlines& inlines) const {
        for (Inline& item : inlines) {
            if (auto* text = std::get_if<Text>(&item.node)) derive(text->text);
            if (auto* quotation = std::get_if<Quotation>(&item.node)) derive(quotation->speaker);
            if (std::holds_alternative<Protected>(item.node) ||
                std::holds_alternative<ForeignText>(item.node))
                continue;
            if (Inlines* content = content_of(item)) derive(*content);
        }
    }

    languages::Latinizer to_latin_;
};

} // namespace

void derive(Document& document, const Derivation& derivation, const Locale& language) {
    const Deriver deriver(derivation);
    DocumentHead& head = document.head;
    for (std::string* text :
         {&head.title, &head.kicker, &head.deck, &head.dateline, &head.description})
        deriver.derive(*text);
    deriver.derive(document.body);
    for (Footnote& footnote : document.footnotes) deriver.derive(footnote.content);
    document.language = language;
}

std::string derived(std::string text, const Derivation& derivation) {
    Deriver(derivation).derive(text);
    return text;
}

} // namespace presskit::plan
