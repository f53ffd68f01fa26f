// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/report.hpp"

#include "pipeline/engine/progress.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace presskit::engine {
namespace {

using Json = nlohmann::ordered_json;

struct BlameRow {
    Blame blame;
    std::string_view name;
    int exit_code;
};

/// The gravest first.
constexpr std::array<BlameRow, 5> blames{{
    {Blame::internal, "internal", exit_status::internal},
    {Blame::temporary, "temporary", exit_status::temporary},
    {Blame::configuration, "configuration", exit_status::configuration},
    {Blame::usage, "usage", exit_status::usage},
    {Blame::content, "content", exit_status::content},
}};

std::string_view blame_name(Blame blame) {
    return std::ranges::find(blames, blame, &BlameRow::blame)->name;
}

bool is_error(const Diagnostic& d) { return d.severity == Severity::error; }

LogLevel level_of(const Diagnostic& d) { return is_error(d) ? LogLevel::error : LogLevel::warning; }

std::string summary(const Diagnostics& diagnostics) {
    const auto errors = static_cast<std::size_t>(std::ranges::count_if(diagnostics, is_error));
    std::string line =
        counted(errors, "error") + ", " + counted(diagnostics.size() - errors, "warning");
    if (diagnostics.size() > most_reported)
        line += "; the first " + std::to_string(most_reported) + " are shown";
    return line;
}

/// Errors first when not all are shown: a flood of warnings must not hide them.
void cut(Diagnostics& diagnostics) {
    if (diagnostics.size() <= most_reported) return;
    std::ranges::stable_partition(diagnostics, is_error);
    diagnostics.resize(most_reported);
}

} // namespace

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void report(Diagnostics diagnostics, const SourceMap& sources, Log& log) {
    if (diagnostics.empty()) return;
    pinpoint(diagnostics, sources);
    sort(diagnostics, sources);
    const std::string total = summary(diagnostics);
    const LogLevel level = has_errors(diagnostics) ? LogLevel::error : LogLevel::warning;
    cut(diagnostics);
    const bool json = log.format() == LogFormat::json;
    for (const Diagnostic& d : diagnostics)
        log.write(level_of(d), json ? to_json_line(d, sources) : to_text(d, sources));
    log.write(level, json ? to_json_line(Note{total}) : total + "\n");
}

std::string to_json_line(const Diagnostic& d, const SourceMap& sources) {
    Json json{{"schema", log_schema}, {"event", "diagnostic"}};
    json["severity"] = is_error(d) ? "error" : "warning";
    json["code"] = d.code;
    json["blame"] = blame_name(d.blame);
    if (d.span.source) {
        const Location begin = sources.locate(d.span.source, d.span.begin);
        const Location end = sources.locate(d.span.source, std::max(d.span.begin, d.span.end));
        json["file"] = sources.at(d.span.source).path;
        json["line"] = begin.line;
        json["column"] = begin.column;
        json["end_line"] = end.line;
        json["end_column"] = end.column;
    } else if (!d.path.empty()) {
        json["file"] = d.path;
    }
    json["message"] = d.message;
    if (!d.hint.empty()) json["hint"] = d.hint;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

int exit_code(const Diagnostics& diagnostics, int signal) {
    if (signal != 0) return 128 + signal;
    for (const BlameRow& row : blames)
        if (std::ranges::any_of(diagnostics,
                                [&](const auto& d) { return is_error(d) && d.blame == row.blame; }))
            return row.exit_code;
    return exit_status::done;
}

} // namespace presskit::engine
