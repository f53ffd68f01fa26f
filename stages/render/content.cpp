// SPDX-License-Identifier: Apache-2.0
#include "stages/render/content.hpp"

#include "stages/model/document.hpp"
#include "stages/render/marks.hpp"
#include "stages/render/path_painter.hpp"
#include "stages/render/roles.hpp"
#include "stages/render/syntax.hpp"
#include "stages/render/text_painter.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::render {
namespace {

class Painter {
  public:
    Painter(const Page& page, DocumentFonts& fonts, const ImageNumbers& images)
        : page_(page), images_(images), marks_(out_), text_(out_, marks_, fonts, page.height),
          paths_(out_, page.height) {}

    /// Paints items of one tag as one marked-content sequence.
    void sequence(const PageItem* begin, const PageItem* end,
                  const std::vector<StructureRole>& roles);
    PageContent take() {
        text_.close();
        return {std::move(out_), marks_.take()};
    }

  private:
    std::string properties_of(ArtifactKind kind, const PageItem* begin, const PageItem* end) const;

    void paint(const GlyphRun& run);
    void paint(const PlacedImage& image);
    /// Rectangles, strokes and paths.
    void paint(const auto& path) {
        start_shape();
        paths_.paint(path);
    }
    void start_shape();

    const Page& page_;
    const ImageNumbers& images_;
    std::string out_;
    MarkWriter marks_;
    TextPainter text_;
    PathPainter paths_;
};

void Painter::sequence(const PageItem* begin, const PageItem* end,
                       const std::vector<StructureRole>& roles) {
    const bool text_alone = std::all_of(begin, end, [](const PageItem& item) {
        return std::holds_alternative<GlyphRun>(item.shape);
    });
    text_.begin(text_alone);
    if (const auto* content = std::get_if<ContentId>(&begin->tag))
        marks_.begin(*content, roles[content->value]);
    else
        marks_.begin_artifact(properties_of(std::get<ArtifactKind>(begin->tag), begin, end));
    for (const PageItem* item = begin; item != end; ++item)
        std::visit([&](const auto& shape) { paint(shape); }, item->shape);
    if (!text_alone) text_.close();
    marks_.end();
}

std::string Painter::properties_of(ArtifactKind kind, const PageItem* begin,
                                   const PageItem* end) const {
    std::string out(artifact_properties(kind));
    if (kind == ArtifactKind::background) { // BBox is required here, ISO 32000-1 table 330
        out += " /BBox ";
        append_rectangle(out, extent_of(begin, end), page_.height);
    }
    return out;
}

void Painter::start_shape() {
    text_.close();
    marks_.open();
}

void Painter::paint(const GlyphRun& run) {
    paths_.set_fill(run.color);
    text_.show(run);
}

void Painter::paint(const PlacedImage& image) {
    const auto number = images_.find(image.path);
    assert(number != images_.end());
    start_shape();
    out_ += "q ";
    append_points(out_, image.box.width);
    out_ += " 0 0 ";
    append_points(out_, image.box.height);
    out_ += ' ';
    paths_.point({image.box.x, image.box.y + image.box.height});
    out_ += " cm /I";
    append_integer(out_, number->second);
    out_ += " Do Q\n";
}

Box between(Point a, Point b, Length margin) {
    const Length left = std::min(a.x, b.x) - margin, top = std::min(a.y, b.y) - margin;
    return {left, top, std::max(a.x, b.x) + margin - left, std::max(a.y, b.y) + margin - top};
}

Box item_extent(const PageItem& item) {
    return std::visit(
        overloaded{
            [](const GlyphRun& run) {
                Length width;
                for (const Glyph& glyph : run.glyphs) width += glyph.advance;
                return Box{run.origin.x, run.origin.y - run.size, width, run.size + run.size / 4};
            },
            [](const Rectangle& rectangle) { return rectangle.box; },
            [](const Stroke& stroke) { return between(stroke.from, stroke.to, stroke.width / 2); },
            [](const PlacedImage& image) { return image.box; },
            [](const VectorPath& path) { return extent_of(path); }},
        item.shape);
}

} // namespace

Box extent_of(const PageItem* begin, const PageItem* end) {
    Box all = item_extent(*begin);
    for (const PageItem* item = begin + 1; item != end; ++item)
        all = united(all, item_extent(*item));
    return all;
}

Box united(const Box& a, const Box& b) {
    return between(
        {std::min(a.x, b.x), std::min(a.y, b.y)},
        {std::max(a.x + a.width, b.x + b.width), std::max(a.y + a.height, b.y + b.height)}, {});
}

PageContent write_content(const Page& page, const std::vector<StructureRole>& roles,
                          DocumentFonts& fonts, const ImageNumbers& images) {
    Painter painter(page, fonts, images);
    const PageItem* const end = page.items.data() + page.items.size();
    for (const PageItem* begin = page.items.data(); begin != end;) {
        const PageItem* next =
            std::find_if(begin, end, [&](const PageItem& item) { return item.tag != begin->tag; });
        painter.sequence(begin, next, roles);
        begin = next;
    }
    return painter.take();
}

} // namespace presskit::render
