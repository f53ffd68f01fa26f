// SPDX-License-Identifier: Apache-2.0
/// The words of a copy as HTML, with the references to its notes.
#pragma once

#include "stages/formats/copy.hpp"

#include <map>
#include <string>
#include <string_view>

namespace presskit::formats {

/// Writes inlines and remembers how often each note was referred to, so that ids stay unique. Ids of
/// ours hold a "." and so differ from all that authors give.
class HtmlInlines {
  public:
    explicit HtmlInlines(const Copy& copy) : copy_(copy) {}

    std::string write(const Inlines& inlines);

    /// A link from a note back to where it was first referred to; nothing if nowhere.
    std::string back_link(const Footnote& note) const;

    /// The id of a note, for links to it.
    std::string note_id(const Footnote& note) const;

    /// ` lang="de"`, with a direction where it is not that of the copy; nothing in its own language.
    std::string language_attributes(const Locale& locale) const;

  private:
    std::string write(const Inline& item);
    std::string words(std::string_view text) const;
    std::string reference(const std::string& id);
    std::string wrapped(std::string_view element, const std::string& attributes,
                        const Inlines& content);

    const Copy& copy_;
    std::map<std::string, int> references_; ///< by footnote id
};

/// "ltr" or "rtl".
std::string direction_name(const Language& language);

} // namespace presskit::formats
