// SPDX-License-Identifier: Apache-2.0
/// The faults of one file, as they are found.
#pragma once

#include "pipeline/base/diagnostic.hpp"

#include <string>
#include <string_view>

namespace presskit::verify {

/// Keeps at most max_faults_per_file faults; the last of them says that there are more.
class FaultList {
  public:
    explicit FaultList(std::string path = {}) : path_(std::move(path)) {}

    void add(std::string_view code, std::string message, std::string hint = {});
    /// As `add`, for a file inside: the path becomes "outer!/inner", or "outer/inner" in a folder.
    void add_at(std::string_view inner, std::string_view code, std::string message);
    const Diagnostics& faults() const { return faults_; }
    bool empty() const { return faults_.empty(); }

  private:
    void push(Diagnostic fault);

    std::string path_;
    Diagnostics faults_;
};

/// A foreign name as it may stand in a message: printable, at most 80 code points, in backticks.
std::string in_backticks(std::string_view text);

} // namespace presskit::verify
