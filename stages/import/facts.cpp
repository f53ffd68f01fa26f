// SPDX-License-Identifier: Apache-2.0
#include "stages/import/facts.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/transliterate.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/import/names.hpp"
#include "stages/import/quotations.hpp"
#include "stages/import/words.hpp"

#include <algorithm>

namespace presskit::import {
namespace {

constexpr std::size_t longest_report = 300; ///< code points of a report's title
constexpr std::size_t longest_id = 31;      ///< bytes; as campaign.schema.json

Diagnostic finding(SourceId source, Severity severity, std::string code, std::string message,
                   std::string hint) {
    return {.code = "import." + std::move(code),
            .message = std::move(message),
            .hint = std::move(hint),
            .span = {source, 0, 0},
            .severity = severity};
}

/// A title in quotation marks, or a run of capitalised words, after a word such as "report".
std::u32string report_in(std::u32string_view text, const ReleaseWords& words) {
    for (const TextWord word : split_words(text)) {
        if (!contains(words.report, text.substr(word.begin, word.end - word.begin))) continue;
        if (word.end + 2 >= text.size() || text[word.end] != ' ') continue;
        const auto rest = text.substr(word.end + 1, longest_report);
        const auto quotations = find_quotations(rest);
        if (!quotations.empty() && quotations[0].begin == 0 && quotations[0].is_closed)
            return std::u32string(rest.substr(1, quotations[0].end - 2));
        const auto names = find_names(rest, NameKind::work, ReleaseWords{});
        if (!names.empty() && names[0].begin == 0 && names[0].words >= 2) return names[0].text;
    }
    return {};
}

std::u32string find_report(const ReleaseParts& parts, const ReleaseWords& words) {
    for (const auto& text : {parts.title, parts.deck})
        if (!is_all_capitals(text))
            if (auto report = report_in(text, words); !report.empty()) return report;
    for (const Part& part : parts.parts)
        if (part.kind == PartKind::body)
            if (auto report = report_in(part.paragraph.text, words); !report.empty()) return report;
    return {};
}

std::string to_id(const std::u32string& title) {
    std::string id = languages::ascii_slug(languages::to_latin(to_utf8(title)));
    if (id.size() < 2 || !(id[0] >= 'a' && id[0] <= 'z')) id = "release-" + id;
    if (id.size() > longest_id) {
        const auto hyphen = id.rfind('-', longest_id);
        id.resize(hyphen == std::string::npos || hyphen < 2 ? longest_id : hyphen);
    }
    while (id.ends_with('-')) id.pop_back();
    return id;
}

/// From a plus sign on: digits and what stands between them.
std::u32string telephone_in(std::u32string_view text) {
    static constexpr std::u32string_view parts = U"0123456789 ()./-";
    const auto plus = text.find('+');
    if (plus == text.npos) return {};
    std::size_t end = plus + 1;
    while (end < text.size() && end - plus < 30 && parts.find(text[end]) != parts.npos) ++end;
    while (end > plus + 1 && !(text[end - 1] >= '0' && text[end - 1] <= '9')) --end;
    return end - plus >= 7 ? std::u32string(text.substr(plus, end - plus)) : std::u32string();
}

class FactFinder {
  public:
    FactFinder(const ReleaseParts& parts, SourceId source, const ImportOptions& options)
        : parts_(parts),
          source_(source),
          options_(options),
          words_(languages::release_words(options.language)) {}

    Result<ReleaseFacts> find() {
        facts_.report = find_report(parts_, words_);
        facts_.title = facts_.report.empty() ? parts_.title : facts_.report;
        facts_.id = to_id(facts_.title);
        const auto notice = to_lower(to_utf32(options_.language.word(Word::for_immediate_release)));
        facts_.says_when_public =
            !parts_.embargo.empty() || to_lower(parts_.kicker).find(notice) != notice.npos;
        find_day_and_place();
        find_contact();
        find_publisher();
        return {std::move(facts_), std::move(diagnostics_)};
    }

  private:
    void error(std::string code, std::string message, std::string hint) {
        diagnostics_.push_back(finding(source_, Severity::error, std::move(code),
                                       std::move(message), std::move(hint)));
    }
    void warning(std::string code, std::string message, std::string hint) {
        diagnostics_.push_back(finding(source_, Severity::warning, std::move(code),
                                       std::move(message), std::move(hint)));
    }

    void find_day_and_place() {
        if (options_.date)
            facts_.date = *options_.date;
        else if (parts_.dateline)
            facts_.date = parts_.dateline->date;
        else
            error("no-date", "no dateline with a date opens the text",
                  "say the day of release with `--date`, for example `--date 2021-05-18`" + other_language());
        if (!options_.city.empty())
            facts_.city = to_utf32(options_.city);
        else if (parts_.dateline)
            facts_.city = parts_.dateline->city;
        if (facts_.city.empty())
            error("no-city", "no dateline with a place opens the text",
                  "say the place of release with `--city`, for example `--city \"VIENNA, Austria\"`" +
                      other_language());
    }

