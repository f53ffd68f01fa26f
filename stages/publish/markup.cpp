// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/markup.hpp"

#include "pipeline/base/text.hpp"

namespace presskit::publish {

std::string link(std::string_view href, std::string_view words, std::string_view language) {
    std::string html = "<a href=\"" + escape_markup(href) + "\"";
    if (!language.empty())
        html += " lang=\"" + escape_markup(language) + "\" hreflang=\"" + escape_markup(language) +
                "\"";
    return html + ">" + escape_markup(words) + "</a>";
}

std::string isolated(const std::vector<std::string>& parts) {
    std::string html;
    for (const std::string& part : parts)
        html += (html.empty() ? "<bdi>" : " · <bdi>") + escape_markup(part) + "</bdi>";
    return html;
}

std::string paragraph(std::string_view css_class, const std::string& html) {
    return "<p class=\"" + std::string(css_class) + "\">" + html + "</p>\n";
}

std::string heading(std::string_view words, std::string_view id) {
    return (id.empty() ? "<h2>" : "<h2 id=\"" + escape_markup(id) + "\">") + escape_markup(words) +
           "</h2>\n";
}

std::string fact(std::string_view name, const std::string& html) {
    return "<dt>" + escape_markup(name) + "</dt><dd>" + html + "</dd>\n";
}

std::string code(std::string_view text) {
    return "<code dir=\"ltr\">" + escape_markup(text) + "</code>\n";
}

} // namespace presskit::publish
