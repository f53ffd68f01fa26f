// SPDX-License-Identifier: Apache-2.0
/// Names in running text.
#pragma once

#include "pipeline/languages/release_words.hpp"

#include <cstddef>
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

/// All names of `text`, by their capitals. A leading article is left out, as are Mr, Ms and their like.
std::vector<FoundName> find_names(std::u32string_view text, NameKind kind, const ReleaseWords& words);

/// The person's name that `text` begins with, for scripts without capitals: two to four words up to a sign, an
/// office or a particle, without a title before it. Empty where more words follow: they may be anything.
std::u32string leading_name(std::u32string_view text, const ReleaseWords& words);

} // namespace presskit::import
