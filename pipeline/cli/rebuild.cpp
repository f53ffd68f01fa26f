// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/rebuild.hpp"

#include "pipeline/languages/format.hpp"

#include <algorithm>

namespace presskit::cli {
namespace {

constexpr const char* nowhere = "rebuilt kits";

/// The real workspace to read from; what is written is let go.
class ReadingWorkspace final : public engine::Workspace {
  public:
    ReadingWorkspace(engine::Workspace& real, std::string source_date)
        : real_(real), source_date_(std::move(source_date)) {}

    engine::TreeReading read_tree(const std::string& root,
                                  const engine::TreeLimits& limits) override {
        return real_.read_tree(root, limits);
    }
    Result<std::string> read_file(const std::string& path, std::uint64_t limit) override {
        if (path.starts_with(nowhere)) return Diagnostic{.code = "engine.not-found", .message = ""};
        return real_.read_file(path, limit);
    }
    Result<std::vector<std::string>> list_folders(const std::string& path) override {
        return real_.list_folders(path);
    }
    std::string resolved(const std::string& path) override { return real_.resolved(path); }
    std::optional<std::string> environment(const std::string& name) override {
        if (name == "SOURCE_DATE_EPOCH") return source_date_;
        return name.starts_with("PRESSKIT_") ? std::nullopt : real_.environment(name);
    }
    std::int64_t now() override { return real_.now(); }
    Result<engine::OutputDraft> begin_outputs(const std::string& out) override {
        return engine::OutputDraft(out, "", engine::FileLock());
    }
    Diagnostics write(const engine::OutputDraft&, const std::string&, std::string_view) override {
        return {};
    }
    Diagnostics keep(const engine::OutputDraft&, const std::string&, const Digest&) override {
        return {};
    }
    Diagnostics swap_in(engine::OutputDraft, const std::set<std::string>&) override { return {}; }
    Result<std::vector<engine::SiteRelease>> list_releases(const std::string& site) override {
        return real_.list_releases(site);
    }
    Result<std::string> add_release(const std::string&, const engine::MakeRelease&) override {
        return std::string();
    }
    Diagnostics select_release(const std::string&, const std::string&) override { return {}; }
    Result<std::vector<std::string>> remove_releases(const std::string&,
                                                     const engine::Retention&) override {
        return std::vector<std::string>{};
    }
    Diagnostics write_file(const std::string&, std::string_view, engine::FileRule) override {
        return {};
    }
    Diagnostics create_folder(const std::string&, const FileTree&) override { return {}; }

  private:
    engine::Workspace& real_;
    std::string source_date_;
};

/// Seconds of "2021-05-18T08:00:00Z"; 0 for anything else.
std::int64_t seconds_of(const std::string& instant) {
    const std::string_view local = std::string_view(instant).substr(0, instant.find('Z'));
    return languages::instant(local, "UTC").value_or(0);
}

/// "rs-sr-Cyrl" → "rs/sr-Cyrl".
std::string selection_of(std::string kit) {
    const std::size_t dash = kit.find('-');
    if (dash != std::string::npos) kit[dash] = '/';
    return kit;
}

} // namespace

Diagnostics compare_rebuilt(engine::Workspace& workspace, const BuildOptions& given,
                            const KitOrigin& origin, const std::string& path, SourceMap& sources,
                            engine::Log& log) {
    BuildOptions options = given;
    options.out = nowhere;
    options.only = {selection_of(origin.kit)};
    options.key = {};
    options.verify = origin.was_verified;
    constexpr std::int64_t end_of_time = 253'402'300'799;
    options.now =
        std::to_string(origin.embargo.empty() ? end_of_time : seconds_of(origin.embargo) - 1);
    ReadingWorkspace reading(workspace, std::to_string(seconds_of(origin.timestamp)));
    Result<std::vector<BuiltKit>> built = build(reading, options, sources, log);
    if (!built) return std::move(built.diagnostics);
    const auto made = std::ranges::find(*built, origin.kit, &BuiltKit::id);
    if (made != built->end() && made->sha256 == origin.sha256) return {};
    return {Diagnostic{
        .code = "verify.rebuild",
        .message = "is not what `" + given.campaigns.front() + "` gives: SHA-256 is " +
                   origin.sha256 + ", rebuilt " +
                   (made == built->end() ? std::string("nothing") : made->sha256),
        .hint = "name the texts, the brand and the version of presskit that it was made with",
        .path = path}};
}

} // namespace presskit::cli
