// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/site.hpp"

#include "embedded/site_style.embedded.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/model/document_format.hpp"
#include "stages/publish/feeds.hpp"
#include "stages/publish/page.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace presskit::publish {
namespace {

constexpr std::string_view divider = " · ";

const Language& language_of(const std::string& tag) {
    const Language* known = languages::find(Locale{tag});
    const Language* english = languages::find(Locale{"en"});
    return known != nullptr ? *known : *english;
}

std::string page_name(const OfferedKit& kit) { return kit.campaign + "-" + kit.id + ".html"; }

/// Each part keeps its own direction: a file name or a date between Arabic words would be torn
/// apart.
std::string isolated(const std::vector<std::string>& parts) {
    std::string html;
    for (const std::string& part : parts)
        html += (html.empty() ? "<bdi>" : std::string(divider) + "<bdi>") + escape_markup(part) +
                "</bdi>";
    return html;
}

std::string details(const std::vector<std::string>& parts) {
    return "<span class=\"details\">" + isolated(parts) + "</span>";
}

std::string fact(std::string_view name, const std::string& html) {
    return "<dt>" + escape_markup(name) + "</dt><dd>" + html + "</dd>\n";
}

/// "01-press-release-sq" of any of its formats.
std::string_view stem_of(std::string_view path) { return path.substr(0, path.find('.')); }

std::string format_of(std::string_view path) {
    for (const FormatTraits& format : document_formats)
        if (path.ends_with(format.extension)) return std::string(format.label);
    return "PDF";
}

/// Each note once, in the order of the kits.
std::string notes_of(const std::vector<const OfferedKit*>& kits) {
    std::string html;
    std::set<std::string> seen;
    for (const OfferedKit* kit : kits)
        for (const OfferedNote& note : kit->notes)
            if (seen.insert(note.mark + note.text).second)
                html += "<p>" + escape_markup(note.mark + " " + note.text) + "</p>\n";
    return html;
}

/// The site of one catalogue, page by page.
class Site {
  public:
    explicit Site(const Catalogue& catalogue) : catalogue_(catalogue) {
        for (const OfferedKit& kit : catalogue.kits) by_language_[kit.language].push_back(&kit);
        for (auto& [tag, kits] : by_language_)
            std::ranges::stable_sort(kits, [&](const OfferedKit* a, const OfferedKit* b) {
                return languages::less(language_of(tag), a->country, b->country);
            });
    }

    FileTree make() const {
        FileTree site{"site", {}};
        site.files["style.css"] = site_style().front().bytes;
        site.files["index.html"] = front_page();
        for (const auto& [tag, kits] : by_language_) {
            site.files[tag + "/index.html"] = language_page(tag, kits);
            const Feed feed = feed_of(tag, kits);
            site.files[tag + "/feed.atom"] = to_atom(feed);
            site.files[tag + "/feed.json"] = to_json_feed(feed);
            for (const OfferedKit* kit : kits)
                site.files[tag + "/" + page_name(*kit)] = kit_page(*kit);
        }
        return site;
    }

  private:
    const OfferedCampaign* campaign_of(const OfferedKit& kit) const {
        const auto found =
            std::ranges::find(catalogue_.campaigns, kit.campaign, &OfferedCampaign::id);
        return found == catalogue_.campaigns.end() ? nullptr : &*found;
    }

    std::string campaign_title(const OfferedCampaign& campaign, const std::string& tag) const {
        for (const std::string& wanted : {tag, tag.substr(0, tag.find('-')), std::string("en")})
            if (const auto title = campaign.titles.find(Locale{wanted});
                title != campaign.titles.end())
                return title->second;
        return campaign.titles.empty() ? campaign.id : campaign.titles.begin()->second;
    }

    std::string publishers() const {
        std::string text;
        std::set<std::string> seen;
        for (const OfferedCampaign& campaign : catalogue_.campaigns)
            if (seen.insert(campaign.publisher).second)
                text += (text.empty() ? "" : std::string(divider)) + campaign.publisher;
        return text;
    }

    /// The same page in every language that has kits; for the head and for people.
    std::string alternates(const std::string& root) const {
        std::string html;
        for (const auto& [tag, kits] : by_language_)
            html += "<link rel=\"alternate\" hreflang=\"" + escape_markup(tag) + "\" href=\"" +
                    root + escape_markup(tag) + "/index.html\">\n";
        return html;
    }

    std::string language_list(const std::string& root) const {
        std::string html = "<nav>\n<ul class=\"languages\">\n";
        for (const auto& [tag, kits] : by_language_)
            html += "<li>" + link(root + tag + "/index.html", language_of(tag).autonym, tag) +
                    "</li>\n";
        return html + "</ul>\n</nav>\n";
    }

    std::string front_page() const {
        const Language& english = language_of("en");
        std::string header;
        for (const OfferedCampaign& campaign : catalogue_.campaigns)
            header += (header.empty() ? "<h1>" : "<p>") +
                      escape_markup(campaign_title(campaign, "en")) +
                      (header.empty() ? "</h1>\n" : "</p>\n");
        if (header.empty())
            header = "<h1>" + escape_markup(english.word(Word::press_kit)) + "</h1>\n";
        header += "<p class=\"facts\">" + escape_markup(publishers()) + "</p>\n";
        return to_html(
            {english, english.word(Word::press_kit) + " – " + publishers(), "", alternates(""),
             header,
             "<h2>" + escape_markup(english.word(Word::language)) + "</h2>\n" + language_list(""),
             "<p>" + escape_markup(publishers()) + "</p>\n"});
    }

