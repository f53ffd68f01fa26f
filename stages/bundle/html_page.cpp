// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/html_page.hpp"

#include "embedded/pages.embedded.hpp"
#include "pipeline/base/text.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::bundle {
std::string_view embedded_page(std::string_view name) {
    const auto file = std::ranges::find(pages(), name, &EmbeddedFile::name);
    assert(file != pages().end());
    return file->bytes;
}

std::string fill_slots(std::string_view page,
                       const std::map<std::string_view, std::string>& slots) {
    std::string out;
    for (;;) {
        const std::size_t open = page.find("{{");
        out += page.substr(0, open);
        if (open == std::string_view::npos) return out;
        const std::size_t close = page.find("}}", open);
        assert(close != std::string_view::npos);
        const auto slot = slots.find(page.substr(open + 2, close - open - 2));
        assert(slot != slots.end());
        out += slot->second;
        page.remove_prefix(close + 2);
    }
}

std::string phrase(const Wording& words, const Language& language) {
    if (words.language == language.locale) return escape_markup(words.text);
    return "<bdi lang=\"" + escape_markup(words.language.tag) + "\">" + escape_markup(words.text) +
           "</bdi>";
}

std::string section(std::string_view id, const std::string& heading, const std::string& content) {
    if (content.empty()) return {};
    const std::string name(id);
    return "<section aria-labelledby=\"" + name + "\">\n<h2 id=\"" + name + "\">" +
           escape_markup(heading) + "</h2>\n" + content + "</section>\n";
}

std::string page_footer(const Cover& cover) {
    std::string text;
    for (const CoverNote& note : cover.notes)
        text += "<p id=\"note-" + escape_markup(note.country) + "\">" + escape_markup(note.mark) +
                " " + phrase(note.text, cover.language) + "</p>\n";
    return text + "<p><bdi>" + escape_markup(cover.publisher) + "</bdi></p>\n";
}

std::string direction_of(const Language& language) {
    return language.direction == Direction::right_to_left ? "rtl" : "ltr";
}

} // namespace presskit::bundle
