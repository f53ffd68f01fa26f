// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/cover.hpp"

#include "pipeline/base/text.hpp"
#include "stages/bundle/html_page.hpp"
#include "stages/model/css_colors.hpp"

namespace presskit::bundle {
namespace {

/// Only addresses that a page can safely link to; anything else is shown as words.
bool is_linkable(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://");
}

std::string link(std::string_view address, std::string_view words) {
    if (!is_linkable(address)) return escape_markup(words);
    return "<a href=\"" + escape_markup(address) + "\">" + escape_markup(words) + "</a>";
}

std::string paragraph(std::string_view css_class, const std::string& markup) {
    if (markup.empty()) return {};
    return "<p class=\"" + std::string(css_class) + "\">" + markup + "</p>\n";
}

/// The sign of a download; the link's own words say it to those who do not see it.
constexpr std::string_view download_sign =
    "<svg aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\">"
    "<path d=\"M12 4v11M7 10.5l5 5 5-5M5 20h14\"/></svg>\n";

/// Links named by their format; the document's title completes them for those who hear them alone.
std::string formats(const CoverDocument& document, const Language& language) {
    std::string links;
    for (const CoverFormat& other : document.formats)
        links += (links.empty() ? "" : " · ") + ("<a href=\"" + escape_markup(other.path)) +
                 "\" type=\"" + std::string(other.media_type) + "\" hreflang=\"" +
                 escape_markup(document.title.language.tag) + "\" aria-label=\"" +
                 escape_markup(other.label + language.colon + document.title.text) + "\">" +
                 escape_markup(other.label) + "</a> <span class=\"size\">" + escape_markup(other.size) +
                 "</span>";
    return links.empty() ? links : "<p class=\"formats\">" + links + "</p>\n";
}

std::string documents(const Cover& cover) {
    std::string list = "<ul>\n";
    for (const CoverDocument& document : cover.documents) {
        list.append("<li>\n").append(download_sign);
        list += "<div>\n" + paragraph("kind", phrase(document.kind, cover.language)) + "<p><a href=\"" +
                escape_markup(document.path) + "\" type=\"application/pdf\" hreflang=\"" +
                escape_markup(document.title.language.tag) + "\">" +
                phrase(document.title, cover.language) + " <span class=\"details\">" +
                escape_markup(document.details) + "</span></a></p>\n" +
                formats(document, cover.language) +
                paragraph("notice", escape_markup(document.notice)) + "</div>\n</li>\n";
    }
    return list + "</ul>\n" + paragraph("prevails", escape_markup(cover.prevailing_notice));
}

std::string file_link(const std::string& path, const std::string& details) {
    const std::string address = escape_markup(path);
    return "<a href=\"" + address + "\">" + address + " <span class=\"details\">" +
           escape_markup(details) + "</span></a>";
}

/// What the page shows is the smaller copy; both are there to take.
std::string figure(const CoverImage& image, const Language& language) {
    const bool has_copy = !image.web_path.empty();
    const auto sized = [&](Word size, const std::string& details) {
        return has_copy ? language.word(size) + language.colon + details : details;
    };
    std::string out = "<figure>\n<img src=\"" + escape_markup(has_copy ? image.web_path : image.path) +
                      "\"" + (image.language == language.locale ? "" : " lang=\"" + escape_markup(image.language.tag) + "\"") +
                      " alt=\"" + escape_markup(image.alternative_text) + "\" width=\"" +
                      std::to_string(image.width) + "\" height=\"" + std::to_string(image.height) +
                      "\">\n<figcaption>" +
                      file_link(image.path, sized(Word::for_print, image.details));
    if (has_copy) out += "<br>" + file_link(image.web_path, sized(Word::for_web, image.web_details));
    if (!image.caption.empty()) out += "<br>" + phrase({image.caption, image.language}, language);
    if (!image.credit.empty()) out += "<br>" + escape_markup(image.credit);
    return out + "</figcaption>\n</figure>\n";
}

std::string images(const Cover& cover) {
    if (cover.images.empty()) return {};
    std::string figures;
    for (const CoverImage& image : cover.images) figures += figure(image, cover.language);
    const std::string captions(captions_path);
    return "<div class=\"figures\">\n" + figures + "</div>\n<p class=\"captions\"><a href=\"" + captions +
           "\">" + captions + "</a></p>\n";
}

std::string changes(const Cover& cover) {
    if (cover.changes.text.empty()) return {};
    return paragraph("changes", escape_markup(cover.version)) +
           paragraph("changes", phrase(cover.changes, cover.language));
}

std::string contacts(const Cover& cover) {
    std::string list;
    const auto row = [&](Word word, const std::string& link_markup) {
        return "<br>" + escape_markup(cover.language.word(word) + cover.language.colon) + link_markup;
    };
    for (const CoverContact& contact : cover.contacts) {
        list += "<p><strong>" + escape_markup(contact.name) + "</strong>";
        if (!contact.role.text.empty()) list += "<br>" + phrase(contact.role, cover.language);
        if (!contact.email.empty())
            list += row(Word::email, "<a href=\"mailto:" + escape_markup(contact.email) + "\">" +
                                         escape_markup(contact.email) + "</a>");
        if (!contact.telephone.empty())
            list += row(Word::telephone, "<bdi class=\"whole\" dir=\"ltr\">" + escape_markup(contact.telephone) + "</bdi>");
        list += "</p>\n";
    }
    return list;
}

std::string rights(const Cover& cover) {
    std::string text = paragraph("rights", phrase(cover.rights, cover.language));
    if (!cover.rights_holder.empty())
        text += paragraph("rights", "© <bdi>" + escape_markup(cover.rights_holder) + "</bdi>");
    if (!cover.licence.empty())
        text += paragraph("rights",
                          escape_markup(cover.language.word(Word::licence) + cover.language.colon) +
                              link(cover.licence_url, cover.licence));
    return text;
}

/// Apart from its neighbours: names of files from left to right would change their order.
std::string named_file(const std::string& name) {
    return "<bdi><a href=\"" + name + "\">" + name + "</a></bdi>";
}

std::string accessibility_links(const Cover& cover) {
    if (!cover.has_accessibility) return {};
    return "<a href=\"accessibility.html\">" +
           escape_markup(cover.language.word(Word::accessibility)) + "</a> · " +
           named_file("accessibility.json") + " · ";
}

std::string files(const Cover& cover) {
    const auto check = [](const std::string& sentence, std::string_view command) {
        return "<p>" + escape_markup(sentence) + "</p>\n<p><code lang=\"en\" dir=\"ltr\">" + escape_markup(command) +
               "</code></p>\n";
    };
    return check(cover.checksum_help, checksum_command) + check(cover.signature_help, cover.signature_command) +
           "<p>" + accessibility_links(cover) + named_file("README.txt") + " · " + named_file("provenance.json") + " · " +
           named_file("manifest.json") + " · " + named_file("SHA256SUMS") + "</p>\n";
}

/// What a journalist came for, and beside it what there is to know about it.
std::string sections(const Cover& cover) {
    const auto word = [&](Word w) { return cover.language.word(w); };
    return "<div class=\"material\">\n" +
           section("documents", word(Word::documents), documents(cover)) +
           section("images", word(Word::images), images(cover)) +
           "</div>\n<div class=\"about\">\n" +
           section("changes", word(Word::changes), changes(cover)) +
           section("contacts", word(Word::contacts), contacts(cover)) +
           section("rights", word(Word::rights), rights(cover)) +
           section("files", word(Word::files), files(cover)) + "</div>\n";
}

} // namespace

std::string to_html(const Cover& cover) {
    const Language& language = cover.language;
    return fill_slots(embedded_page("page.html"),
                      {{"lang", escape_markup(language.locale.tag)},
                       {"dir", direction_of(language)},
                       {"title", escape_markup(cover.title)},
                       {"campaign", phrase(cover.campaign, language)},
                       {"campaign_plain", escape_markup(cover.campaign.text)},
                       {"colours", css_colors(cover.brand)},
                       {"style", std::string(embedded_page("page.css"))},
                       {"skip", escape_markup(language.word(Word::skip_to_content))},
                       {"release_notice", paragraph("notice", escape_markup(cover.release_notice))},
                       {"correction", paragraph("notice", escape_markup(cover.correction_notice)) +
                                          paragraph("correction", phrase(cover.correction, language))},
                       {"release_date", escape_markup(cover.release_date)},
                       {"published", escape_markup(cover.published)},
                       {"version", escape_markup(cover.version)},
                       {"publisher", "<bdi>" + link(cover.publisher_url, cover.publisher) + "</bdi>"},
                       {"sections", sections(cover)},
                       {"footer", page_footer(cover)}});
}

} // namespace presskit::bundle
