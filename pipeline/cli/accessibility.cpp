// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/accessibility.hpp"

#include "stages/verify/conditions.hpp"

#include <set>

namespace presskit::cli {
namespace {

using verify::BrokenCondition;
using verify::Condition;
using verify::ConditionKind;

ConditionOutcome outcome_of(const Condition& condition, bool is_broken) {
    if (is_broken) return ConditionOutcome::failed;
    switch (condition.kind) {
    case ConditionKind::human: return ConditionOutcome::for_a_person;
    case ConditionKind::not_applicable: return ConditionOutcome::not_applicable;
    default: return ConditionOutcome::passed;
    }
}

} // namespace

AccessibilityReport report_of(const std::vector<CheckedDocument>& documents) {
    AccessibilityReport report;
    std::set<std::string_view> broken;
    for (const CheckedDocument& document : documents)
        for (const BrokenCondition& row : document.check->broken) {
            broken.insert(row.id);
            report.failures.push_back({std::string(row.id),
                                       document.name,
                                       document.check->faults[row.fault].message,
                                       {}});
        }
    for (const auto rows : {verify::ua_conditions(), verify::archive_conditions()})
        for (const Condition& row : rows)
            report.conditions.push_back(
                {is_of_ua(row) ? "PDF/UA-1" : "PDF/A-2a", row.id, row.clause, row.text,
                 row.kind == ConditionKind::human ? row.check : std::string_view(),
                 outcome_of(row, broken.contains(row.id))});
    return report;
}

} // namespace presskit::cli
