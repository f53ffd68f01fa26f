// SPDX-License-Identifier: Apache-2.0
/// The words of a copy as WordprocessingML runs, and what a part of the package refers to.
#pragma once

#include "stages/formats/copy.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::formats {

/// Text of XML 1.0, which has no way to write most control characters.
std::string xml_text(std::string_view text);

/// What the types of relationships begin with. ECMA-376 part 1, 12.3.
inline constexpr std::string_view office_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A relationship of a part (ECMA-376 part 2, 9.3). `external` targets are addresses.
struct Relationship {
    std::string type, target;
    bool external = false;
};

/// Names of places that links lead to, and the notes that were referred to already: one for the
/// whole package.
class DocxPlaces {
  public:
    /// A bookmark's name: letters, digits and "_" only, whatever the id holds.
    std::string bookmark(const std::string& id);
    /// The number of a bookmark, unique in the package.
    int next_number() { return ++numbers_; }
    /// True the first time: a footnote has one reference; the others show its mark.
    bool is_first(const std::string& note) { return noted_.insert(note).second; }
    bool is_noted(const std::string& note) const { return noted_.contains(note); }

  private:
    std::map<std::string, std::string> names_;
    std::set<std::string> noted_;
    int numbers_ = 0;
};

/// How a run looks and which language it is in.
struct RunLook {
    bool bold = false, italic = false, code = false, raised = false, link = false;
    bool left_to_right = false; ///< in any language, as code is
    std::string color; ///< "0f4c5c"; empty for the style's
    Locale language;
};

/// Writes inlines for one part and collects that part's relationships ("rId1", "rId2", …).
class DocxRuns {
  public:
    DocxRuns(const Copy& copy, DocxPlaces& places) : copy_(copy), places_(places) {}

    std::string write(const Inlines& inlines, const RunLook& look);
    std::string run(std::string_view text, const RunLook& look) const;
    RunLook plain() const;
    std::string relate(Relationship relationship);
    /// "word/_rels/document.xml.rels" and the like.
    std::string relationships() const;
    /// A paragraph in `style`; `before` and `after` are properties that come on that side of `bidi`.
    std::string paragraph(std::string_view style, const std::string& runs,
                          const std::string& before = {}, const std::string& after = {}) const;

  private:
    std::string write(const Inline& item, const RunLook& look);
    std::string words(std::string_view text, const RunLook& look) const;
    std::string telephone(std::string_view number, RunLook look) const;
    std::string reference(const std::string& id, const RunLook& look);
    std::string properties(const RunLook& look) const;
    bool is_right_to_left(const Locale& locale) const;

    const Copy& copy_;
    DocxPlaces& places_;
    std::vector<Relationship> relationships_;
};

} // namespace presskit::formats
