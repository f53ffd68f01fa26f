// SPDX-License-Identifier: Apache-2.0
/// Quoted speech in paragraphs, and who said it.
#pragma once

#include "pipeline/languages/languages.hpp"
#include "stages/import/names.hpp"
#include "stages/import/words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::import {

/// A quotation with its marks, from `begin` to `end` (code points of its paragraph). One that is
/// not closed goes to the paragraph's end. `speaker` is empty where nobody is named: a term in
/// quotation marks is no speech.
struct FoundQuotation {
    std::size_t begin = 0, end = 0;
    bool is_closed = true;
    std::u32string speaker;
};

/// The quotations of one paragraph, in any of the styles ‘…’ “…” ”…” „…“ «…» »…« »…» ‚…‘ ‹…›, without those
/// inside another.
std::vector<FoundQuotation> find_quotations(std::u32string_view paragraph);

/// Names speakers through a text: by "says X" and "X said" after a quotation or before it, by a
/// pronoun or surname of somebody named before, and by a quotation that goes on after its speaker
/// or in the next paragraph.
class Attribution {
  public:
    explicit Attribution(const Language& language)
        : words_(languages::release_words(language)), has_capitals_(has_capitals(language)) {}

    /// Takes the paragraphs in their order.
    void attribute(std::u32string_view paragraph, std::vector<FoundQuotation>& quotations);

  private:
    std::u32string speaker_after(std::u32string_view text);
    std::u32string speaker_before(std::u32string_view text);
    std::u32string speaker_behind(std::u32string_view verb_and_rest) const;
    std::u32string subject_of(std::u32string_view sentence, TextWord verb,
                              const std::vector<FoundName>& names) const;
    bool is_person(const FoundName& name) const;
    std::u32string full_name(const std::u32string& name) const;

    const ReleaseWords& words_;
    bool has_capitals_;
    std::vector<std::u32string> speakers_; ///< full names, in order of appearance
    std::u32string unclosed_speaker_;      ///< of a quotation that the last paragraph left open
};

} // namespace presskit::import
