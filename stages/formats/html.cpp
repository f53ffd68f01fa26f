// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/html.hpp"

#include "embedded/document_style.embedded.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/formats/html_blocks.hpp"
#include "stages/formats/html_inlines.hpp"
#include "stages/formats/news_article.hpp"
#include "stages/formats/open_graph.hpp"
#include "stages/model/css_colors.hpp"

#include <span>

namespace presskit::formats {
namespace {

/// Nothing is fetched and nothing runs, wherever the file is opened.
constexpr std::string_view content_rules =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

std::string paragraph(std::string_view css_class, const std::string& words) {
    if (words.empty()) return {};
    std::string markup = escape_markup(words);
    for (std::size_t at = markup.find('\n'); at != std::string::npos; at = markup.find('\n', at))
        markup.replace(at, 1, "<br>");
    return "<p class=\"" + std::string(css_class) + "\">" + markup + "</p>\n";
}

/// The same document in all its languages, as the campaign's site has them.
std::string alternates(const Copy& copy) {
    constexpr std::string_view slot = "{language}";
    const Campaign& campaign = copy.campaign;
    if (campaign.site.find(slot) == std::string::npos || copy.siblings.size() < 2) return {};
    std::string out;
    for (const Locale& sibling : copy.siblings)
        out += "<link rel=\"alternate\" hreflang=\"" + escape_markup(sibling.tag) + "\" href=\"" +
               escape_markup(languages::fill(campaign.site, {{"campaign", campaign.id},
                                                             {"version", campaign.version},
                                                             {"language", sibling.tag}})) +
               "\">\n";
    return out;
}

std::string page_head(const Copy& copy) {
    const DocumentHead& head = copy.document.head;
    std::string out = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                      std::string(content_rules) +
                      "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<title>" +
                      escape_markup(head.title) + "</title>\n";
    if (!head.description.empty())
        out += "<meta name=\"description\" content=\"" + escape_markup(head.description) + "\">\n";
    out += alternates(copy);
    if (copy.card != nullptr) out += open_graph(copy);
    if (copy.kind == DocumentKind::release)
        out += "<script type=\"application/ld+json\">" + news_article(copy) + "</script>\n";
    return out + "<style>\n:root { " + css_colors(copy.campaign.brand) + " }\n" +
           std::string(document_style().front().bytes) + "</style>\n";
}

std::string notices(const Copy& copy, std::span<const Notice> all) {
    std::string out;
    const HtmlInlines inlines(copy);
    for (const Notice& notice : all) {
        const std::string words = escape_markup(notice.words);
        out += "<p" + inlines.language_attributes(notice.language) + ">" +
               (notice.binding ? "<strong>" + words + "</strong>" : words) + "</p>\n";
    }
    return out.empty() ? out : "<div class=\"notices\">\n" + out + "</div>\n";
}

/// Lists in lists as deep as the headings they name. A level that is left out opens no list.
std::string contents(const Copy& copy) {
    if (copy.contents.empty()) return {};
    std::string out = "<nav class=\"contents\" aria-labelledby=\"contents.\">\n<h2 id=\"contents.\">" +
                      escape_markup(copy.language.word(Word::contents)) + "</h2>\n";
    std::vector<int> open;
    for (const ContentsEntry& entry : copy.contents) {
        while (open.size() > 1 && open.back() > entry.level) {
            out += "</li>\n</ol>\n";
            open.pop_back();
        }
        if (open.empty() || open.back() < entry.level) {
            out += "<ol>\n";
            open.push_back(entry.level);
        } else {
            out += "</li>\n";
        }
        out += "<li><a href=\"#" + escape_markup(entry.id) + "\">" + escape_markup(entry.words) +
               "</a>";
    }
    for (std::size_t i = 0; i < open.size(); ++i) out += "</li>\n</ol>\n";
    return out + "</nav>\n";
}

} // namespace

std::string to_html(const Copy& copy) {
    const DocumentHead& head = copy.document.head;
    return "<!DOCTYPE html>\n<html lang=\"" + escape_markup(copy.document.language.tag) +
           "\" dir=\"" + direction_name(copy.language) + "\">\n<head>\n" + page_head(copy) +
           "</head>\n<body>\n<main>\n" + (copy.embargo ? notices(copy, {&*copy.embargo, 1}) : "") +
           "<header>\n" + paragraph("kicker", head.kicker) + paragraph("country", head.country) +
           "<h1>" + escape_markup(head.title) + "</h1>\n" + paragraph("deck", head.deck) +
           paragraph("imprint", copy.imprint) + "</header>\n" +
           notices(copy, copy.notices) + contents(copy) + html_text(copy) + "</main>\n</body>\n</html>\n";
}

} // namespace presskit::formats
