// SPDX-License-Identifier: Apache-2.0
/// Every condition that a PDF of a kit is held against, in one table: the failure conditions of the
/// Matterhorn Protocol 1.1 (ISO 14289-1, PDF/UA-1) and the rules of ISO 19005-2 level A (PDF/A-2a).
#pragma once

#include <span>
#include <string_view>

namespace presskit::verify {

enum class ConditionKind {
    machine,       ///< we test it
    absence,       ///< it is about something that no kit holds: we test that it is not there
    human,         ///< only a person can judge it
    not_applicable ///< it is about something whose absence another condition tests
};

/// Matterhorn conditions have their own ids ("28-011"); rules of PDF/A have the clause and a number
/// of ours ("6.1.2-1"). `text` says how a file fails, in lower case.
struct Condition {
    std::string_view id;
    std::string_view clause; ///< of ISO 14289-1 or ISO 19005-2
    ConditionKind kind = ConditionKind::machine;
    std::string_view code; ///< of the Diagnostic, after "verify.pdf-"; empty for what is not tested
    std::string_view check; ///< the file that tests it, without ".cpp"; for a person, the question
    std::string_view text;
};

/// Of PDF/UA-1 and of PDF/A-2a, each in order of clause.
std::span<const Condition> ua_conditions();
std::span<const Condition> archive_conditions();

/// Requires: the table has the id.
const Condition& condition_of(std::string_view id);
bool is_of_ua(const Condition& condition);

} // namespace presskit::verify
