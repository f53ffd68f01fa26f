// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/accessibility.hpp"
#include "stages/bundle/accessibility_topics.hpp"
#include "stages/bundle/manifest_json.hpp"

#include <algorithm>
#include <span>

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

/// As a string of JSON; nearly all are plain words, and those are taken as they are.
std::string json_string(std::string_view text) {
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::ranges::all_of(text, is_plain)) return std::string("\"").append(text).append("\"");
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An object on one line. There are 220 in each kit, too many for a tree of each.
class Row {
  public:
    Row& with(std::string_view key, std::string_view value) {
        text_.append(text_.empty() ? "{\"" : ",\"").append(key).append("\":").append(json_string(value));
        return *this;
    }
    Row& with_any(std::string_view key, std::string_view value) {
        return value.empty() ? *this : with(key, value);
    }
    std::string text() const { return text_ + "}"; }

  private:
    std::string text_;
};

std::string condition_row(const ConditionResult& row) {
    return Row()
        .with("standard", row.standard)
        .with("id", row.id)
        .with_any("clause", row.clause)
        .with("fails_if", row.text)
        .with_any("subject", row.subject)
        .with("outcome", outcome_name(row.outcome))
        .with_any("question", row.question)
        .text();
}

/// The sentences of a list of topics, by name.
std::string sentences(std::span<const Topic> topics, const Language& language) {
    Row row;
    for (const Topic& topic : topics) row.with(topic.name, language.word(topic.sentence));
    return row.text();
}

/// An array with a row a line, in a third of the bytes that indents take.
template <class Rows, class Function> std::string lines(const Rows& rows, const Function& row_of) {
    std::string out = "[";
    for (const auto& row : rows) out.append(out.size() > 1 ? ",\n" : "\n").append(row_of(row));
    return out + (rows.empty() ? "]" : "\n]");
}

} // namespace

std::string to_accessibility_json(const KitInputs& inputs, const Language& language,
                                  const AccessibilityReport& report) {
    const auto document_row = [](const KitDocument& document) {
        return Row().with("path", document.name).with("sha256", to_hex(document.digest)).text();
    };
    return "{\n\"schema_version\": " + std::to_string(accessibility_schema_version) +
           ",\n\"kit\": " + json_string(inputs.kit.id) +
           ",\n\"version\": " + json_string(inputs.campaign.version) +
           ",\n\"language\": " + json_string(language.locale.tag) +
           ",\n\"documents\": " + lines(inputs.documents, document_row) +
           ",\n\"subjects\": " + sentences(subjects, language) +
           ",\n\"questions\": " + sentences(questions, language) +
           ",\n\"conditions\": " + lines(report.conditions, condition_row) + "\n}\n";
}

} // namespace presskit::bundle
