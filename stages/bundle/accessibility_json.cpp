// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/accessibility.hpp"
#include "stages/bundle/manifest_json.hpp"

namespace presskit::bundle {
namespace {

std::string_view outcome_name(ConditionOutcome outcome) {
    switch (outcome) {
    case ConditionOutcome::passed: return "passed";
    case ConditionOutcome::failed: return "failed";
    case ConditionOutcome::for_a_person: return "for-a-person";
    case ConditionOutcome::not_applicable: return "not-applicable";
    }
    return {};
}

Json condition_value(const ConditionResult& row) {
    Json json{{"standard", row.standard}, {"id", row.id}};
    if (!row.clause.empty()) json["clause"] = row.clause;
    json["fails_if"] = row.text;
    json["outcome"] = outcome_name(row.outcome);
    if (!row.question.empty()) json["question"] = row.question;
    return json;
}

Json failure_value(const ConditionFailure& row) {
    Json json{{"condition", row.condition}, {"document", row.document}, {"message", row.message}};
    if (!row.place.empty()) json["place"] = row.place;
    return json;
}

std::string one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An array with a row a line: 220 of them, in a third of the bytes that indents take.
std::string lines(const std::vector<Json>& rows) {
    std::string out = "[";
    for (const Json& row : rows) out.append(out.size() > 1 ? ",\n" : "\n").append(one_line(row));
    return out + (rows.empty() ? "]" : "\n]");
}

} // namespace

std::string to_accessibility_json(const KitInputs& inputs, const AccessibilityReport& report) {
    std::vector<Json> documents, conditions, failures;
    for (const KitDocument& document : inputs.documents)
        documents.push_back({{"path", document.name}, {"sha256", to_hex(document.digest)}});
    for (const ConditionResult& row : report.conditions) conditions.push_back(condition_value(row));
    for (const ConditionFailure& row : report.failures) failures.push_back(failure_value(row));
    return "{\n\"schema_version\": " + std::to_string(accessibility_schema_version) +
           ",\n\"kit\": " + one_line(inputs.kit.id) +
           ",\n\"version\": " + one_line(inputs.campaign.version) +
           ",\n\"documents\": " + lines(documents) + ",\n\"conditions\": " + lines(conditions) +
           ",\n\"failures\": " + lines(failures) + "\n}\n";
}

} // namespace presskit::bundle
