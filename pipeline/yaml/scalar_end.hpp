// SPDX-License-Identifier: Apache-2.0
/// Where a scalar ends in the YAML text: yaml-cpp says only where it begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace presskit::yaml {

/// The offset after the scalar that begins at `begin` and says `value`; none if its quote is not
/// closed or the text does not spell the value.
std::optional<std::size_t> scalar_end(std::string_view yaml, std::size_t begin,
                                      std::string_view value);

/// From `begin`, the first offset that is neither white space nor in a comment.
std::size_t skip_blank(std::string_view yaml, std::size_t begin);

} // namespace presskit::yaml
