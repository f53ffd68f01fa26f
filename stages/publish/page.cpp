// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/page.hpp"

#include "pipeline/base/text.hpp"

namespace presskit::publish {

std::string to_html(const PageFrame& page) {
    const bool mirrored = page.language.direction == Direction::right_to_left;
    std::string html = "<!DOCTYPE html>\n<html lang=\"" +
                       escape_markup(page.language.locale.tag) + "\" dir=\"" +
                       (mirrored ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'self'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<title>" + escape_markup(page.title) + "</title>\n";
    html += "<link rel=\"stylesheet\" href=\"" + page.root + "style.css\">\n" + page.head;
    html += "</head>\n<body>\n<a class=\"skip\" href=\"#content\">" +
            escape_markup(page.language.word(Word::skip_to_content)) + "</a>\n";
    html += "<header>\n" + page.header + "</header>\n<main id=\"content\" tabindex=\"-1\">\n" +
            page.content + "</main>\n<footer>\n" + page.footer + "</footer>\n</body>\n</html>\n";
    return html;
}

std::string link(std::string_view href, std::string_view words, std::string_view language) {
    std::string html = "<a href=\"" + escape_markup(href) + "\"";
    if (!language.empty())
        html += " lang=\"" + escape_markup(language) + "\" hreflang=\"" + escape_markup(language) +
                "\"";
    return html + ">" + escape_markup(words) + "</a>";
}

} // namespace presskit::publish
