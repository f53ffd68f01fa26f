// SPDX-License-Identifier: Apache-2.0
/// Where words may be divided: Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983), read from
/// the hyph_*.dic files that Debian packages for libhyphen. Compound languages have two levels: the
/// first finds where compounds are joined, the second divides their parts.
///
/// libhyphen itself takes three seconds to load the German file (78,000 patterns into chains of a
/// small table), longer than a whole build; the tests hold our divisions against its.
#pragma once

#include "stages/compose/word_table.hpp"
#include "stages/model/language.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::compose {

/// One language's patterns, read from a dictionary file's bytes. Safe to share between threads.
class HyphenationPatterns {
  public:
    /// `dictionary` is a whole hyph_*.dic; it may be in an 8-bit charset, named in its first line.
    /// Lines it cannot read are passed over. Beyond what libhyphen reads, `SET V a e i` names texts,
    /// and a pattern with `{V}` is one for each of them. Patterns that change letters (`ff1f`) are not used: what
    /// is extracted must read as it was written.
    explicit HyphenationPatterns(const std::string& dictionary);
    ~HyphenationPatterns();
    HyphenationPatterns(HyphenationPatterns&&) noexcept;
    HyphenationPatterns& operator=(HyphenationPatterns&&) noexcept;

    /// Byte offsets inside `word` (letters only, UTF-8) before which it may be divided, with at
    /// least `left` letters before and `right` after. Words of 64 letters and more are left whole.
    std::vector<std::uint32_t> positions(std::string_view word, int left, int right) const;

  private:
    struct Levels;
    std::unique_ptr<Levels> levels_;
};

/// Remembers the division of every word it was asked for. One a thread and language.
class Hyphenator {
  public:
    Hyphenator(const HyphenationPatterns& patterns, const Hyphenation& rules)
        : patterns_(patterns), rules_(rules) {}

    /// As HyphenationPatterns::positions, for a piece of text: only its letters are divided, and
    /// only where it is one word with punctuation around it, or words that apostrophes join, each of
    /// which is divided as if it stood alone.
    const std::vector<std::uint32_t>& positions(std::string_view piece);

  private:
    const HyphenationPatterns& patterns_;
    Hyphenation rules_;
    WordTable<std::vector<std::uint32_t>> known_;
};

} // namespace presskit::compose
