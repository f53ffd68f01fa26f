// SPDX-License-Identifier: Apache-2.0
/// What import knows of a language: the words that mark the parts of a release and who speaks.
#pragma once

#include "stages/model/locale.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::import {

/// All in lower case. A phrase of several words has single spaces.
struct LanguageWords {
    std::string_view tag;
    std::span<const std::string_view> kickers;  ///< what stands above a headline
    std::span<const std::string_view> about;    ///< openings of a boilerplate's heading
    std::span<const std::string_view> contact;  ///< headings of a contact block
    std::span<const std::string_view> says;     ///< verbs of saying, and "according to"
    std::span<const std::string_view> pronouns; ///< the speaker named before
    std::span<const std::string_view> articles;
    std::span<const std::string_view> report; ///< what a report's title may follow
    std::string_view region;                  ///< for the kit's country: "Region"
    std::string_view rights;                  ///< "All rights reserved."
};

/// The words of `locale`; a language without a row has English kickers and nothing else to go by.
const LanguageWords& words_of(const Locale& locale);

/// A word of a text: letters, digits, and hyphens and apostrophes inside.
struct TextWord {
    std::size_t begin = 0, end = 0; ///< offsets in code points
};
std::vector<TextWord> split_words(std::u32string_view text);

std::u32string to_lower(std::u32string_view text);
bool contains(std::span<const std::string_view> phrases, std::u32string_view text);

/// The phrase that `text` begins with, at a word's end; its length in code points.
std::optional<std::size_t> begins_with(std::span<const std::string_view> phrases,
                                       std::u32string_view text);

bool is_all_capitals(std::u32string_view text);

} // namespace presskit::import
