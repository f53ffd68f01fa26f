// SPDX-License-Identifier: Apache-2.0
/// Serbian Cyrillic to Latin, as the two alphabets of one language correspond.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::languages {

/// A word and what it becomes. With `*` at the end of both, any word that begins so: the rest of
/// the word follows the rule.
using TransliterationExceptions = std::vector<std::pair<std::string, std::string>>;

/// Љ Њ Џ become one capital or two as the letters beside them ask (ЏУГАЊ, Њега). Exceptions match
/// whole words in any case and take on the case of the word. Other scripts are kept as they are.
/// Requires valid UTF-8.
std::string to_latin(std::string_view text, const TransliterationExceptions& exceptions = {});

} // namespace presskit::languages
