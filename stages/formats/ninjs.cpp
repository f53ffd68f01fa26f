// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/ninjs.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/formats/html_blocks.hpp"
#include "stages/formats/text.hpp"
#include "stages/model/iso_time.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

namespace presskit::formats {
namespace {

using Json = nlohmann::ordered_json;

/// The host of the publisher's address: who gives names to its news.
std::string authority(const Campaign& campaign) {
    std::string_view address = campaign.publisher_url;
    const std::size_t slashes = address.find("//");
    if (slashes == std::string_view::npos) return "presskit.invalid";
    address.remove_prefix(slashes + 2);
    return std::string(address.substr(0, address.find_first_of("/:?#")));
}

std::string uri_of(const Copy& copy) {
    const Campaign& campaign = copy.campaign;
    const std::string country =
        copy.key.text.country.code.empty() ? "" : copy.key.text.country.code + "/";
    return "tag:" + authority(campaign) + "," + to_iso(campaign.release_date) + ":" + campaign.id +
           "/" + copy.key.text.document + "/" + country + copy.document.language.tag;
}

Json row(std::string_view role, std::string_view media_type, const std::string& value) {
    return {{"role", role}, {"contentType", media_type}, {"value", value}};
}

Json headlines(const DocumentHead& head) {
    Json out = Json::array({row("main", "text/plain", head.title)});
    if (!head.deck.empty()) out.push_back(row("sub", "text/plain", head.deck));
    return out;
}

Json publisher(const Copy& copy) {
    const Campaign& campaign = copy.campaign;
    Json contacts = Json::array();
    const auto add = [&](const Contact& contact, const char* type, const std::string& value) {
        if (value.empty()) return;
        const auto role = languages::wording(campaign, contact.role, copy.language.locale);
        Json line{{"type", type}, {"name", contact.name}, {"value", value}};
        if (!role.text.empty()) {
            line["role"] = role.text;
            line["lang"] = role.language.tag;
        }
        contacts.push_back(std::move(line));
    };
    for (const Contact& contact : campaign.contacts) {
        add(contact, "email", contact.email);
        add(contact, "telephone", contact.telephone);
    }
    Json out{{"name", campaign.publisher}, {"rel", "publisher"}};
    if (!campaign.publisher_url.empty()) out["uri"] = campaign.publisher_url;
    if (!contacts.empty()) out["contactInfo"] = std::move(contacts);
    return out;
}

/// What was corrected, and the notices above the text, are for the desk.
std::string editors_note(const Copy& copy) {
    std::string out;
    if (const auto& correction = copy.campaign.correction)
        out = languages::fill(copy.language.word(Word::correction_notice),
                              {{"date", languages::format_date(copy.language, correction->date)},
                               {"version", correction->replaces}}) +
              "\n" + languages::localized(copy.campaign, correction->note, copy.language.locale);
    if (copy.embargo) out += (out.empty() ? "" : "\n") + copy.embargo->words;
    for (const Notice& notice : copy.notices) out += (out.empty() ? "" : "\n") + notice.words;
    return out;
}

void add_rights(const Copy& copy, Json& item) {
    const Rights& rights = copy.campaign.rights;
    const std::string statement =
        languages::localized(copy.campaign, rights.statement, copy.language.locale);
    if (!rights.holder.empty()) {
        item["copyrightHolder"] = rights.holder;
        item["copyrightNotice"] = "© " + rights.holder;
    }
    const std::string terms =
        statement + (statement.empty() || rights.licence.empty() ? "" : " ") + rights.licence;
    if (!terms.empty()) item["usageTerms"] = terms;
    if (!rights.url.empty()) item["rightsInfo"] = {{"linkedRights", rights.url}};
}

/// The version with the fault is the same item; a desk that has it is told that it holds no more.
void add_correction(const Copy& copy, Json& item) {
    const auto& correction = copy.campaign.correction;
    if (!correction) return;
    item["firstCreated"] = item["versionCreated"];
    item["versionCreated"] = to_iso(correction->date) + "T00:00:00Z";
    item["associations"] = Json::array({{{"name", "replaced version"},
                                         {"rel", "replaces"},
                                         {"uri", item["uri"]},
                                         {"version", correction->replaces},
                                         {"pubStatus", "canceled"}}});
}

} // namespace

std::string to_ninjs(const Copy& copy) {
    const Campaign& campaign = copy.campaign;
    const DocumentHead& head = copy.document.head;
    Json item{{"uri", uri_of(copy)},
              {"standard",
               {{"name", "ninjs"},
                {"version", "3.1"},
                {"schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}}},
              {"type", "text"},
              {"representationType", "full"},
              {"version", campaign.version},
              {"versionCreated", to_iso(campaign.release_date) + "T00:00:00Z"},
              {"pubStatus", campaign.embargo ? "withheld" : "usable"},
              {"language", copy.document.language.tag},
              {"title", head.title}};
    if (campaign.embargo) item["embargoedUntil"] = to_utc_text(campaign.embargo->instant);
    add_correction(copy, item);
    add_rights(copy, item);
    if (const std::string note = editors_note(copy); !note.empty()) item["edNote"] = note;
    item["by"] = campaign.publisher;
    if (const std::string city =
            languages::localized(campaign, campaign.city, copy.language.locale);
        !city.empty())
        item["located"] = city;
    item["headlines"] = headlines(head);
    if (!head.description.empty())
        item["descriptions"] = Json::array({row("summary", "text/plain", head.description)});
    item["organisations"] = Json::array({publisher(copy)});
    item["bodies"] = Json::array({row("main", "text/plain", text_of_body(copy)),
                                  row("main", "text/html", html_text(copy))});
    return item.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace presskit::formats
