// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/trial.hpp"

#include "pipeline/engine/parallel.hpp"

namespace presskit::fuzz {

template <class Options>
void Trial::command(const Options& options) {
    workspace_->variables = variables;
    engine::Log log(engine::LogFormat::text, true);
    cli::Surroundings around{*workspace_, sources_, log};
    diagnostics = engine::details::guarded([&] { return cli::run_command(options, around).diagnostics; });
}

void Trial::build() {
    builds_ = true;
    cli::BuildOptions options;
    options.campaigns = {campaign_folder};
    options.out = output_folder;
    options.use_cache = false;
    options.now = "2024-06-05T00:00Z"; // after the embargo
    command(options);
}

void Trial::import(const std::string& file, bool dated) {
    cli::ImportFileOptions options;
    options.file = file;
    if (dated) options.date = "2024-06-03", options.city = "GRAZ, Austria";
    command(options);
}

void Trial::verify(const std::string& path, const std::string& public_key) {
    cli::VerifyOptions options;
    options.paths = {path};
    options.conditions = cli::ConditionsFormat::text;
    if (!public_key.empty()) {
        options.key = "fuzz.pub";
        workspace_->files[options.key] = public_key;
    }
    command(options);
}

void Trial::run(const std::function<Diagnostics()>& body) { diagnostics = engine::details::guarded(body); }

std::optional<std::string> Trial::finding() const {
    for (const Diagnostic& fault : diagnostics) {
        if (fault.severity != Severity::error) continue;
        if (fault.blame == Blame::internal || (builds_ && fault.code.starts_with("verify.")))
            return "[" + fault.code + "] " + fault.path + ": " + fault.message;
    }
    return std::nullopt;
}

std::string Trial::told() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) text += to_text(diagnostic, sources_);
    return text;
}

} // namespace presskit::fuzz
