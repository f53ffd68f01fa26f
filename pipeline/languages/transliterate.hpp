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

/// Ready for many texts. Љ Њ Џ become one capital or two as the letters beside them ask (ЏУГАЊ, Њега).
/// Exceptions match whole words in any case and take on the case of the word. Other scripts are kept as
/// they are.
class Latinizer {
  public:
    explicit Latinizer(const TransliterationExceptions& exceptions);

    /// Requires valid UTF-8.
    std::string operator()(std::string_view text) const;

  private:
    struct Exception {
        std::u32string word, latin;
        bool is_stem = false;
    };
    const Exception* exception_for(std::u32string_view word) const;

    std::vector<Exception> exceptions_; ///< words in lower case
};

/// The same for one text.
std::string to_latin(std::string_view text, const TransliterationExceptions& exceptions = {});

} // namespace presskit::languages
