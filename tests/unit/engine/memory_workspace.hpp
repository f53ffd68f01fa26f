// SPDX-License-Identifier: Apache-2.0
/// A workspace in memory that remembers what was read and written.
#pragma once

#include "pipeline/engine/workspace.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace presskit::test {

class MemoryWorkspace final : public engine::Workspace {
  public:
    std::map<std::string, std::string> files;     ///< by path
    std::map<std::string, std::string> variables; ///< the environment
    std::vector<std::string> reads, writes;       ///< paths, in order

    engine::TreeReading read_tree(const std::string& root, const engine::TreeLimits&) override {
        engine::TreeReading reading;
        reading.tree.root = root;
        for (const auto& [path, bytes] : files)
            if (path.starts_with(root + "/")) {
                reads.push_back(path);
                reading.tree.files.emplace(path.substr(root.size() + 1), bytes);
            }
        return reading;
    }

    Result<std::string> read_file(const std::string& path, std::uint64_t limit) override {
        reads.push_back(path);
        const auto found = files.find(path);
        if (found == files.end()) return missing(path);
        if (found->second.size() > limit) return Diagnostic{"engine.file-too-large", "too large"};
        return found->second;
    }

    Result<std::vector<std::string>> list_folders(const std::string& path) override {
        std::vector<std::string> names;
        for (const auto& [file, bytes] : files) {
            const auto slash = file.find('/', path.size() + 1);
            if (!file.starts_with(path + "/") || slash == std::string::npos) continue;
            std::string name = file.substr(path.size() + 1, slash - path.size() - 1);
            if (names.empty() || names.back() != name) names.push_back(std::move(name));
        }
        return names;
    }

    std::string resolved(const std::string& path) override { return path; }

    std::optional<std::string> environment(const std::string& name) override {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    }

    std::int64_t clock = 1'700'000'000;
    std::int64_t now() override { return clock; }

    Result<engine::OutputDraft> begin_outputs(const std::string& out) override {
        draft_.clear();
        return engine::OutputDraft(out, "", engine::FileLock());
    }

    Diagnostics write(const engine::OutputDraft& draft, const std::string& name,
                      std::string_view bytes) override {
        const std::scoped_lock lock(mutex_);
        writes.push_back(draft.out() + "/" + name);
        draft_[draft.out() + "/" + name] = bytes;
        return {};
    }

    Diagnostics keep(const engine::OutputDraft& draft, const std::string& name,
                     const Digest& digest) override {
        const std::scoped_lock lock(mutex_);
        const auto old = files.find(draft.out() + "/" + name);
        if (old == files.end() || sha256(old->second) != digest)
            return {Diagnostic{"engine.changed-output", "changed"}};
        draft_[old->first] = old->second;
        return {};
    }

    Diagnostics swap_in(engine::OutputDraft draft, const std::set<std::string>& replaced) override {
        for (const auto& name : replaced) files.erase(draft.out() + "/" + name);
        for (auto& [path, bytes] : draft_) files[path] = std::move(bytes);
        draft_.clear();
        return {};
    }

    Result<std::vector<engine::SiteRelease>> list_releases(const std::string&) override {
        return std::vector<engine::SiteRelease>{};
    }
    Result<std::string> add_release(const std::string& site, const engine::MakeRelease& make) override {
        const auto tree = make();
        if (!tree) return tree.diagnostics;
        for (const auto& [name, bytes] : tree->files) files[site + "/current/" + name] = bytes;
        return std::string("0001");
    }
    Diagnostics select_release(const std::string&, const std::string&) override { return {}; }
    Result<std::vector<std::string>> remove_releases(const std::string&,
                                                     const engine::Retention&) override {
        return std::vector<std::string>{};
    }

    Diagnostics write_file(const std::string& path, std::string_view bytes,
                           engine::FileRule rule) override {
        if (rule != engine::FileRule::replace && files.contains(path))
            return {Diagnostic{"engine.io", "cannot write: file exists"}};
        writes.push_back(path);
        files[path] = bytes;
        return {};
    }

    Diagnostics create_folder(const std::string& path, const FileTree& tree) override {
        for (const auto& [name, bytes] : tree.files) {
            writes.push_back(path + "/" + name);
            files[path + "/" + name] = bytes;
        }
        return {};
    }

  private:
    static Diagnostic missing(const std::string& path) {
        return {.code = "engine.not-found",
                .message = "cannot read: no such file or directory",
                .path = path,
                .blame = Blame::configuration};
    }

    std::mutex mutex_;
    std::map<std::string, std::string> draft_;
};

} // namespace presskit::test
