// SPDX-License-Identifier: Apache-2.0
/// How diagnostics quote what an author wrote: short, in backticks, without anything a terminal
/// obeys.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace presskit::yaml {

/// `` `text` ``, at most 60 code points, control characters shown as U+FFFD. Of a std::string
/// it is `yaml::quoted`: where <iomanip> is seen, `quoted` alone is std's as well.
std::string quoted(std::string_view text);

/// `` `a`, `b` or `c` ``; at most 12 words, then "…".
std::string listed(std::span<const std::string_view> words);

} // namespace presskit::yaml
