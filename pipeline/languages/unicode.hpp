// SPDX-License-Identifier: Apache-2.0
/// What is known of single characters and of comparing words: the Unicode tables, by ICU.
#pragma once

#include "stages/model/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::languages {

/// The byte offset of the first character that normal form C would change; none if text is in NFC.
/// Requires valid UTF-8. Spec: UAX #15.
std::optional<std::size_t> first_not_nfc(std::string_view utf8);
std::string to_nfc(std::string_view utf8);

/// A letter or a mark on one.
bool is_word_character(char32_t c);
bool is_upper(char32_t c);
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);

/// Whether a sign without direction, such as a full stop, ends words written from left to right. Requires
/// valid UTF-8. Spec: UAX #9.
bool ends_left_to_right_words(std::string_view utf8);

/// The language's own alphabetical order; bytes decide between what it holds equal.
bool less(const Language& language, std::string_view a, std::string_view b);

/// Lower-case ASCII words with hyphens between, for file names: "Bosnia and Herzegovina" →
/// "bosnia-and-herzegovina". Empty if nothing of the text can be written so.
std::string ascii_slug(std::string_view utf8);

} // namespace presskit::languages
