// SPDX-License-Identifier: Apache-2.0
#include "stages/preview/preview.hpp"

#include "stages/model/inline.hpp"
#include "stages/preview/outlines.hpp"
#include "stages/preview/png.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace presskit::preview {
namespace {

/// More than a script's glyphs in a brand's sizes; what is above it is forgotten before the next page.
constexpr std::size_t most_glyphs = 20'000;

PixelBox box_of(const Box& box, const Scale& scale) {
    return {scale.parts(box.x, 256), scale.parts(box.y, 256), scale.parts(box.x + box.width, 256),
            scale.parts(box.y + box.height, 256)};
}

VectorPath path_of(const Stroke& stroke) {
    VectorPath path{{MoveTo{stroke.from}, LineTo{stroke.to}}, {}, {}, {}};
    path.stroke.color = stroke.color;
    path.stroke.width = stroke.width;
    return path;
}

/// A level or upright line as the box that it fills.
std::optional<Box> box_of(const Stroke& stroke) {
    const Length half = stroke.width / 2;
    const auto [left, right] = std::minmax(stroke.from.x, stroke.to.x);
    const auto [top, bottom] = std::minmax(stroke.from.y, stroke.to.y);
    if (top == bottom) return Box{left, top - half, right - left, stroke.width};
    if (left == right) return Box{left - half, top, stroke.width, bottom - top};
    return std::nullopt;
}

} // namespace

std::uint32_t height_of(const Page& page, std::uint32_t width) {
    assert(width > 0 && page.width > Length{});
    return static_cast<std::uint32_t>(
        std::max<std::int64_t>(1, scaled(page.height, width, page.width.millipoints).millipoints));
}

struct Painter::State {
    Outlines outlines;
    FindPicture find_picture;
    std::map<GlyphShape, Coverage> glyphs;
    std::int64_t pixels = 0, millipoints = 0; ///< of the scale that `glyphs` are in

    State(const FontLibrary& fonts, FindPicture pictures)
        : outlines(fonts), find_picture(std::move(pictures)) {}

    void prepare(const Scale& scale) {
        if (scale.pixels != pixels || scale.millipoints != millipoints || glyphs.size() > most_glyphs)
            glyphs.clear();
        pixels = scale.pixels;
        millipoints = scale.millipoints;
    }

    const Coverage& glyph(const GlyphShape& shape, const Scale& scale) {
        const auto [entry, is_new] = glyphs.try_emplace(shape);
        if (is_new) entry->second = outlines.glyph(shape, scale);
        return entry->second;
    }

    void draw(const GlyphRun& run, const Scale& scale, Canvas& canvas) {
        Point pen = run.origin;
        for (const Glyph& glyph_at : run.glyphs) {
            const std::int64_t x = scale.parts(pen.x + glyph_at.offset_x, phases);
            const std::int64_t y = scale.parts(pen.y - glyph_at.offset_y, 1);
            const auto phase = static_cast<int>((x % phases + phases) % phases);
            const GlyphShape shape{run.font, glyph_at.id, run.size, phase};
            canvas.stamp(glyph(shape, scale), static_cast<int>((x - phase) / phases), static_cast<int>(y),
                         pixel_of(run.color));
            pen.x += glyph_at.advance;
        }
    }

    void draw(const PageItem& item, const Scale& scale, Canvas& canvas) {
        std::visit(overloaded{[&](const GlyphRun& run) { draw(run, scale, canvas); },
                              [&](const Rectangle& rectangle) {
                                  canvas.fill(box_of(rectangle.box, scale), pixel_of(rectangle.fill));
                              },
                              [&](const Stroke& stroke) {
                                  if (const auto box = box_of(stroke))
                                      canvas.fill(box_of(*box, scale), pixel_of(stroke.color));
                                  else
                                      outlines.draw(path_of(stroke), scale, canvas);
                              },
                              [&](const PlacedImage& image) {
                                  if (const Raster* const picture = find_picture(image.path))
                                      canvas.place(*picture, box_of(image.box, scale));
                              },
                              [&](const VectorPath& path) { outlines.draw(path, scale, canvas); }},
                   item.shape);
    }
};

Painter::Painter(const FontLibrary& fonts, FindPicture pictures)
    : state_(std::make_unique<State>(fonts, std::move(pictures))) {}
Painter::~Painter() = default;
Painter::Painter(Painter&&) noexcept = default;
Painter& Painter::operator=(Painter&&) noexcept = default;

std::string Painter::draw(const Page& page, std::uint32_t width, Color paper, const ImageRights* rights) {
    assert(width <= 4'096);
    const std::uint32_t height = height_of(page, width);
    const Scale scale{width, page.width.millipoints};
    state_->prepare(scale);
    Canvas canvas(static_cast<int>(width), static_cast<int>(height), paper);
    for (const PageItem& item : page.items) state_->draw(item, scale, canvas);
    return to_png(canvas, rights);
}

} // namespace presskit::preview
