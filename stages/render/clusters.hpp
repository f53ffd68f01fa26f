// SPDX-License-Identifier: Apache-2.0
/// Which glyphs of a run stand for which part of its text.
#pragma once

#include "stages/model/page.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::render {

/// Glyphs [first, last) of a run, which only together stand for `text`.
struct Cluster {
    std::uint32_t first = 0, last = 0;
    std::string_view text;
};

/// Splits a run, in glyph order. Text that no glyph claims goes to the cluster before it (in
/// logical order), so the clusters' texts always add up to the run's. Views into `run`. Requires:
/// the glyphs' ranges lie in the text.
std::vector<Cluster> clusters_of(const GlyphRun& run);

/// Nearly every run: from left to right, each glyph is a cluster by itself, and the text is_plain.
bool is_plain_run(const GlyphRun& run);

/// Text for each glyph of a cluster, in glyph order: one code point each, the rest to the last. A
/// glyph beyond the text's end gets U+200B, because each glyph must map to something
/// (ISO 19005-2 6.2.11.7.2).
std::vector<std::string> glyph_texts(const Cluster& cluster, bool right_to_left);

/// The text as ToUnicode may say it: without U+0000, U+FEFF, U+FFFE and U+FFFF; U+200B if nothing
/// is left. ISO 14289-1 7.21.7.
std::string extractable(std::string_view text);

/// Whether ToUnicode may say the text as it is: a quick look that is right when it says yes,
/// because all private use and unmappable code points begin with the bytes 0xEE and up.
bool is_plain(std::string_view text);

/// Whether the text holds a private use code point, which always needs ActualText.
/// ISO 19005-2 6.2.11.7.3.
bool has_private_use(std::string_view text);

} // namespace presskit::render