    std::string kit_line(const OfferedKit& kit) const {
        std::vector<std::string> facts{"ZIP", human_bytes(kit.bytes)};
        if (const OfferedCampaign* campaign = campaign_of(kit))
            facts.push_back(campaign->release_date);
        facts.push_back(kit.version);
        if (kit.is_signed) facts.emplace_back("minisign");
        return "<li>" + link(page_name(kit), kit.title) + details(facts) +
               details({"SHA-256 " + kit.sha256}) + "</li>\n";
    }

    std::string language_page(const std::string& tag,
                              const std::vector<const OfferedKit*>& kits) const {
        const Language& language = language_of(tag);
        std::string content;
        for (const OfferedCampaign& campaign : catalogue_.campaigns) {
            std::string list;
            for (const OfferedKit* kit : kits)
                if (kit->campaign == campaign.id) list += kit_line(*kit);
            if (!list.empty())
                content += "<h2>" + escape_markup(campaign_title(campaign, tag)) + "</h2>\n<ul>\n" +
                           list + "</ul>\n";
        }
        content += "<h2>" + escape_markup(language.word(Word::language)) + "</h2>\n" +
                   language_list("../");
        const std::string head =
            alternates("../") +
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.atom\">\n"
            "<link rel=\"alternate\" type=\"application/feed+json\" href=\"feed.json\">\n";
        return to_html({language, language.word(Word::press_kit) + " – " + publishers(), "../",
                        head,
                        "<h1>" + escape_markup(language.word(Word::press_kit)) +
                            "</h1>\n<p class=\"facts\">" + escape_markup(publishers()) + "</p>\n",
                        content,
                        notes_of(kits) + "<p>" + link("feed.atom", "Atom") + std::string(divider) +
                            link("feed.json", "JSON Feed") + "</p>\n"});
    }

    std::string signature_facts(const OfferedKit& kit) const {
        if (!kit.is_signed) return {};
        std::string html =
            fact("minisign", link("../kits/" + kit.file + ".minisig", kit.file + ".minisig"));
        if (!catalogue_.public_key.empty())
            html += fact("minisign -V", "<code>minisign -Vm " + escape_markup(kit.file) + " -P " +
                                            escape_markup(catalogue_.public_key) + "</code>");
        return html;
    }

    /// A row a document: its formats stand side by side, each with its size.
    static std::string document_rows(const OfferedKit& kit, const Language& language) {
        std::string rows;
        for (std::size_t i = 0; i < kit.documents.size();) {
            const OfferedDocument& first = kit.documents[i];
            const std::string_view name = stem_of(first.path);
            std::vector<std::string> formats;
            for (; i < kit.documents.size() && stem_of(kit.documents[i].path) == name; ++i)
                formats.push_back(format_of(kit.documents[i].path) + " " +
                                  human_bytes(kit.documents[i].bytes));
            std::vector<std::string> facts{std::string(name), language_of(first.language).autonym};
            if (first.pages > 0)
                facts.push_back(language.word(Word::pages) + ": " + std::to_string(first.pages));
            rows += "<li><strong lang=\"" + escape_markup(first.language) + "\">" +
                    escape_markup(first.title) + "</strong>" + details(facts) + details(formats) +
                    "</li>\n";
        }
        return rows;
    }

    std::string kit_page(const OfferedKit& kit) const {
        const Language& language = language_of(kit.language);
        const OfferedCampaign* campaign = campaign_of(kit);
        const std::string name = campaign ? campaign_title(*campaign, kit.language) : kit.campaign;
        std::string content = "<a class=\"download\" download href=\"../kits/" +
                              escape_markup(kit.file) + "\">" +
                              isolated({kit.file, "ZIP", human_bytes(kit.bytes)}) + "</a>\n<dl>\n";
        content += fact("SHA-256", "<code>" + escape_markup(kit.sha256) + "</code>");
        content += signature_facts(kit) + "</dl>\n<h2>" +
                   escape_markup(language.word(Word::documents)) + "</h2>\n<ul>\n";
        content += document_rows(kit, language) + "</ul>\n";
        std::vector<std::string> facts{name, kit.version};
        if (campaign) facts.push_back(campaign->release_date);
        return to_html({language, kit.title + " – " + name, "../", alternates("../"),
                        "<p>" + link("index.html", language.word(Word::press_kit)) + "</p>\n<h1>" +
                            escape_markup(kit.title) + "</h1>\n<p class=\"facts\">" +
                            isolated(facts) + "</p>\n",
                        content,
                        notes_of({&kit}) + "<p>" + escape_markup(publishers()) + "</p>\n"});
    }

    Feed feed_of(const std::string& tag, const std::vector<const OfferedKit*>& kits) const {
        Feed feed{"urn:presskit:feed:" + tag,
                  language_of(tag).word(Word::press_kit),
                  publishers(),
                  tag,
                  {}};
        for (const OfferedKit* kit : kits) {
            const OfferedCampaign* campaign = campaign_of(*kit);
            feed.items.push_back({"urn:sha256:" + kit->sha256, kit->title, page_name(*kit),
                                  "../kits/" + kit->file,
                                  campaign ? campaign->release_date : "1970-01-01", kit->bytes});
        }
        return feed;
    }

    const Catalogue& catalogue_;
    std::map<std::string, std::vector<const OfferedKit*>> by_language_;
};

} // namespace

FileTree make_site(const Catalogue& catalogue) { return Site(catalogue).make(); }

} // namespace presskit::publish
