// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/cover.hpp"

#include "embedded/pages.embedded.hpp"
#include "pipeline/base/text.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace presskit::bundle {
namespace {

std::string_view embedded(std::string_view name) {
    const auto file = std::ranges::find(pages(), name, &EmbeddedFile::name);
    assert(file != pages().end());
    return file->bytes;
}

/// Replaces `{{name}}` in one pass, so that nothing in a value is taken for a slot. An unknown slot
/// is a fault of the template.
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

/// Words of another language than the page's say so; their direction is theirs, too.
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

/// The sign of a download; the link's own words say it to those who do not see it.
constexpr std::string_view download_sign =
    "<svg aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\">"
    "<path d=\"M12 4v11M7 10.5l5 5 5-5M5 20h14\"/></svg>\n";

std::string documents(const Cover& cover) {
    std::string list = "<ul>\n";
    for (const CoverDocument& document : cover.documents) {
        list.append("<li>\n").append(download_sign);
        list += "<div>\n" + paragraph("kind", escape_markup(document.kind)) + "<p><a href=\"" +
                escape_markup(document.path) + "\" type=\"application/pdf\" hreflang=\"" +
                escape_markup(document.title.language.tag) + "\">" +
                phrase(document.title, cover.language) + " <span class=\"details\">" +
                escape_markup(document.details) + "</span></a></p>\n" +
                paragraph("notice", escape_markup(document.notice)) + "</div>\n</li>\n";
    }
    return list + "</ul>\n";
}

std::string images(const Cover& cover) {
    if (cover.images.empty()) return {};
    std::string figures;
    for (const CoverImage& image : cover.images) {
        const std::string path = escape_markup(image.path);
        const std::string credit = escape_markup(image.credit);
        figures += "<figure>\n<img src=\"" + path + "\" alt=\"" +
                   escape_markup(image.alternative_text) + "\" width=\"" +
                   std::to_string(image.width) + "\" height=\"" + std::to_string(image.height) +
                   "\">\n<figcaption><a href=\"" + path + "\">" + path +
                   " <span class=\"details\">" + escape_markup(image.details) + "</span></a>" +
                   (credit.empty() ? "" : "<br>" + credit) + "</figcaption>\n</figure>\n";
    }
    return "<div class=\"figures\">\n" + figures + "</div>\n";
}

std::string contacts(const Cover& cover) {
    std::string list;
    const auto row = [&](Word word, const std::string& link_markup) {
        return "<br>" + escape_markup(cover.language.word(word)) + ": " + link_markup;
    };
    for (const CoverContact& contact : cover.contacts) {
        list += "<p><strong>" + escape_markup(contact.name) + "</strong>";
        if (!contact.role.text.empty()) list += "<br>" + phrase(contact.role, cover.language);
        if (!contact.email.empty())
            list += row(Word::email, "<a href=\"mailto:" + escape_markup(contact.email) + "\">" +
                                         escape_markup(contact.email) + "</a>");
        if (!contact.telephone.empty())
            list += row(Word::telephone, escape_markup(contact.telephone));
        list += "</p>\n";
    }
    return list;
}

std::string rights(const Cover& cover) {
    std::string text = paragraph("rights", phrase(cover.rights, cover.language));
    if (!cover.rights_holder.empty())
        text += paragraph("rights", "© " + escape_markup(cover.rights_holder));
    if (!cover.licence.empty())
        text += paragraph("rights", escape_markup(cover.language.word(Word::licence)) + ": " +
                                        link(cover.licence_url, cover.licence));
    return text;
}

std::string files(const Cover& cover) {
    return "<p>" + escape_markup(cover.checksum_help) + "</p>\n<p><code lang=\"en\" dir=\"ltr\">" +
           std::string(checksum_command) +
           "</code></p>\n<p><a href=\"README.txt\">README.txt</a> · "
           "<a href=\"manifest.json\">manifest.json</a> · <a "
           "href=\"SHA256SUMS\">SHA256SUMS</a></p>\n";
}

/// What a journalist came for, and beside it what there is to know about it.
std::string sections(const Cover& cover) {
    const auto word = [&](Word w) { return cover.language.word(w); };
    return "<div class=\"material\">\n" +
           section("documents", word(Word::documents), documents(cover)) +
           section("images", word(Word::images), images(cover)) +
           "</div>\n<div class=\"about\">\n" +
           section("contacts", word(Word::contacts), contacts(cover)) +
           section("rights", word(Word::rights), rights(cover)) +
           section("files", word(Word::files), files(cover)) + "</div>\n";
}

std::string footer(const Cover& cover) {
    std::string text;
    for (const CoverNote& note : cover.notes)
        text += "<p id=\"note-" + escape_markup(note.country) + "\">" + escape_markup(note.mark) +
                " " + phrase(note.text, cover.language) + "</p>\n";
    return text + "<p>" + escape_markup(cover.publisher) + "</p>\n";
}

std::string css_color(Color color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue})
        out.append({digits[channel / 16], digits[channel % 16]});
    return out;
}

/// The brand's colours for page.css, which sets text only in pairs that loading has checked.
std::string colours(const Brand& brand) {
    const std::pair<std::string_view, Color> roles[]{
        {"paper", brand.paper},   {"ink", brand.ink},
        {"accent", brand.accent}, {"accent-ink", brand.accent_ink},
        {"muted", brand.muted},   {"rule", brand.rule},
        {"tint", brand.tint},     {"warning", brand.warning}};
    std::string out;
    for (const auto& [name, color] : roles)
        out.append("--").append(name).append(": ").append(css_color(color)).append("; ");
    out.pop_back();
    return out;
}

} // namespace

std::string to_html(const Cover& cover) {
    const Language& language = cover.language;
    return fill_slots(embedded("page.html"),
                      {{"lang", escape_markup(language.locale.tag)},
                       {"dir", language.direction == Direction::right_to_left ? "rtl" : "ltr"},
                       {"title", escape_markup(cover.title)},
                       {"campaign", phrase(cover.campaign, language)},
                       {"campaign_plain", escape_markup(cover.campaign.text)},
                       {"colours", colours(cover.brand)},
                       {"style", std::string(embedded("page.css"))},
                       {"skip", escape_markup(language.word(Word::skip_to_content))},
                       {"release_notice", paragraph("notice", escape_markup(cover.release_notice))},
                       {"release_date", escape_markup(cover.release_date)},
                       {"published", escape_markup(cover.published)},
                       {"version", escape_markup(cover.version)},
                       {"publisher", link(cover.publisher_url, cover.publisher)},
                       {"sections", sections(cover)},
                       {"footer", footer(cover)}});
}

} // namespace presskit::bundle
