// SPDX-License-Identifier: Apache-2.0
/// Words next to which UAX #14 needs no look at anything else: most of a text in Latin or Cyrillic letters
/// is cut at its spaces. What this says is what ICU says, which is asked for all the rest.
#pragma once

#include <cstddef>
#include <string_view>

namespace presskit::compose {

/// If letters, with no more than one of , . ; : after them and then one space before another letter, stand
/// at byte `at`, or are the end of the text: the byte after them. `at` if anything else does.
/// `at` is the beginning of the text or a plain break.
/// Spec: UAX #14 LB13, LB18, LB28.
std::size_t end_of_plain_word(std::string_view utf8, std::size_t at);

/// The next byte after `at` where a line may begin whatever stands before and after: a letter after one
/// space after a letter or one of , . ; : — or the end of the text.
/// Spec: UAX #14 LB18; none of LB14 to LB17 looks past such a mark.
std::size_t next_plain_break(std::string_view utf8, std::size_t at);

/// "Latn" or "Cyrl" of a letter of theirs that breaks lines as most letters do; nothing for all else.
std::string_view script_of_plain_letter(char32_t c);

} // namespace presskit::compose
