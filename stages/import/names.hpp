// SPDX-License-Identifier: Apache-2.0
/// Names in running text, by their capitals.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::import {

/// A run of capitalised words; small words that stand in names may be among them.
struct FoundName {
    std::u32string text;
    std::size_t begin = 0, end = 0; ///< offsets in code points
    std::size_t words = 0;          ///< those with a capital
};

/// A person's name has "von", "de" and their like inside; a title of a work has also "in", "the",
/// ….
enum class NameKind { person, work };

/// All names of `text`. A leading word among `articles` is left out, as are Mr, Ms and their like.
std::vector<FoundName> find_names(std::u32string_view text, NameKind kind,
                                  std::span<const std::string_view> articles);

} // namespace presskit::import
