// SPDX-License-Identifier: Apache-2.0
/// What the program told about faults, read back from its log as a person reads it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presskit::e2e {

/// `place` is "file:line:column", a file alone, or empty; `marked` is the text above the carets,
/// empty where no line was shown.
struct Told {
    bool is_error = true;
    std::string place, message, code, marked, hint;
};

/// The diagnostics in the order in which they were printed.
std::vector<Told> told(std::string_view log);

/// The same without warnings.
std::vector<Told> told_errors(std::string_view log);

} // namespace presskit::e2e
