// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/model/card.hpp"
#include "stages/model/document_format.hpp"
#include "stages/publish/markup.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>

namespace presskit::publish {
namespace {

/// "01-press-release-sq" of any of its formats.
std::string_view stem_of(std::string_view path) { return path.substr(0, path.find('.')); }

std::string format_of(std::string_view path, const Language& language) {
    if (path.ends_with(card_extension)) return language.word(Word::card);
    for (const FormatTraits& format : document_formats)
        if (path.ends_with(format.extension)) return std::string(format.label);
    return "PDF";
}

/// Pages side by side, each leading to itself alone. Those of the first document are there to see; the
/// others are loaded when they are asked for.
std::string previews_of(const OfferedDocument& document, const Language& language, bool open) {
    if (document.previews.empty()) return {};
    const std::string pages = std::to_string(document.previews.size());
    std::string html = "<details class=\"pages\"" + std::string(open ? " open" : "") + ">\n<summary>" +
                       escape_markup(language.word(Word::pages) + language.colon + pages) +
                       "</summary>\n<ul>\n";
    for (std::size_t i = 0; i < document.previews.size(); ++i) {
        const OfferedPreview& preview = document.previews[i];
        const std::string place = languages::fill(
            language.word(Word::page_of), {{"page", std::to_string(i + 1)}, {"pages", pages}});
        const std::string address = "../" + escape_markup(preview.path);
        html += "<li><a href=\"" + address + "\"><img src=\"" + address + "\" alt=\"" +
                escape_markup(document.title + " – " + place) + "\" width=\"" +
                std::to_string(preview.width) + "\" height=\"" + std::to_string(preview.height) +
                "\" loading=\"lazy\" decoding=\"async\"></a></li>\n";
    }
    return html + "</ul>\n</details>\n";
}

/// "DOCX 9.7 kB", on one line: where Arabic was broken between the two, the size stood with the format before.
std::string sized(std::string format, std::uint64_t bytes) {
    constexpr std::string_view no_break = "\u00A0";
    std::string size = human_bytes(bytes);
    if (const auto gap = size.find(' '); gap != std::string::npos) size.replace(gap, 1, no_break);
    return format.append(no_break).append(size);
}

/// A row a document: its formats stand side by side, each with its size.
std::string document_rows(const OfferedKit& kit, const Language& language) {
    std::string rows;
    for (std::size_t i = 0; i < kit.documents.size();) {
        const OfferedDocument& first = kit.documents[i];
        const std::string_view name = stem_of(first.path);
        std::vector<std::string> formats;
        for (; i < kit.documents.size() && stem_of(kit.documents[i].path) == name; ++i)
            formats.push_back(sized(format_of(kit.documents[i].path, language), kit.documents[i].bytes));
        std::vector<std::string> facts{std::string(name), language_of(first.language).autonym};
        if (first.pages > 0 && first.previews.empty()) // which say how many there are
            facts.push_back(language.word(Word::pages) + language.colon + std::to_string(first.pages));
        rows += "<li><strong lang=\"" + escape_markup(first.language) + "\" dir=\"auto\">" +
                escape_markup(first.title) + "</strong>" + paragraph("details", isolated(facts)) +
                paragraph("details", isolated(formats)) + previews_of(first, language, rows.empty()) +
                "</li>\n";
    }
    return rows;
}

/// A field that holds the text alone: whoever selects all in it has all of it and nothing else, with
/// or without the button that a script adds.
std::string field(std::string_view id, const std::string& label, const OfferedText& text,
                  const std::string& words, int rows) {
    if (words.empty()) return {};
    const std::string name(id);
    return "<p class=\"copy\"><label for=\"" + name + "\">" + escape_markup(label) +
           "</label></p>\n<textarea id=\"" + name + "\" readonly spellcheck=\"false\" rows=\"" +
           std::to_string(rows) + "\" lang=\"" + escape_markup(text.language) + "\" dir=\"auto\">\n" +
           escape_markup(words) + "</textarea>\n";
}

std::string texts_of(const OfferedKit& kit, const Language& language) {
    std::string html;
    for (std::size_t i = 0; i < kit.texts.size(); ++i) {
        const OfferedText& text = kit.texts[i];
        const std::string number = i == 0 ? "" : "-" + std::to_string(i + 1);
        html += field("headline" + number, language.word(Word::headline), text, text.headline, 2) +
                field("deck" + number, language.word(Word::deck), text, text.deck, 3) +
                field("text" + number, language.word(Word::text), text, text.body, 16);
    }
    if (html.empty()) return {};
    return "<section class=\"texts\" data-copy=\"" + escape_markup(language.word(Word::copy)) +
           "\" data-copied=\"" + escape_markup(language.word(Word::copied)) + "\">\n" +
           heading(language.word(Word::text_to_copy)) + html + "</section>\n";
}

/// The digest with what computes it on each system; the signature with what confirms it.
std::string checks_of(const OfferedKit& kit, const Language& language,
                      const std::string& public_key) {
    const auto sentence = [&](Word word) { return "<p>" + escape_markup(language.word(word)) + "</p>\n"; };
    std::string html = heading(language.word(Word::how_to_check)) + sentence(Word::check_digest) +
                       code(kit.sha256) + sentence(Word::check_digest_command) + "<dl>\n" +
                       fact("Linux", code("sha256sum " + kit.file)) +
                       fact("macOS", code("shasum -a 256 " + kit.file)) +
                       fact("Windows", code("certutil -hashfile " + kit.file + " SHA256")) + "</dl>\n";
    if (!kit.is_signed) return html;
    if (!public_key.empty())
        html += "<p>" + escape_markup(language.word(Word::check_signature)) + " " +
                escape_markup(language.word(Word::compare_key)) + "</p>\n" +
                code("minisign -Vm " + kit.file + " -P " + public_key);
    return html + "<dl>\n" +
           fact(language.word(Word::signature),
                link("../kits/" + kit.file + ".minisig", kit.file + ".minisig")) +
           "</dl>\n";
}

/// The versions of the kit that corrections have replaced.
std::string superseded_links(const Listing& listing, const OfferedKit& kit, const Language& language) {
    std::string html;
    for (const SupersededKit& old : listing.catalogue.superseded)
        if (old.campaign == kit.campaign && old.id == kit.id)
            html += "<li>" + link("../" + path_of(old),
                                  languages::fill(language.word(Word::version), {{"version", old.version}})) +
                    "</li>\n";
    return html.empty() ? html : heading(language.word(Word::superseded)) + "<ul>\n" + html + "</ul>\n";
}

std::string header_of(const OfferedKit& kit, const OfferedCampaign& campaign,
                      const Language& language) {
    const std::string date = date_in(language, campaign.release_date);
    return paragraph("up", link("index.html", language.word(Word::press_kit))) + "<h1>" +
           escape_markup(kit.title) + "</h1>\n" +
           paragraph("facts",
                     isolated({title_of(campaign, kit.language),
                               languages::fill(language.word(Word::published), {{"date", date}}),
                               languages::fill(language.word(Word::version),
                                               {{"version", kit.version}})})) +
           "<p><a class=\"download\" download href=\"../kits/" + escape_markup(kit.file) + "\">" +
           escape_markup(language.word(Word::download)) + " <span>ZIP " +
           escape_markup(human_bytes(kit.bytes)) + "</span></a></p>\n";
}

} // namespace

std::string kit_page(const Listing& listing, const OfferedKit& kit) {
    const Language& language = language_of(kit.language);
    const OfferedCampaign& campaign = listing.campaign_of(kit);
    std::vector<Alternate> alternates;
    for (const OfferedKit* other : listing.siblings_of(kit))
        alternates.emplace_back(other->language, path_of(*other));
    std::string content = correction_of(campaign, language) + texts_of(kit, language) + heading(language.word(Word::documents)) +
                          "<ul>\n" + document_rows(kit, language) + "</ul>\n" +
                          checks_of(kit, language, listing.catalogue.public_key) +
                          superseded_links(listing, kit, language);
    if (alternates.size() > 1)
        content += heading(language.word(Word::language)) +
                   language_list(alternates, "../", language.word(Word::language));
    std::string header = header_of(kit, campaign, language);
    std::string notes = notes_of({&kit}, header + content);
    return to_html({.language = language,
                    .title = kit.title + " – " + title_of(campaign, kit.language),
                    .description = kit.texts.empty() ? std::string() : kit.texts.front().headline,
                    .path = path_of(kit),
                    .site_url = listing.catalogue.site_url,
                    .brand_style = listing.brand_style_of({&kit}),
                    .feeds = kit.language + "/feed",
                    .alternates = std::move(alternates),
                    .header = std::move(header),
                    .content = std::move(content),
                    .footer = std::move(notes) +
                              paragraph("publisher", isolated({campaign.publisher})),
                    .has_script = !kit.texts.empty(),
                    .card = kit.card ? &*kit.card : nullptr});
}

} // namespace presskit::publish
