// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/publish/markup.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>

namespace presskit::publish {
namespace {

/// Which file it was, for whoever has it; to take as long as the site keeps it.
std::string file_of(const SupersededKit& kit, const Language& language) {
    const std::string address = "../kits/" + kit.file;
    std::string html = heading(language.word(Word::files));
    html += kit.is_there ? "<p>" + link(address, kit.file) + " <bdi>ZIP " + escape_markup(human_bytes(kit.bytes)) +
                               "</bdi></p>\n"
                         : paragraph("details", isolated({kit.file}));
    if (kit.is_there && kit.is_signed)
        html += "<p>" + link(address + ".minisig", kit.file + ".minisig") + "</p>\n";
    return html + "<dl>\n" + fact("SHA-256", code(kit.sha256)) + "</dl>\n";
}

} // namespace

std::string superseded_page(const Listing& listing, const SupersededKit& kit) {
    const Language& language = language_of(kit.language);
    const auto& offered = listing.catalogue.kits;
    const auto next = std::ranges::find_if(offered, [&](const OfferedKit& other) {
        return other.campaign == kit.campaign && other.id == kit.id;
    });
    const OfferedCampaign& campaign = *std::ranges::find(listing.catalogue.campaigns, kit.campaign, &OfferedCampaign::id);
    const std::string target = next != offered.end()                               ? path_of(*next)
                               : listing.by_language.contains(kit.language) ? path_of_language(kit.language)
                                                                            : "index.html";
    const auto version = [&](const std::string& number) {
        return languages::fill(language.word(Word::version), {{"version", number}});
    };
    const std::string notice =
        languages::fill(language.word(Word::superseded_notice),
                        {{"version", kit.version},
                         {"date", date_in(language, kit.correction.date)},
                         {"new", campaign.version}});
    return to_html({.language = language,
                    .title = kit.title + " – " + version(kit.version),
                    .description = notice,
                    .path = path_of(kit),
                    .site_url = listing.catalogue.site_url,
                    .brand_style = next == offered.end() ? std::string() : listing.brand_style_of({&*next}),
                    .feeds = {},
                    .alternates = {},
                    .header = paragraph("up", link("../" + target, language.word(Word::press_kit))) + "<h1>" +
                              escape_markup(kit.title) + "</h1>\n" +
                              paragraph("facts", isolated({title_of(campaign, kit.language), version(kit.version)})),
                    .content = "<div class=\"correction\">\n<p><strong>" + escape_markup(notice) + "</strong></p>\n" +
                               correction_note(kit.correction, language) + "<p><a class=\"download\" href=\"../" +
                               escape_markup(target) + "\">" + escape_markup(version(campaign.version)) +
                               "</a></p>\n</div>\n" + file_of(kit, language),
                    .footer = (next == offered.end() ? std::string() : notes_of({&*next}, kit.title + title_of(campaign, kit.language))) +
                              paragraph("publisher", isolated({campaign.publisher})),
                    .replaced_by = target});
}

} // namespace presskit::publish
