// SPDX-License-Identifier: Apache-2.0
/// Which words stay on one line with the next: 'Article 34', 'J. Kovač', '18 May', 'i djeca'. The
/// text keeps the plain space it has; only line breaking knows better.
#pragma once

#include "stages/model/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::compose {

inline constexpr std::string_view no_break_space = "\u00A0";

/// Takes out of where lines may begin what is behind the slash of a unit or of another word of two short parts:
/// 'mg/l', 'km/h', 'he/she'.
void keep_ratios_whole(std::string_view text, std::vector<std::uint32_t>& opportunities);

/// A language's rules, ready to be asked for every space of a text.
class Bindings {
  public:
    explicit Bindings(const Language& language);

    /// Whether a line may not end at the space between the words `before` and `after`, which have
    /// their punctuation on. In any language a dash between spaces never begins a line, nor do signs
    /// such as `?` and the closing quotation mark, which French sets apart from what they end; an
    /// opening one never ends it.
    bool hold(std::string_view before, std::string_view after) const;
    /// The same for the space at byte `at` of a text.
    bool hold_at(std::string_view text, std::size_t at) const;

  private:
    bool is_initial(std::string_view word) const;
    bool may_be_listed(std::string_view word, std::size_t letters) const;
    bool may_hold_next(std::string_view word) const;
    bool opens(std::string_view word) const;
    bool closes(std::string_view word) const;

    QuotationMarks marks_;
    std::vector<std::string> after_, before_number_;  ///< in small letters, sorted
    std::vector<std::string> after_number_, initials_; ///< as written, sorted
    std::size_t longest_before_ = 0; ///< code points of the longest word in the first two
    /// Which letters words begin and end with, as `letter_bit`s.
    struct EndLetters {
        std::uint64_t first = 0, last = 0;
    };
    std::vector<EndLetters> letters_; ///< of the words of the first two, by their code points
};

} // namespace presskit::compose