    /// English is what a text is taken for that nobody says the language of.
    std::string other_language() const {
        return options_.language.locale.tag == "en" ? "; if the text is not English, say so first with `--language`" : "";
    }

    void find_contact() {
        std::u32string_view before_address;
        for (const Part& part : parts_.parts) {
            if (part.kind != PartKind::contact) continue;
            const std::u32string_view text = part.paragraph.text;
            if (facts_.contact_telephone.empty()) facts_.contact_telephone = telephone_in(text);
            const auto email = find_email(text);
            const bool is_first = facts_.contact_email.empty();
            if (email && is_first)
                facts_.contact_email = text.substr(email->begin, email->end - email->begin);
            if (!is_first && !facts_.contact_name.empty()) continue;
            before_address = email ? text.substr(0, email->begin) : text;
            if (auto name = person_in(before_address); !name.empty())
                facts_.contact_name = std::move(name);
        }
        if (facts_.contact_email.empty())
            warning("no-contact", "no e-mail address of a contact was found",
                    "add `contacts` to campaign.yaml");
    }

    /// The last name before the address with a first name and a surname.
    std::u32string person_in(std::u32string_view text) const {
        if (!has_capitals(options_.language)) {
            text.remove_prefix(begins_with(words_.contact, text).value_or(0));
            return leading_name(text.substr(std::min(text.find_first_not_of(U" :،"), text.size())), words_);
        }
        std::u32string person;
        for (const FoundName& name : find_names(text, NameKind::person, words_))
            if (name.words >= 2 && name.words <= 4 && !begins_with(words_.contact, name.text))
                person = name.text;
        return person;
    }

    /// A section that its heading says to be about somebody tells more than notes to editors.
    void find_publisher() {
        std::u32string from_heading, heading, other_subject;
        std::string other_url;
        for (const Part& part : parts_.parts) {
            const std::u32string_view text = part.paragraph.text;
            if (part.kind == PartKind::boilerplate_heading) {
                heading = publisher_in_heading(text);
                if (from_heading.empty()) from_heading = heading;
            }
            const bool is_about = part.kind == PartKind::boilerplate && !heading.empty();
            if (part.kind == PartKind::boilerplate) {
                const auto names = find_names(text, NameKind::work, words_);
                const bool is_subject =
                    !names.empty() && names[0].begin <= 4 && names[0].words >= 2;
                std::u32string& subject = is_about ? facts_.publisher : other_subject;
                if (is_subject && subject.empty()) subject = names[0].text;
            }
            std::string& address = is_about ? facts_.publisher_url : other_url;
            if (const auto url = find_url(text); url && part.kind != PartKind::body && address.empty())
                address = to_utf8(text.substr(url->begin, url->end - url->begin));
        }
        if (facts_.publisher.empty()) facts_.publisher = from_heading.empty() ? other_subject : from_heading;
        if (facts_.publisher_url.empty()) facts_.publisher_url = other_url;
        complete_publisher();
    }

    std::u32string publisher_in_heading(std::u32string_view heading) const {
        for (const auto& words : {words_.about, words_.no_name})
            if (const auto length = begins_with(words, heading)) {
                heading.remove_prefix(*length);
                heading.remove_prefix(std::min(heading.find_first_not_of(U' '), heading.size()));
            }
        return std::u32string(heading);
    }

    void complete_publisher() {
        const auto at = facts_.contact_email.find('@');
        const std::u32string domain =
            at == std::u32string::npos ? U"" : facts_.contact_email.substr(at + 1);
        if (facts_.publisher.empty()) {
            facts_.publisher = domain.empty() ? facts_.title : domain;
            warning("no-publisher", "the text does not say who publishes it",
                    "correct `publisher` and `rights` in campaign.yaml");
        }
        if (!facts_.publisher_url.empty()) return;
        facts_.publisher_url =
            "https://" + (domain.empty() ? "example.org" : lower_ascii(to_utf8(domain))) + "/";
        warning("guessed-address",
                "the publisher's web address is a guess: " + facts_.publisher_url,
                "correct `publisher` in campaign.yaml");
    }

    const ReleaseParts& parts_;
    SourceId source_;
    const ImportOptions& options_;
    const ReleaseWords& words_;
    ReleaseFacts facts_;
    Diagnostics diagnostics_;
};

} // namespace

Result<ReleaseFacts> find_facts(const ReleaseParts& parts, SourceId source,
                                const ImportOptions& options) {
    return FactFinder(parts, source, options).find();
}

} // namespace presskit::import
