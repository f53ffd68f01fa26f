// SPDX-License-Identifier: Apache-2.0
/// Every condition that a PDF of a kit is held against: the failure conditions of the Matterhorn
/// Protocol 1.1 (ISO 14289-1, PDF/UA-1) and the rules of ISO 19005-2 level A (PDF/A-2a), with their
/// clauses in the later parts, PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4), and what only these ask.
/// PDF/A-3 (ISO 19005-3) has the clauses of PDF/A-2.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace presskit::verify {

enum class ConditionKind {
    machine,       ///< we test it
    absence,       ///< it is about something that no kit holds: we test that it is not there
    human,         ///< only a person can judge it
    not_applicable ///< it is about something whose absence another condition tests
};

/// What a file sets out to be: PDF/UA-1 with PDF/A-2a, or on PDF 2.0 PDF/UA-2 with PDF/A-4; with
/// attachments PDF/A-3a or PDF/A-4f.
struct Claims {
    bool pdf_2 = false, attachments = false;
    auto operator<=>(const Claims&) const = default;
};

/// Matterhorn conditions have their own ids ("28-011"); the others have the clause and a number of
/// ours ("6.1.2-1"). A clause is empty where the standard has no such condition. `text` says how a file
/// fails, in lower case.
struct Condition {
    std::string_view id;
    std::string_view clause;       ///< of ISO 14289-1 or ISO 19005-2
    std::string_view later_clause; ///< of ISO 14289-2 or ISO 19005-4
    ConditionKind kind = ConditionKind::machine;
    std::string_view code; ///< of the Diagnostic, after "verify.pdf-"; empty for what is not tested
    std::string_view check; ///< the file that tests it, without ".cpp"; for a person, the question
    std::string_view text;
};

/// Of PDFs that claim the same: the paths of those that break a condition, by its id.
using BrokenBy = std::map<Claims, std::map<std::string, std::set<std::string>>>;

/// Of PDF/UA-1 and of PDF/A-2a, each in order of clause.
std::span<const Condition> ua_conditions();
std::span<const Condition> archive_conditions();
/// What PDF/UA-2 and PDF/A-4 ask besides.
std::span<const Condition> ua_2_conditions();
std::span<const Condition> archive_4_conditions();

/// Requires: a table has the id.
const Condition& condition_of(std::string_view id);
bool is_of_ua(const Condition& condition);

/// What it is about, of what a reader is told was tested: "fonts", "links", … Empty if it is not tested.
std::string_view subject_of(const Condition& condition);

/// The clause that the standard of such files has it in; empty if it has none.
std::string_view clause_in(const Condition& condition, const Claims& claims);
/// "PDF/UA-1", "PDF/UA-2", "PDF/A-2a", "PDF/A-3a", "PDF/A-4" or "PDF/A-4f".
std::string_view standard_of(const Condition& condition, const Claims& claims);
/// Where the standard says it: "Matterhorn 28-011", "ISO 19005-3 6.8".
std::string reference_of(const Condition& condition, const Claims& claims);

} // namespace presskit::verify
