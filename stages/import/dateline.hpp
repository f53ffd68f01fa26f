// SPDX-License-Identifier: Apache-2.0
/// The place and day that open a release's first paragraph: "VIENNA, Austria – 18 May 2021:".
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::import {

/// `length` is that of the dateline with its closing mark, in code points of the paragraph; all of
/// it for a dateline that is a paragraph by itself.
struct Dateline {
    std::u32string text;
    std::u32string city; ///< empty if it names no place
    Date date;
    std::size_t length = 0;
};

/// The dateline that `paragraph` opens with, in the words of `language` or in English: a place and
/// a day in any order, then a colon, a dash or the end; or a place, a comma, a day and a full stop.
std::optional<Dateline> find_dateline(std::u32string_view paragraph, const Language& language);

/// Whether `text` says a day of a month, in the words of `language` or in English.
bool names_day(std::u32string_view text, const Language& language);

} // namespace presskit::import
