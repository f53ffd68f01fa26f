// SPDX-License-Identifier: Apache-2.0
/// The faults of one file, as they are found.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/verify/conditions.hpp"

#include <cstddef>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

inline constexpr std::size_t no_element = std::numeric_limits<std::size_t>::max();

/// A condition that a PDF breaks. `element` counts the structure elements in the order of the tree,
/// the Document being 0; `fault` is an index into the faults.
struct BrokenCondition {
    std::string_view id;
    std::size_t element = no_element;
    std::size_t fault = 0;
};

using ConditionIds = std::initializer_list<std::string_view>;

/// Keeps at most max_faults_per_file faults; the last of them says that there are more.
class FaultList {
  public:
    explicit FaultList(std::string path = {}) : path_(std::move(path)) {}

    void add(std::string_view code, std::string message, std::string hint = {});
    /// As `add`, for a file inside: the path becomes "outer!/inner", or "outer/inner" in a folder.
    void add_at(std::string_view inner, std::string_view code, std::string message);
    /// As `add`, for conditions of the table: code, standard and clause are theirs, the first being
    /// the one that the fault is known by. Those that the file's standards do not have are none, and a
    /// fault of nothing else is not listed. Requires: the table has them.
    void add_broken(ConditionIds ids, const std::string& message, std::size_t element = no_element);
    const Diagnostics& faults() const { return faults_; }
    const std::vector<BrokenCondition>& broken() const { return broken_; }
    bool empty() const { return faults_.empty(); }

    /// Which standards the file is held against; PDF/UA-1 and PDF/A-2a until told.
    const Claims& claims() const { return claims_; }
    void set_claims(const Claims& claims) { claims_ = claims; }

  private:
    void push(Diagnostic fault);

    std::string path_;
    Claims claims_;
    Diagnostics faults_;
    std::vector<BrokenCondition> broken_;
};

/// A foreign name as it may stand in a message: printable, at most 80 code points, in backticks.
std::string in_backticks(std::string_view text);

} // namespace presskit::verify
