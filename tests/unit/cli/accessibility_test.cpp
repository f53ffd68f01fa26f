// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/accessibility.hpp"
#include "stages/bundle/accessibility_topics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <span>

using namespace presskit;

namespace {

std::set<std::string_view> names_of(std::span<const bundle::Topic> topics) {
    std::set<std::string_view> names;
    for (const bundle::Topic& topic : topics) names.insert(topic.name);
    return names;
}

PdfRules rules_of(PdfStandard standard) {
    PdfRules rules;
    rules.standard = standard;
    return rules;
}

} // namespace

TEST_CASE("accessibility report: all that is tested or asked has a sentence in the kit's language") {
    const auto tested = names_of(bundle::subjects), asked = names_of(bundle::questions);
    std::set<std::string_view> spoken_of;
    for (const PdfStandard standard : {PdfStandard::ua_1_a_2a, PdfStandard::ua_2_a_4})
        for (const ConditionResult& row : cli::report_of({}, rules_of(standard)).conditions) {
            INFO(row.id << " " << row.text);
            const bool is_tested = row.outcome == ConditionOutcome::passed;
            CHECK(tested.contains(row.subject) == is_tested);
            CHECK(asked.contains(row.question) == (row.outcome == ConditionOutcome::for_a_person));
            spoken_of.insert(row.subject);
        }
    CHECK(std::ranges::includes(spoken_of, tested)); // no sentence about nothing
}

TEST_CASE("accessibility report: what one of the PDFs breaks has failed, and is still what was tested") {
    verify::PdfCheck sound, broken;
    broken.broken.push_back({.id = "13-004"});
    const AccessibilityReport report =
        cli::report_of({&sound, &broken}, rules_of(PdfStandard::ua_1_a_2a));
    for (const ConditionResult& row : report.conditions) {
        INFO(row.id);
        CHECK((row.outcome == ConditionOutcome::failed) == (row.id == "13-004"));
        if (row.id == "13-004") CHECK(row.subject == "pictures");
    }
}
