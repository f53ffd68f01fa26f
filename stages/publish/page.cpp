// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/page.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/card.hpp"

#include <algorithm>

namespace presskit::publish {
namespace {

constexpr std::string_view index_page = "index.html";

std::string link_element(std::string_view relation, const std::string& href) {
    return "<link rel=\"" + std::string(relation) + "\" href=\"" + escape_markup(href) + "\">\n";
}

/// What social media show of a page that is linked there: ogp.me. They want whole addresses.
std::string open_graph(const PageFrame& page) {
    std::string html;
    const auto property = [&](std::string_view name, const std::string& content) {
        if (!content.empty())
            html.append("<meta property=\"og:").append(name) +=
                "\" content=\"" + escape_markup(content) + "\">\n";
    };
    property("type", "website");
    property("title", page.description.empty() ? page.title : page.description);
    property("url", page.site_url.empty() ? std::string() : address_of(page.path, page.site_url, page.path));
    property("image", address_of(page.card->path, page.site_url, page.path));
    property("image:type", "image/png");
    property("image:width", std::to_string(card_width));
    property("image:height", std::to_string(card_height));
    property("image:alt", page.card->words);
    return html + "<meta name=\"twitter:card\" content=\"summary_large_image\">\n";
}

/// What programs read: styles, the page's own address, other languages, feeds.
std::string head_of(const PageFrame& page) {
    const std::string root = root_from(page.path);
    std::string html = link_element("icon", root + "icon.svg") +
                       link_element("stylesheet", root + "style.css");
    if (!page.brand_style.empty()) html += link_element("stylesheet", root + page.brand_style);
    if (!page.replaced_by.empty()) html += "<meta name=\"robots\" content=\"noindex\">\n";
    if (!page.site_url.empty() && page.replaced_by.empty())
        html += link_element("canonical", address_of(page.path, page.site_url, page.path));
    for (const auto& [tag, path] : page.alternates)
        html += "<link rel=\"alternate\" hreflang=\"" + escape_markup(tag) + "\" href=\"" +
                escape_markup(address_of(path, page.site_url, page.path)) + "\">\n";
    if (!page.feeds.empty())
        for (const auto& [extension, type] : {std::pair(".atom", "application/atom+xml"),
                                              std::pair(".json", "application/feed+json")})
            html += "<link rel=\"alternate\" type=\"" + std::string(type) + "\" href=\"" +
                    escape_markup(root + page.feeds + extension) + "\">\n";
    if (page.card != nullptr) html += open_graph(page);
    if (page.has_script) html += "<script src=\"" + root + "site.js\" defer></script>\n";
    return html;
}

} // namespace

std::string root_from(std::string_view path) {
    std::string root;
    for (auto folders = std::ranges::count(path, '/'); folders > 0; --folders) root += "../";
    return root;
}

std::string address_of(std::string_view target, std::string_view site_url, std::string_view path) {
    if (site_url.empty()) return root_from(path) + std::string(target);
    if (target == index_page || target.ends_with("/index.html"))
        target.remove_suffix(index_page.size());
    return std::string(site_url) + std::string(target);
}

std::string to_html(const PageFrame& page) {
    const bool mirrored = page.language.direction == Direction::right_to_left;
    std::string html = "<!DOCTYPE html>\n<html lang=\"" +
                       escape_markup(page.language.locale.tag) + "\" dir=\"" +
                       (mirrored ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'self'; script-src 'self'; img-src 'self'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<title>" + escape_markup(page.title) + "</title>\n";
    if (!page.description.empty())
        html += "<meta name=\"description\" content=\"" + escape_markup(page.description) + "\">\n";
    html += head_of(page);
    html += "</head>\n<body>\n<a class=\"skip\" href=\"#content\">" +
            escape_markup(page.language.word(Word::skip_to_content)) + "</a>\n";
    html += "<header>\n<div>\n" + page.header +
            "</div>\n</header>\n<main id=\"content\" tabindex=\"-1\">\n" + page.content +
            "</main>\n<footer>\n" + page.footer + "</footer>\n</body>\n</html>\n";
    return html;
}

} // namespace presskit::publish
