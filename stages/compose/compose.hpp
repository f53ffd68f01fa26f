// SPDX-License-Identifier: Apache-2.0
/// Compose: from an edition to finished pages. The stage's one public header.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/card.hpp"
#include "stages/model/font_library.hpp"
#include "stages/model/page.hpp"
#include "stages/model/plan.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace presskit::compose {

/// Hyphenation patterns by dictionary file name, read-only once made and shared by all workers.
class PatternLibrary {
  public:
    /// `dictionaries`: whole hyph_*.dic files by name.
    explicit PatternLibrary(const std::map<std::string, std::string>& dictionaries);
    ~PatternLibrary();
    PatternLibrary(PatternLibrary&&) noexcept;
    PatternLibrary& operator=(PatternLibrary&&) noexcept;

  private:
    friend class Composer;
    struct State;
    std::unique_ptr<State> state_;
};

/// Composes documents with one worker's caches: each distinct word is shaped and divided once.
/// Not shared between threads; what it is made from must outlive it.
class Composer {
  public:
    Composer(const Campaign& campaign, const FontLibrary& fonts, const PatternLibrary& patterns);
    ~Composer();
    Composer(Composer&&) noexcept;
    Composer& operator=(Composer&&) noexcept;

    /// From here on lines that cannot be set well are warnings too ("compose.loose-line" and others).
    void report_lines();

    /// Sets an edition. `timestamp` (seconds since 1970-01-01T00:00Z) becomes the document's date.
    /// Errors: a character no font has, something higher than a page (their spans).
    Result<Pages> compose(const Edition& edition, std::int64_t timestamp);

    /// Sets the edition's card. Errors: a character no font has. A title that does not fit is a warning.
    Result<Card> compose_card(const Edition& edition);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace presskit::compose
