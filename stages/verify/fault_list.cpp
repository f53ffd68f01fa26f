// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/fault_list.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>

namespace presskit::verify {

void FaultList::push(Diagnostic fault) {
    if (faults_.size() >= max_faults_per_file) return;
    if (faults_.size() + 1 == max_faults_per_file) {
        fault.code = "verify.more-faults";
        fault.message = "there are more faults than are listed";
        fault.hint.clear();
        fault.path = path_;
    }
    faults_.push_back(std::move(fault));
}

void FaultList::add(std::string_view code, std::string message, std::string hint) {
    push({std::string(code),
          std::move(message),
          std::move(hint),
          {},
          path_,
          Severity::error,
          Blame::content});
}

void FaultList::add_at(std::string_view inner, std::string_view code, std::string message) {
    const std::string separator = path_.ends_with(".zip") ? "!/" : path_.empty() ? "" : "/";
    push({std::string(code),
          std::move(message),
          {},
          {},
          path_ + separator + to_utf8(printable(inner)),
          Severity::error,
          Blame::content});
}

void FaultList::add_broken(ConditionIds ids, const std::string& message, std::size_t element) {
    const Condition* first = nullptr;
    std::string references;
    for (const std::string_view id : ids) {
        const Condition& condition = condition_of(id);
        if (clause_in(condition, claims_).empty()) continue;
        if (first == nullptr) first = &condition;
        references.append(references.empty() ? "" : ", ").append(reference_of(condition, claims_));
        // However many faults are listed, the first of each condition counts.
        const bool is_listed = faults_.size() < max_faults_per_file;
        if (is_listed || std::ranges::find(broken_, id, &BrokenCondition::id) == broken_.end())
            broken_.push_back(
                {condition.id, element, std::min(faults_.size(), max_faults_per_file - 1)});
    }
    if (first == nullptr) return;
    add("verify.pdf-" + std::string(first->code),
        std::string(standard_of(*first, claims_)) + ": " + message + " (" + references + ")");
}

std::string in_backticks(std::string_view text) {
    std::u32string shown = printable(text.substr(0, 400));
    if (shown.size() > 80) shown = shown.substr(0, 79) + U"…";
    return "`" + to_utf8(shown) + "`";
}

} // namespace presskit::verify
