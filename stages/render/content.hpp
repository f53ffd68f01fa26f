// SPDX-License-Identifier: Apache-2.0
/// A page's content stream: items as operators, grouped into marked-content sequences.
#pragma once

#include "stages/model/page.hpp"
#include "stages/render/fonts.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace presskit::render {

/// The numbers of image resources, `/I0` onwards, by path.
using ImageNumbers = std::map<std::string, std::uint32_t, std::less<>>;

/// `marks` has the content of each marked-content sequence, by its MCID on this page.
struct PageContent {
    std::string operators;
    std::vector<ContentId> marks;
};

/// Writes a page. Neighbouring items of one tag share a sequence; `roles` has the role of each
/// content's element. Everything is inside a sequence: real content or an artefact
/// (ISO 14289-1 7.1). Codes of `fonts` are handed out on the way.
PageContent write_content(const Page& page, const std::vector<StructureRole>& roles,
                          DocumentFonts& fonts, const ImageNumbers& images);

/// The smallest box around `items`; a run counts with its advance and size.
Box extent_of(const PageItem* begin, const PageItem* end);

Box united(const Box& a, const Box& b);

} // namespace presskit::render
