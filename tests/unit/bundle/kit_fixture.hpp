// SPDX-License-Identifier: Apache-2.0
/// A campaign of two countries, one of which has a care note, and the inputs of its Albanian kit.
#pragma once

#include "stages/bundle/care_notes.hpp"
#include "stages/bundle/cover.hpp"
#include "stages/bundle/index.hpp"
#include "stages/bundle/kit.hpp"
#include "stages/pictures/png.hpp"
#include "stages/pictures/rights.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::bundle {

inline Language albanian() {
    Language language{.locale = {"sq"},
                      .autonym = "shqip",
                      .script = "Latn",
                      .shaping_language = "sq",
                      .icu_locale = "sq",
                      .direction = Direction::left_to_right,
                      .hyphenation = {},
                      .quotation_marks = {},
                      .comma = ", ",
                      .colon = ": ",
                      .date_pattern = "d MMMM y",
                      .words = {}};
    const auto set = [&](Word word, const char* text) {
        language.words[static_cast<std::size_t>(word)] = text;
    };
    set(Word::kit_for, "Dosje për media: {country}, {language}");
    set(Word::documents, "Dokumente");
    set(Word::images, "Fotografi");
    set(Word::contacts, "Kontakte");
    set(Word::rights, "Të drejtat");
    set(Word::files, "Skedarët");
    set(Word::pages, "Faqe");
    set(Word::credit, "Foto: {credit}");
    set(Word::check_signature, "Dosja është e vërtetë nëse minisign e konfirmon.");
    set(Word::checksum_help, "Kështu kontrollohet nëse skedarët janë të paprekur:");
    set(Word::published, "Publikuar më {date}");
    set(Word::version, "Versioni {version}");
    set(Word::licence, "Licenca");
    set(Word::email, "E-mail");
    set(Word::telephone, "Telefon");
    set(Word::alternative_text, "Teksti alternativ");
    set(Word::for_print, "Për shtyp");
    set(Word::for_web, "Për ueb");
    set(Word::card, "Imazh për rrjetet sociale");
    set(Word::changes, "Çfarë ka ndryshuar");
    set(Word::passed, "Plotësuar");
    set(Word::failed, "Jo i plotësuar");
    set(Word::judge_colour, "Jo vetëm me ngjyrë.");
    set(Word::tested_tagging, "E etiketuar.");
    set(Word::skip_to_content, "Kalo te përmbajtja");
    return language;
}

inline Campaign two_countries() {
    Campaign campaign;
    campaign.id = "plain-sight";
    campaign.version = "1.0.0";
    campaign.title = {{{"en"}, "In plain sight"}};
    campaign.release_date = {2021, 5, 18};
    campaign.publisher = "Example <Institute>";
    campaign.publisher_url = "https://example.org/?a=1&b=2";
    campaign.contacts = {
        {"Ana & Co", {{{"en"}, "Press officer"}}, "press@example.org", "+43 1 000000"}};
    campaign.rights = {
        "Example Institute", "CC-BY-4.0", "javascript:alert(1)", {{{"sq"}, "Ripërdoreni."}}};
    campaign.languages = {{{"sq"}, {}, {{"en"}}, {}}, {{"en"}, {}, {}, {}}};
    const CareNote note{"*",
                        {{{"sq"}, {"Kosovë", "Kosovën"}}, {{"bs"}, {"Kosov*"}}},
                        {{{"en"}, "This designation is without prejudice."},
                         {{"sq"}, "Ky emërtim nuk paragjykon qëndrimet."}}};
    campaign.countries = {
        {{"al"}, {{{"sq"}, {"Shqipëria", {}}}, {{"en"}, {"Albania", {}}}}, {}, {}, {}, {}, {}},
        {{"xk"},
         {{{"sq"}, {"Kosova", {{"in", "në Kosovë"}}}}, {{"en"}, {"Kosovo", {{"in", "in Kosovo"}}}}},
         {},
         {},
         {},
         note,
         {}}};
    return campaign;
}

/// A grey PNG of 800 by 600 pixels, with its rights.
inline CampaignImage crowd() {
    const Raster pixels{800, 600, 1, std::vector<std::uint8_t>(800 * 600, 128)};
    const ImageRights rights{"A. Fotograf", "A. Fotograf", "© Example Institute. CC-BY-4.0", {}};
    CampaignImage image{"images/crowd.png", ImageFormat::png, 800, 600,
                        pictures::png_with_rights(*pictures::encode_png(pixels), rights), {}};
    image.digest = sha256(image.bytes);
    image.rights = rights;
    return image;
}

/// Owns what KitInputs refers to.
struct KitCase {
    Campaign campaign = two_countries();
    Language language = albanian();
    PlannedKit kit{"xk-sq", {"xk"}, {"sq"}, {0, 1, 2}};
    std::string release_pdf = "%PDF-1.7 release", sheet_pdf = "%PDF-1.7 sheet";
    CampaignImage image = crowd();

    KitInputs inputs() const {
        const auto document = [&](const char* name, TextKey text, Availability availability,
                                  languages::Wording kind, const char* title, const std::string& pdf) {
            return KitDocument{.name = name,
                               .edition = {text, {"sq"}, {}, availability},
                               .kind = std::move(kind),
                               .title = title,
                               .language_name = text.language.tag == "sq" ? "shqip" : "anglisht",
                               .fallback_notice =
                                   text.language.tag == "sq" ? "" : "Vetëm anglisht.",
                               .pages = 2,
                               .pdf = pdf,
                               .digest = sha256(pdf)};
        };
        return {
            campaign,
            kit,
            language,
            {document("01-press-release-sq.pdf", {"release", {}, {"sq"}}, Availability::own,
                      {"Njoftim për media", {"sq"}}, "Fëmijët <në> Kosovë", release_pdf),
             document("02-recommendations-kosovo-sq.pdf", {"sheet", {"xk"}, {"sq"}},
                      Availability::own, {"Rekomandime për Kosovën", {"sq"}}, "Rekomandime për Kosovën", sheet_pdf),
             document("03-legal-guide-en.pdf", {"guide", {}, {"en"}}, Availability::fallback,
                      {"Handbook for <teachers>", {"en"}}, "Law in Albania and in Kosovo: a guide", sheet_pdf)},
            {{&image, "Turmë në Kosova \"sot\"", "", "A. Fotograf", {"sq"}}},
            "18 maj 2021",
            "",
            "Mbizotëron anglishtja.",
            1'621'324'800};
    }
};

/// The index of these rows.
inline std::string index_of(const std::vector<std::string>& campaigns,
                            const std::vector<std::string>& kits) {
    return joined(make_index({campaigns.begin(), campaigns.end()}, {kits.begin(), kits.end()}));
}

/// The cover of the inputs' kit.
inline Cover cover_of(const KitInputs& inputs) {
    CareNotes names(inputs.campaign);
    return make_cover(inputs, inputs.campaign.countries.back(), {{"images/crowd.png", {}}}, names);
}

} // namespace presskit::bundle
