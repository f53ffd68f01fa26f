// SPDX-License-Identifier: Apache-2.0
/// One command on files in memory, and what it said.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/cli/commands.hpp"
#include "tests/fuzz/corpus.hpp"
#include "tests/unit/engine/memory_workspace.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace presskit::fuzz {

inline constexpr const char* english_patterns = "/usr/share/hyphen/hyph_en_GB.dic";

class Trial {
  public:
    explicit Trial(Files files) { workspace_->files = std::move(files); }

    std::map<std::string, std::string> variables; ///< the environment
    Diagnostics diagnostics;

    /// Every kit of the campaign, and both reads of each by verify.
    void build();
    /// `dated`: with day and place as options, so that a text without them gets further.
    void import(const std::string& file, bool dated);
    /// `public_key` is the text of a file; empty: signatures are not checked.
    void verify(const std::string& path, const std::string& public_key);
    /// What needs no command.
    void run(const std::function<Diagnostics()>& body);

    /// Why this is a fault of presskit's, whatever the input: an internal error, or a kit that it makes
    /// without a word and then refuses itself.
    std::optional<std::string> finding() const;

    const Files& files() const { return workspace_->files; }
    /// All diagnostics as a user sees them.
    std::string told() const;

  private:
    template <class Options>
    void command(const Options& options);

    std::unique_ptr<test::MemoryWorkspace> workspace_ = std::make_unique<test::MemoryWorkspace>();
    SourceMap sources_;
    bool builds_ = false;
};

} // namespace presskit::fuzz
