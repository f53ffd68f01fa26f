// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/accessibility.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/bundle/accessibility_topics.hpp"
#include "stages/bundle/html_page.hpp"
#include "stages/model/css_colors.hpp"

#include <algorithm>

namespace presskit::bundle {
namespace {

Word word_of(ConditionOutcome outcome) {
    switch (outcome) {
    case ConditionOutcome::passed: return Word::passed;
    case ConditionOutcome::failed: return Word::failed;
    case ConditionOutcome::for_a_person: return Word::for_a_person;
    case ConditionOutcome::not_applicable: break;
    }
    return Word::not_applicable;
}

class ReportPage {
  public:
    ReportPage(const Cover& cover, const AccessibilityReport& report)
        : cover_(cover), report_(report) {
        for (const ConditionResult& row : report.conditions)
            (row.standard.starts_with("PDF/UA") ? ua_ : archive_) = row.standard;
    }

    std::string sections() const {
        return "<div class=\"material\">\n<p class=\"intro\">" + intro() + "</p>\n" +
               section("judge", plain(Word::for_a_person), judgements() + signature()) +
               section("ua", std::string(ua_), table("ua", ua_)) +
               section("archive", std::string(archive_), table("archive", archive_)) +
               "</div>\n<div class=\"about\">\n" +
               section("outcome", plain(Word::outcome), counts()) +
               section("documents", plain(Word::documents), documents()) + "</div>\n";
    }

  private:
    const std::string& plain(Word w) const { return cover_.language.word(w); }
    std::string word(Word w) const { return escape_markup(plain(w)); }

    std::string intro() const {
        return escape_markup(languages::fill(plain(Word::accessibility_intro),
                                             {{"accessibility", ua_}, {"archive", archive_}}));
    }

    void add_id(std::string& ids, const ConditionResult& row) const {
        if (!ids.empty()) ids += cover_.language.comma;
        ids.append("<bdi>").append(row.id).append("</bdi>");
    }

    /// A topic's sentence and the numbers of its conditions.
    std::string claim(const Topic& topic, const std::string& ids) const {
        return word(topic.sentence) + " <span class=\"details\">" + ids + "</span>";
    }

    std::string judgements() const {
        std::string list = "<ul class=\"judge\">\n";
        for (const Topic& question : questions) {
            std::string ids;
            for (const ConditionResult& row : report_.conditions)
                if (row.question == question.name) add_id(ids, row);
            const std::string id = "judge-" + std::string(question.name);
            list += "<li><input type=\"checkbox\" id=\"" + id + "\"><label for=\"" + id + "\">" +
                    claim(question, ids) + "</label></li>\n";
        }
        return list + "</ul>\n";
    }

    std::string signature() const {
        return "<p class=\"signature\"><span>" + word(Word::checked_by) + "</span><span>" +
               word(Word::date) + "</span></p>\n";
    }

    /// What a program tested; accessibility.json has the words of each condition.
    std::string table(const std::string& heading, std::string_view standard) const {
        std::string rows;
        for (const Topic& subject : subjects) {
            std::string ids;
            bool is_failed = false;
            for (const ConditionResult& row : report_.conditions)
                if (row.standard == standard && row.subject == subject.name) {
                    add_id(ids, row);
                    is_failed = is_failed || row.outcome == ConditionOutcome::failed;
                }
            if (ids.empty()) continue;
            rows += "<tr><th scope=\"row\">" + claim(subject, ids) +
                    (is_failed ? "</th><td class=\"failed\">" + word(Word::failed)
                               : "</th><td>" + word(Word::passed)) +
                    "</td></tr>\n";
        }
        return "<table aria-labelledby=\"" + heading + "\">\n<thead><tr><th scope=\"col\">" +
               word(Word::tested) + "</th><th scope=\"col\">" + word(Word::outcome) +
               "</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    std::string counts() const {
        std::string list = "<dl>\n";
        for (const ConditionOutcome outcome :
             {ConditionOutcome::passed, ConditionOutcome::failed, ConditionOutcome::for_a_person,
              ConditionOutcome::not_applicable})
            list += "<dt>" + word(word_of(outcome)) + "</dt><dd>" +
                    std::to_string(std::ranges::count(report_.conditions, outcome,
                                                      &ConditionResult::outcome)) +
                    "</dd>\n";
        return list + "</dl>\n<p class=\"machine\"><a href=\"accessibility.json\" "
                      "type=\"application/json\">accessibility.json</a></p>\n";
    }

    std::string documents() const {
        std::string list = "<ul>\n";
        for (const CoverDocument& document : cover_.documents)
            list += "<li><a href=\"" + escape_markup(document.path) + "\" hreflang=\"" +
                    escape_markup(document.title.language.tag) + "\">" +
                    phrase(document.title, cover_.language) + "</a></li>\n";
        return list + "</ul>\n";
    }

    const Cover& cover_;
    const AccessibilityReport& report_;
    std::string_view ua_, archive_; ///< the standards' names
};

std::string embargo_line(const Cover& cover) {
    return cover.embargo_notice.empty() ? std::string()
                                        : "<p class=\"notice\">" + escape_markup(cover.embargo_notice) + "</p>\n";
}

} // namespace

std::string to_accessibility_html(const Cover& cover, const AccessibilityReport& report) {
    const Language& language = cover.language;
    return fill_slots(embedded_page("accessibility.html"),
                      {{"lang", escape_markup(language.locale.tag)},
                       {"dir", direction_of(language)},
                       {"title", escape_markup(cover.title)},
                       {"heading", escape_markup(language.word(Word::accessibility))},
                       {"campaign", phrase(cover.campaign, language)},
                       {"version", escape_markup(cover.version)},
                       {"embargo_notice", embargo_line(cover)},
                       {"colours", css_colors(cover.brand)},
                       {"style", std::string(embedded_page("page.css"))},
                       {"own_style", std::string(embedded_page("accessibility.css"))},
                       {"skip", escape_markup(language.word(Word::skip_to_content))},
                       {"footer", page_footer(cover)},
                       {"sections", ReportPage(cover, report).sections()}});
}

} // namespace presskit::bundle
