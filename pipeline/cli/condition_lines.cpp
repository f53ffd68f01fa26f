// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/condition_lines.hpp"

#include "stages/verify/conditions.hpp"

#include <nlohmann/json.hpp>

namespace presskit::cli {
namespace {

using verify::Condition;
using verify::ConditionKind;

/// What PDFs that claim the same break.
struct Seen {
    verify::Claims claims;
    std::map<std::string, std::set<std::string>> broken;

    std::set<std::string> paths_of(const Condition& condition) const {
        const auto paths = broken.find(std::string(condition.id));
        return paths == broken.end() ? std::set<std::string>{} : paths->second;
    }
};

std::string_view outcome_of(const Condition& condition, const Seen& seen) {
    if (seen.broken.contains(std::string(condition.id))) return "failed";
    if (condition.kind == ConditionKind::human) return "for-a-person";
    return condition.kind == ConditionKind::not_applicable ? "not-applicable" : "passed";
}

std::string text_line(const Condition& condition, const Seen& seen) {
    std::string line(condition.id);
    line.resize(std::max<std::size_t>(line.size(), 14), ' ');
    line.append(outcome_of(condition, seen));
    line.resize(30, ' ');
    line.append(condition.text).append("\n");
    for (const std::string& path : seen.paths_of(condition))
        line.append(14, ' ').append(path).append("\n");
    return line;
}

std::string json_line(const Condition& condition, const Seen& seen) {
    nlohmann::ordered_json json{{"standard", standard_of(condition, seen.claims)},
                                {"id", condition.id},
                                {"clause", clause_in(condition, seen.claims)},
                                {"fails_if", condition.text},
                                {"outcome", outcome_of(condition, seen)}};
    if (const auto paths = seen.paths_of(condition); !paths.empty()) json["broken_by"] = paths;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// The rows of a standard and of its later part, under its name where that is not the usual one.
std::string lines_of(std::span<const Condition> rows, std::span<const Condition> later_rows,
                     const Seen& seen, ConditionsFormat format) {
    const bool is_text = format == ConditionsFormat::text;
    std::string lines;
    if (is_text && seen.claims != verify::Claims{})
        lines.append(standard_of(rows.front(), seen.claims)).append("\n");
    for (const auto part : {rows, later_rows})
        for (const Condition& row : part)
            if (!clause_in(row, seen.claims).empty())
                lines += is_text ? text_line(row, seen) : json_line(row, seen);
    return lines;
}

} // namespace

std::string condition_lines(const verify::VerifyReport& report, ConditionsFormat format) {
    if (format == ConditionsFormat::none) return {};
    std::string lines;
    for (const auto& [claims, broken] : report.broken) {
        const Seen seen{claims, broken};
        lines += lines_of(verify::ua_conditions(), verify::ua_2_conditions(), seen, format);
        lines +=
            lines_of(verify::archive_conditions(), verify::archive_4_conditions(), seen, format);
    }
    return lines;
}

} // namespace presskit::cli
