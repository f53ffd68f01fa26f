// SPDX-License-Identifier: Apache-2.0
/// The characters of a document that none of its fonts has, told once a family and script: a text in
/// a script that the brand lacks is one fault and not one a letter.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/styled_text.hpp"

#include <string>
#include <vector>

namespace presskit::compose {

class MissingGlyphs {
  public:
    /// `offset` is the character's in the styled text; `other` a family that has it, or empty. One that is
    /// known is not counted again.
    void note(char32_t character, const TextStretch& stretch, std::uint32_t offset, const std::string& other);

    /// A fault a family and script, at the first such character, naming the first few; nothing is
    /// known afterwards.
    Diagnostics take();

  private:
    struct Group {
        std::string family, script; ///< ISO 15924; empty for signs of no script
        std::string other;          ///< a family that has the first of them
        std::vector<char32_t> characters; ///< each once, as met
        Span first;
    };
    std::vector<Group> groups_;
};

} // namespace presskit::compose
