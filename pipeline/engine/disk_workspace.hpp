// SPDX-License-Identifier: Apache-2.0
/// The workspace of a real run: this machine's disk and environment.
#pragma once

#include "pipeline/engine/workspace.hpp"

namespace presskit::engine {

class DiskWorkspace final : public Workspace {
  public:
    TreeReading read_tree(const std::string& root, const TreeLimits& limits) override;
    Result<std::string> read_file(const std::string& path, std::uint64_t limit) override;
    Result<std::vector<std::string>> list_folders(const std::string& path) override;
    std::string resolved(const std::string& path) override;
    std::optional<std::string> environment(const std::string& name) override;
    std::int64_t now() override;
    Result<OutputDraft> begin_outputs(const std::string& out) override;
    Diagnostics write(const OutputDraft& draft, const std::string& name,
                      std::string_view bytes) override;
    Diagnostics write_pieces(const OutputDraft& draft, const std::string& name,
                             const Pieces& pieces) override;
    Diagnostics keep(const OutputDraft& draft, const std::string& name,
                     const Digest& digest) override;
    Diagnostics swap_in(OutputDraft draft, const std::set<std::string>& replaced) override;
    Result<std::vector<SiteRelease>> list_releases(const std::string& site) override {
        return engine::list_releases(site);
    }
    Result<std::string> add_release(const std::string& site, const MakeRelease& make) override {
        return engine::add_release(site, make);
    }
    Diagnostics select_release(const std::string& site, const std::string& id) override {
        return engine::select_release(site, id);
    }
    std::optional<std::string> cached(const std::string& folder, const Digest& key) override;
    void cache(const std::string& folder, const Digest& key, std::string_view bytes) override;
    void trim_cache(const std::string& folder, std::uint64_t bytes) override;
    Result<std::vector<std::string>> remove_releases(const std::string& site,
                                                     const Retention& rule) override {
        return engine::remove_releases(site, rule);
    }
    Diagnostics write_file(const std::string& path, std::string_view bytes,
                           FileRule rule) override;
    Diagnostics create_folder(const std::string& path, const FileTree& tree) override;
};

} // namespace presskit::engine
