// SPDX-License-Identifier: Apache-2.0
/// A proof sheet: all that a language asks of a brand's faces, as an edition that is composed and
/// rendered like any other.
#pragma once

#include "stages/compose/hyphenate.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/font_library.hpp"
#include "stages/model/language.hpp"
#include "stages/model/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace presskit::cli {

/// What one face of a family, with the families that stand in for it, lacks of a language: letters
/// in both cases, quotation marks, dashes, digits, and whatever the fixed words have.
struct FaceGap {
    std::string family, face; ///< "serif", "bold italic"
    std::vector<std::string> characters;
    std::vector<std::string> borrowed; ///< letters that another family puts into words of its own
    std::vector<std::string> common; ///< italics that it has in the shapes of other languages alone
    bool operator==(const FaceGap&) const = default;
};

/// The faces in use that lack something, in order of family.
std::vector<FaceGap> gaps_of(const Brand& brand, const FontLibrary& fonts, const Language& language);

/// A brand whose styles show its families at a size for looking at; for `proof_edition`.
Brand proof_brand(const Brand& brand);

/// What is shown: the letters of each family in its faces without those that `gaps` names, marks,
/// numbers, dates, divided words and the fixed words. `patterns` may be null.
Edition proof_edition(const Brand& brand, const Language& language, const std::vector<FaceGap>& gaps,
                      const compose::HyphenationPatterns* patterns);

/// "U+0433, U+0434"
std::string code_points_of(const std::vector<std::string>& characters);

} // namespace presskit::cli
