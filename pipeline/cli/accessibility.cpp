// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/accessibility.hpp"

#include "stages/verify/conditions.hpp"

#include <set>

namespace presskit::cli {
namespace {

using verify::Condition;
using verify::ConditionKind;

ConditionOutcome outcome_of(const Condition& condition, bool is_asked, bool is_broken) {
    if (is_broken) return ConditionOutcome::failed;
    if (!is_asked) return ConditionOutcome::not_applicable;
    switch (condition.kind) {
    case ConditionKind::human: return ConditionOutcome::for_a_person;
    case ConditionKind::not_applicable: return ConditionOutcome::not_applicable;
    default: return ConditionOutcome::passed;
    }
}

} // namespace

AccessibilityReport report_of(const std::vector<const verify::PdfCheck*>& documents,
                              const PdfRules& rules) {
    AccessibilityReport report;
    std::set<std::string_view> broken;
    for (const verify::PdfCheck* document : documents)
        for (const verify::BrokenCondition& row : document->broken) broken.insert(row.id);
    const verify::Claims claims{rules.standard == PdfStandard::ua_2_a_4, rules.attachments};
    for (const auto rows : {verify::ua_conditions(), verify::ua_2_conditions(),
                            verify::archive_conditions(), verify::archive_4_conditions()})
        for (const Condition& row : rows) {
            const std::string_view clause = clause_in(row, claims);
            if (clause.empty() && !claims.pdf_2) continue;
            const ConditionOutcome outcome =
                outcome_of(row, !clause.empty(), broken.contains(row.id));
            const bool is_tested =
                outcome == ConditionOutcome::passed || outcome == ConditionOutcome::failed;
            report.conditions.push_back(
                {standard_of(row, claims), row.id, clause, row.text,
                 is_tested ? subject_of(row) : std::string_view(),
                 outcome == ConditionOutcome::for_a_person ? row.check : std::string_view(),
                 outcome});
        }
    return report;
}

} // namespace presskit::cli
