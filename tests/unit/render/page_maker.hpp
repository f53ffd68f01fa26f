// SPDX-License-Identifier: Apache-2.0
/// Pages made by hand for tests: text is shaped with a real font, the structure is said in words.
#pragma once

#include "stages/model/font_library.hpp"
#include "stages/model/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::render::testing {

/// The bytes of a file; empty if there is none.
std::string read_file(const std::string& path);

/// `noto_serif`, `noto_naskh` (Arabic) and, where fonts-urw-base35 is installed, `c059` (CFF).
const FontLibrary& fonts();
inline constexpr FontId noto_serif{0}, noto_naskh{1}, c059{2};

struct RunOptions {
    FontId font = noto_serif;
    bool right_to_left = false;
    Length size{10'000};
};

/// Shapes `text` into one run at `origin`.
GlyphRun shaped(std::string_view text, Point origin, RunOptions options = {});

/// Adds elements, contents and items to a Pages, one call a thing.
class PageMaker {
  public:
    PageMaker();

    ElementId element(StructureRole role, ElementId parent);
    ContentId content(ElementId element);
    /// A paragraph with one line of text on the last page.
    ElementId paragraph(std::string_view text, RunOptions options = {});
    void line(ContentId content, std::string_view text, RunOptions options = {});
    void item(PageItem item) { pages.pages.back().items.push_back(std::move(item)); }
    void next_page();

    StructureElement& at(ElementId id) { return pages.elements[id.value]; }

    Pages pages;
    static constexpr ElementId document{0};

  private:
    Length baseline_;
};

/// A document with everything: heading, paragraph over two pages, list, link, note, table, header.
PageMaker everything();

} // namespace presskit::render::testing
