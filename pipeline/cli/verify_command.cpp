// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/condition_lines.hpp"
#include "pipeline/engine/interrupt.hpp"
#include "stages/verify/verify.hpp"

namespace presskit::cli {
namespace {

constexpr const char* outputs_folder = "outputs";
/// An outputs folder is far larger than a campaign.
constexpr engine::TreeLimits kit_limits{
    .file_bytes = 1'000'000'000, .total_bytes = 8'000'000'000, .files = 100'000, .depth = 16};

verify::VerifyReport verify_path(engine::Workspace& workspace, const std::string& path) {
    if (path.ends_with(".zip")) {
        auto bytes = workspace.read_file(path, kit_limits.file_bytes);
        return bytes ? verify::verify_kit(*bytes, path)
                     : verify::VerifyReport{std::move(bytes.diagnostics)};
    }
    auto reading = workspace.read_tree(path, kit_limits);
    if (reading.tree.files.empty() && has_errors(reading.diagnostics))
        return {std::move(reading.diagnostics)};
    auto report = verify::verify_folder(reading.tree);
    append(report.faults, std::move(reading.diagnostics));
    return report;
}

} // namespace

Outcome run_command(const VerifyOptions& options, Surroundings& around) {
    auto paths = options.paths;
    if (paths.empty()) paths.push_back(outputs_folder);
    Outcome outcome;
    for (const std::string& path : paths) {
        if (engine::interrupted() != 0) break;
        auto report = verify_path(around.workspace, path);
        if (report.pdfs > 0) outcome.lines += condition_lines(report, options.conditions);
        if (!has_errors(report.faults) && options.conditions != ConditionsFormat::json)
            outcome.lines += path + ": " + std::to_string(report.kits) + " kits, " +
                             std::to_string(report.files) + " files, " +
                             std::to_string(report.pdfs) + " PDFs: all well\n";
        append(outcome.diagnostics, std::move(report.faults));
    }
    return outcome;
}

} // namespace presskit::cli
