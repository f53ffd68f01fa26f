// SPDX-License-Identifier: Apache-2.0
/// Where two readings differ, in words for whoever reads a failed test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presskit::e2e {

/// Empty where the sequences are equal.
std::string first_difference(const std::vector<std::string>& found,
                             const std::vector<std::string>& expected);

/// Compares two readings of a page character by character. White space must stand at the same
/// places, but where `painted` has U+000B or a soft hyphen the other may have some or none.
std::string first_difference_of_pages(std::string_view painted, std::string_view seen);

} // namespace presskit::e2e
