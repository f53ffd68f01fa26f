// SPDX-License-Identifier: Apache-2.0
/// The rules on what stands on the pages: tags, glyphs and figures. ISO 14289-1 7.1, 7.3, 7.21.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/font_library.hpp"
#include "stages/model/page.hpp"

namespace presskit::render {

/// Adds the breaches of Rule's content, glyph and figure box rules.
void check_items(const Pages& pages, const FontLibrary& fonts, Diagnostics& faults);

} // namespace presskit::render
