// SPDX-License-Identifier: Apache-2.0
/// Finished pages: the narrow waist between typography and serialization. Fixed-position items, a
/// tree of structure elements, links and an outline. Before it nobody writes bytes, after it nobody
/// lays out.
#pragma once

#include "pipeline/base/source.hpp"
#include "pipeline/base/units.hpp"
#include "stages/model/brand.hpp"
#include "stages/model/locale.hpp"
#include "stages/model/structure_element.hpp"
#include "stages/model/vector_path.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace presskit {

/// An index into the FontLibrary that made the pages.
struct FontId {
    std::uint32_t value = 0;
    auto operator<=>(const FontId&) const = default;
};
/// Decoration that is no part of the text. ISO 32000-1 14.8.2.2.
enum class ArtifactKind { pagination_header, pagination_footer, layout, background };

/// What a page item is for a reader: a part of the text, or decoration.
using Tag = std::variant<ContentId, ArtifactKind>;

/// One glyph of a run. It stands for `text[text_begin, text_end)` of its run (bytes); a glyph after
/// the first of a cluster has an empty range.
/// `advance` is the full step to the next glyph, kerning, tracking and justification included.
struct Glyph {
    std::uint32_t id = 0; ///< in the font file
    ShortLength advance;
    ShortLength offset_x, offset_y; ///< displacement of the drawing only; y upwards
    std::uint32_t text_begin = 0, text_end = 0;
    auto operator<=>(const Glyph&) const = default;
};

/// Glyphs of one font and size on one baseline, in visual order from left to right from `origin`.
/// `text` is what the run says, in logical order, line-end spaces included; a hyphen added by
/// hyphenation says U+00AD. `language` is set where it differs from the document's.
struct GlyphRun {
    FontId font;
    Length size;
    Color color;
    Point origin; ///< on the baseline
    std::string text;
    std::vector<Glyph> glyphs;
    bool right_to_left = false;
    /// How wide glyphs are drawn, in hundredths of a percent of what the font says; advances have it in
    /// them. ISO 32000-1 9.3.4.
    std::int64_t scaling = unscaled;
    static constexpr std::int64_t unscaled = 10'000;
};
struct Rectangle {
    Box box;
    Color fill;
};
struct Stroke {
    Point from, to;
    Length width;
    Color color;
};
struct PlacedImage {
    std::string path; ///< key of Campaign::images
    Box box;
};

struct PageItem {
    std::variant<GlyphRun, Rectangle, Stroke, PlacedImage, VectorPath> shape;
    Tag tag;
    Span span; ///< what the author wrote for it
};

struct Page {
    Length width, height;
    std::vector<PageItem> items; ///< in painting order
};

/// A place on a page to jump to.
struct Destination {
    std::uint32_t page = 0; ///< from 0
    Length y;
    auto operator<=>(const Destination&) const = default;
};

/// A clickable area. `element` is its Link (or Reference) element; `description` is what a screen
/// reader says for it (Contents). A link broken over lines has an area for each.
struct LinkArea {
    std::uint32_t page = 0;
    Box box;
    std::variant<std::string, Destination> target; ///< an address, or a place in this document
    ElementId element;
    std::string description;
};

struct OutlineEntry {
    int level = 1; ///< 1 is the outermost
    std::string title;
    Destination destination;
};

/// Document properties; written to Info and XMP alike.
struct Properties {
    std::string title;
    std::string author;
    std::string description;
    std::vector<std::string> keywords;
    Locale language;
    std::string rights;
    std::int64_t timestamp = 0; ///< seconds since 1970-01-01T00:00Z: creation and modification
};

/// `elements[0]` is the Document. `contents` is how many ContentIds there are.
struct Pages {
    Properties properties;
    Direction direction = Direction::left_to_right;
    std::vector<Page> pages;
    std::vector<StructureElement> elements;
    std::uint32_t contents = 0;
    std::vector<LinkArea> links;
    std::vector<OutlineEntry> outline;
};

} // namespace presskit
