// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/condition_lines.hpp"

#include "stages/verify/conditions.hpp"

#include <nlohmann/json.hpp>

namespace presskit::cli {
namespace {

using verify::Condition;
using verify::ConditionKind;

std::string_view outcome_of(const Condition& condition, const verify::VerifyReport& report) {
    if (report.broken.contains(std::string(condition.id))) return "failed";
    if (condition.kind == ConditionKind::human) return "for-a-person";
    return condition.kind == ConditionKind::not_applicable ? "not-applicable" : "passed";
}

std::set<std::string> paths_of(const Condition& condition, const verify::VerifyReport& report) {
    const auto broken = report.broken.find(std::string(condition.id));
    return broken == report.broken.end() ? std::set<std::string>{} : broken->second;
}

std::string text_line(const Condition& condition, const verify::VerifyReport& report) {
    std::string line(condition.id);
    line.resize(std::max<std::size_t>(line.size(), 14), ' ');
    line.append(outcome_of(condition, report));
    line.resize(30, ' ');
    line.append(condition.text).append("\n");
    for (const std::string& path : paths_of(condition, report))
        line.append(14, ' ').append(path).append("\n");
    return line;
}

std::string json_line(const Condition& condition, const verify::VerifyReport& report) {
    nlohmann::ordered_json json{{"standard", is_of_ua(condition) ? "PDF/UA-1" : "PDF/A-2a"},
                                {"id", condition.id},
                                {"clause", condition.clause},
                                {"fails_if", condition.text},
                                {"outcome", outcome_of(condition, report)}};
    if (const auto paths = paths_of(condition, report); !paths.empty()) json["broken_by"] = paths;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

std::string condition_lines(const verify::VerifyReport& report, ConditionsFormat format) {
    if (format == ConditionsFormat::none) return {};
    std::string lines;
    for (const auto rows : {verify::ua_conditions(), verify::archive_conditions()})
        for (const Condition& row : rows)
            lines +=
                format == ConditionsFormat::json ? json_line(row, report) : text_line(row, report);
    return lines;
}

} // namespace presskit::cli
