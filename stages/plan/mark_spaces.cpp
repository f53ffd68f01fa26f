// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/mark_spaces.hpp"

#include "stages/plan/walk.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace presskit::plan {
namespace {

constexpr std::string_view no_break_space = "\u00A0", opening_mark = "«";
constexpr std::array<std::string_view, 5> marks_after_space{":", ";", "!", "?", "»"};

/// A mark stands alone: "mot : autre", not "mot :autre", which may be anything.
bool begins_with_mark(std::string_view text) {
    for (const std::string_view mark : marks_after_space) {
        if (!text.starts_with(mark)) continue;
        const std::string_view rest = text.substr(mark.size());
        constexpr std::string_view ends = " \n!?.,;:)]";
        return rest.empty() || ends.find(rest.front()) != std::string_view::npos ||
               rest.starts_with(no_break_space) || rest.starts_with("»") || rest.starts_with("”") ||
               rest.starts_with("…");
    }
    return false;
}

void keep_marks(std::string& text) {
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        const std::string_view all = text;
        // At 0 there are other words before, in bold or in a link: no paragraph begins with a space.
        const bool follows_word = at == 0 || (all[at - 1] != ' ' && all[at - 1] != '\n');
        if (!all.substr(0, at).ends_with(opening_mark) && !(follows_word && begins_with_mark(all.substr(at + 1)))) continue;
        text.replace(at, 1, no_break_space);
    }
}

void keep_marks(Blocks& blocks) {
    const auto in_inlines = [](Inlines& inlines, Span) {
        for_each_inline(inlines, [](Inline& item) {
            if (auto* text = std::get_if<Text>(&item.node)) keep_marks(text->text);
        });
    };
    walk(blocks, in_inlines, [](std::string& text, Span) { keep_marks(text); });
}

} // namespace

void keep_marks(Document& document, const Language& language) {
    if (!language.colon.starts_with(no_break_space)) return;
    DocumentHead& head = document.head;
    for (std::string* text : {&head.title, &head.kicker, &head.deck, &head.dateline, &head.description})
        keep_marks(*text);
    keep_marks(document.body);
    for (Footnote& footnote : document.footnotes) keep_marks(footnote.content);
}

} // namespace presskit::plan
