// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/condition_lines.hpp"
#include "pipeline/cli/rebuild.hpp"
#include "pipeline/engine/interrupt.hpp"
#include "pipeline/engine/parallel.hpp"
#include "pipeline/engine/report.hpp"
#include "stages/verify/verify.hpp"

namespace presskit::cli {
namespace {

verify::VerifyReport verify_zip(engine::Workspace& workspace, const std::string& path,
                                const verify::Demands& demands) {
    auto bytes = workspace.read_file(path, verify_limits.file_bytes);
    if (!bytes) return {std::move(bytes.diagnostics)};
    std::optional<std::string> signature;
    if (demands.key) {
        auto text = workspace.read_file(path + std::string(signing::signature_extension),
                                        signing::longest_signature_file);
        if (text) signature = std::move(*text);
    }
    return verify::verify_kit_file(*bytes, path, signature, demands);
}

verify::VerifyReport verify_path(engine::Workspace& workspace, const std::string& path,
                                 const verify::Demands& demands) {
    if (path.ends_with(".zip")) return verify_zip(workspace, path, demands);
    auto reading = workspace.read_tree(path, verify_limits);
    if (reading.tree.files.empty() && has_errors(reading.diagnostics))
        return {std::move(reading.diagnostics)};
    auto report = verify::verify_folder(reading.tree, demands);
    append(report.faults, std::move(reading.diagnostics));
    return report;
}

/// "outputs: 20 kits, 331 files, 75 PDFs: all well", and whose signatures were seen.
std::string summary(const std::string& path, const verify::VerifyReport& report,
                    const verify::Demands& demands, const VerifyOptions& options) {
    std::string line = path + ": " + engine::counted(report.kits, "kit") + ", " +
                       engine::counted(report.files, "file") + ", " + engine::counted(report.pdfs, "PDF") +
                       ": all well";
    if (!options.rebuild.empty()) line += ", the same when made again";
    if (demands.key) line += ", signed by " + signing::id_text(demands.key->id);
    return line + "\n";
}

/// Only kits that are well are made again.
Diagnostics rebuild_faults(const verify::VerifyReport& report, const std::string& path, const VerifyOptions& options,
                           Surroundings& around) {
    Diagnostics faults;
    if (options.rebuild.empty() || has_errors(report.faults)) return faults;
    if (report.seen.empty())
        faults.push_back({"verify.rebuild-unpacked", "only the zip of a kit can be compared with what is made again",
                          "verify the zip that it came in", {}, path, Severity::error, Blame::content});
    BuildOptions build;
    build.campaigns = {options.rebuild};
    build.brand = options.brand;
    build.linearize = options.linearize;
    build.workers = engine::default_workers();
    for (const verify::SeenKit& kit : report.seen) {
        if (engine::interrupted() != 0) break;
        append(faults, compare_rebuilt(around.workspace, build,
                                       {kit.statement.kit, kit.timestamp, kit.statement.embargo,
                                        kit.statement.sha256, kit.was_verified},
                                       kit.path, around.sources, around.log));
    }
    return faults;
}

} // namespace

Outcome run_command(const VerifyOptions& options, Surroundings& around) {
    auto paths = options.paths;
    if (paths.empty()) paths.push_back(outputs_folder);
    verify::Demands demands{.key = {}, .at_least = options.at_least};
    if (!options.key.empty()) {
        auto key = read_public_key(around.workspace, options.key);
        if (!key) return {{}, std::move(key.diagnostics)};
        demands.key = *key;
    }
    Outcome outcome;
    for (const std::string& path : paths) {
        if (engine::interrupted() != 0) break;
        auto report = verify_path(around.workspace, path, demands);
        append(report.faults, rebuild_faults(report, path, options, around));
        if (report.pdfs > 0) outcome.lines += condition_lines(report, options.conditions);
        if (!has_errors(report.faults) && options.conditions != ConditionsFormat::json)
            outcome.lines += summary(path, report, demands, options);
        append(outcome.diagnostics, std::move(report.faults));
    }
    return outcome;
}

} // namespace presskit::cli
