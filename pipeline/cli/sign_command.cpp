// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/signing_key.hpp"
#include "pipeline/engine/interrupt.hpp"
#include "pipeline/signing/signature.hpp"
#include "stages/verify/verify.hpp"

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_signed_file = 1'000'000'000;

/// "a/presskit.key" → "a/presskit.pub".
std::string public_path(const std::string& secret_path) {
    const std::size_t slash = secret_path.rfind('/') + 1; // npos + 1 is the start
    const std::size_t dot = secret_path.rfind('.');
    const bool has_extension = dot != std::string::npos && dot > slash;
    return secret_path.substr(0, has_extension ? dot : secret_path.size()) + ".pub";
}

/// Signs one file that is known to be well.
Outcome sign_file(engine::Workspace& workspace, const signing::SecretKey& key,
                  const std::string& path, std::string_view bytes,
                  const signing::Statement& statement) {
    const std::string signature = path + std::string(signing::signature_extension);
    Diagnostics faults =
        workspace.write_file(signature, signing::sign(key, bytes, signing::to_comment(statement)),
                             engine::FileRule::replace);
    return {has_errors(faults) ? std::string() : signature + "\n", std::move(faults)};
}

Outcome sign_kit(engine::Workspace& workspace, const signing::SecretKey& key,
                 const std::string& path, verify::PdfChecks& known) {
    const auto bytes = workspace.read_file(path, largest_signed_file);
    if (!bytes) return {{}, bytes.diagnostics};
    verify::VerifyReport report = verify::verify_kit(*bytes, path, known);
    if (has_errors(report.faults)) return {{}, std::move(report.faults)};
    return sign_file(workspace, key, path, *bytes, report.seen.front().statement);
}

/// All kits of an output folder, then its index, which vouches for the set.
Outcome sign_folder(engine::Workspace& workspace, const signing::SecretKey& key,
                    const std::string& folder) {
    auto reading = workspace.read_tree(folder, verify_limits);
    Outcome outcome{{}, std::move(reading.diagnostics)};
    if (has_errors(outcome.diagnostics)) return outcome;
    append(outcome.diagnostics, verify::verify_folder(reading.tree).faults);
    if (has_errors(outcome.diagnostics)) return outcome;
    verify::PdfChecks known;
    for (const auto& [name, bytes] : reading.tree.files) {
        const bool is_index = name == index_name || name.ends_with("/index.json");
        const bool is_kit = name.ends_with(".zip") && name.find("partners/") == std::string::npos &&
                            name.find(bags_folder) == std::string::npos;
        if ((!is_index && !is_kit) || engine::interrupted() != 0) continue;
        const std::string path = folder + "/" + name;
        Outcome one = is_index
                          ? sign_file(workspace, key, path, bytes,
                                      {.file = index_name, .sha256 = to_hex(sha256(bytes))})
                          : sign_kit(workspace, key, path, known);
        outcome.lines += one.lines;
        append(outcome.diagnostics, std::move(one.diagnostics));
    }
    return outcome;
}

} // namespace

Outcome run_command(const KeygenOptions& options, Surroundings& around) {
    Result<std::string> passphrase = read_passphrase(around.workspace, options.passphrase_file);
    if (!passphrase) return {{}, std::move(passphrase.diagnostics)};
    const signing::SecretKey key = signing::SecretKey::generate();
    Result<std::string> sealed = signing::seal(key, *passphrase, signing::sensitive_cost);
    signing::wipe(*passphrase);
    if (!sealed) return {{}, std::move(sealed.diagnostics)};
    Diagnostics faults = around.workspace.write_file(options.file, *sealed,
                                                     engine::FileRule::create_private);
    if (has_errors(faults)) return {{}, std::move(faults)};
    const signing::PublicKey shown = key.public_key();
    append(faults, around.workspace.write_file(public_path(options.file), signing::to_text(shown),
                                               engine::FileRule::create));
    return {signing::to_line(shown) + "\n", std::move(faults)};
}

Outcome run_command(const SignOptions& options, Surroundings& around) {
    auto paths = options.paths;
    if (paths.empty()) paths.push_back(outputs_folder);
    Result<signing::SecretKey> key = open_key(around.workspace, options.key);
    if (!key) return {{}, std::move(key.diagnostics)};
    Outcome outcome;
    verify::PdfChecks known;
    for (const std::string& path : paths) {
        Outcome one = path.ends_with(".zip") ? sign_kit(around.workspace, *key, path, known)
                                             : sign_folder(around.workspace, *key, path);
        outcome.lines += one.lines;
        append(outcome.diagnostics, std::move(one.diagnostics));
    }
    return outcome;
}

} // namespace presskit::cli
