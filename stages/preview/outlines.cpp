// SPDX-License-Identifier: Apache-2.0
#include "stages/preview/outlines.hpp"

#include "stages/preview/path_points.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <limits>
#include <new>
#include <span>
#include <vector>

namespace presskit::preview {
namespace {

/// Of a glyph's bitmap on each side; brands set type up to a quarter of that.
constexpr FT_Pos largest_glyph = 4'096;
constexpr std::size_t most_points = std::numeric_limits<short>::max();

/// An outline that FreeType can read, in 64ths of a pixel with `y` upwards.
struct Shape {
    std::vector<FT_Vector> points;
    std::vector<char> tags;
    std::vector<short> ends;

    void add(Place at, char tag) {
        points.push_back({at.x, -at.y});
        tags.push_back(tag);
    }
    void end_contour() { ends.push_back(static_cast<short>(points.size() - 1)); }
    FT_Outline outline(FillRule rule) {
        return {static_cast<short>(ends.size()), static_cast<short>(points.size()), points.data(),
                tags.data(), ends.data(),
                rule == FillRule::even_odd ? FT_OUTLINE_EVEN_ODD_FILL : FT_OUTLINE_NONE};
    }
};

std::size_t count_points(const std::vector<Subpath>& subpaths) {
    std::size_t count = 0;
    for (const Subpath& subpath : subpaths) count += subpath.steps.size();
    return count;
}

Shape shape_of(const std::vector<Subpath>& subpaths) {
    Shape shape;
    for (const Subpath& subpath : subpaths) {
        for (const auto& [end, is_control] : subpath.steps)
            shape.add(end, is_control ? FT_CURVE_TAG_CUBIC : FT_CURVE_TAG_ON);
        shape.end_contour();
    }
    return shape;
}

struct Brush {
    Canvas& canvas;
    Pixel color;
};

/// FreeType counts rows from below.
void lay_spans(int y, int count, const FT_Span* spans, void* user) {
    const Brush& brush = *static_cast<const Brush*>(user);
    for (int i = 0; i < count; ++i)
        brush.canvas.span(spans[i].x, -1 - y, spans[i].len, spans[i].coverage, brush.color);
}

FT_Stroker_LineCap cap_of(LineCap cap) {
    switch (cap) {
    case LineCap::round: return FT_STROKER_LINECAP_ROUND;
    case LineCap::square: return FT_STROKER_LINECAP_SQUARE;
    case LineCap::butt: break;
    }
    return FT_STROKER_LINECAP_BUTT;
}

FT_Stroker_LineJoin join_of(LineJoin join) {
    switch (join) {
    case LineJoin::round: return FT_STROKER_LINEJOIN_ROUND;
    case LineJoin::bevel: return FT_STROKER_LINEJOIN_BEVEL;
    case LineJoin::miter: break;
    }
    return FT_STROKER_LINEJOIN_MITER_FIXED;
}

/// One stroke around subpaths; frees what FreeType allots.
class Stroker {
  public:
    explicit Stroker(FT_Library library) {
        if (FT_Stroker_New(library, &stroker_) != 0) throw std::bad_alloc();
    }
    ~Stroker() { FT_Stroker_Done(stroker_); }
    Stroker(const Stroker&) = delete;
    Stroker& operator=(const Stroker&) = delete;

    /// An empty shape where the stroke has more points than an outline can hold.
    Shape around(const std::vector<Subpath>& subpaths, const PathStroke& stroke, const Scale& scale) {
        constexpr FT_Fixed miter_limit = FT_Fixed{10} * 65'536; // PDF's own: ISO 32000-1 8.4.3.5
        FT_Stroker_Set(stroker_, std::max<FT_Fixed>(scale.parts(stroke.width, 32), 1), cap_of(stroke.cap),
                       join_of(stroke.join), miter_limit);
        for (const Subpath& subpath : subpaths)
            if (has_length(subpath)) trace(subpath);
        FT_UInt points = 0, contours = 0;
        if (FT_Stroker_GetCounts(stroker_, &points, &contours) != 0 || points == 0 || points > most_points)
            return {};
        Shape shape{std::vector<FT_Vector>(points), std::vector<char>(points), std::vector<short>(contours)};
        FT_Outline outline = shape.outline(FillRule::nonzero_winding);
        outline.n_points = outline.n_contours = 0; // exporting appends
        FT_Stroker_Export(stroker_, &outline);
        return shape;
    }

  private:
    /// FreeType passes over lines from a point to itself and over curves of less than two units, and does not
    /// bear a subpath of nothing else.
    static bool has_length(const Subpath& subpath) {
        const auto are_near = [&](std::size_t i, std::size_t j, std::int64_t most) {
            const Place &a = subpath.steps[i].end, &b = subpath.steps[j].end;
            return std::max({a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y}) <= most;
        };
        for (std::size_t i = 1; i < subpath.steps.size(); ++i) {
            const bool is_curve = subpath.steps[i].is_control;
            if (!is_curve && !are_near(i - 1, i, 0)) return true;
            if (!is_curve) continue;
            if (!are_near(i - 1, i, 1) || !are_near(i, i + 1, 1) || !are_near(i + 1, i + 2, 1)) return true;
            i += 2;
        }
        return false;
    }

    void trace(const Subpath& subpath) {
        const auto vector = [&](std::size_t i) {
            return FT_Vector{subpath.steps[i].end.x, -subpath.steps[i].end.y};
        };
        FT_Vector at = vector(0);
        FT_Stroker_BeginSubPath(stroker_, &at, !subpath.closed);
        for (std::size_t i = 1; i < subpath.steps.size(); ++i) {
            at = vector(i);
            if (!subpath.steps[i].is_control) {
                FT_Stroker_LineTo(stroker_, &at);
                continue;
            }
            FT_Vector second = vector(i + 1), end = vector(i + 2);
            FT_Stroker_CubicTo(stroker_, &at, &second, &end);
            i += 2;
        }
        FT_Stroker_EndSubPath(stroker_);
    }

    FT_Stroker stroker_ = nullptr;
};

} // namespace

struct Outlines::State {
    const FontLibrary& fonts;
    FT_Library library = nullptr;
    std::vector<FT_Face> faces; ///< by FontId; none yet, or none that can be read

    explicit State(const FontLibrary& all) : fonts(all), faces(all.fonts.size()) {
        if (FT_Init_FreeType(&library) != 0) throw std::bad_alloc();
    }
    ~State() { FT_Done_FreeType(library); } // with its faces

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    FT_Face face(FontId font) {
        FT_Face& known = faces[font.value];
        const std::string& bytes = fonts.at(font).bytes;
        if (known == nullptr)
            FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &known);
        return known;
    }

    void lay(Shape shape, FillRule rule, Canvas& canvas, Color color) {
        if (shape.points.empty()) return;
        Brush brush{canvas, pixel_of(color)};
        FT_Outline outline = shape.outline(rule);
        FT_Raster_Params params{};
        params.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
        params.gray_spans = lay_spans;
        params.user = &brush;
        params.clip_box = {0, -canvas.height(), canvas.width(), 0};
        FT_Outline_Render(library, &outline, &params);
    }
};

Outlines::Outlines(const FontLibrary& fonts) : state_(std::make_unique<State>(fonts)) {}
Outlines::~Outlines() = default;

Coverage Outlines::glyph(const GlyphShape& shape, const Scale& scale) {
    const FT_Face face = state_->face(shape.font);
    if (face == nullptr || FT_Load_Glyph(face, shape.id, FT_LOAD_NO_SCALE) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || face->units_per_EM == 0)
        return {};
    FT_Outline& outline = face->glyph->outline;
    // Font units are at most 16 bits; sizes and scales leave the product room.
    const std::int64_t em = std::int64_t{face->units_per_EM} * scale.millipoints;
    const std::int64_t factor = shape.size.millipoints * scale.pixels * 64;
    for (FT_Vector& point : std::span(outline.points, static_cast<std::size_t>(outline.n_points))) {
        point.x =
            scaled({point.x}, factor, em).millipoints + std::int64_t{shape.phase} * (64 / phases);
        point.y = scaled({point.y}, factor, em).millipoints;
    }
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    const FT_Pos left = box.xMin >> 6, bottom = box.yMin >> 6;
    const FT_Pos width = ((box.xMax + 63) >> 6) - left, height = ((box.yMax + 63) >> 6) - bottom;
    if (width <= 0 || height <= 0 || width > largest_glyph || height > largest_glyph) return {};
    Coverage coverage{static_cast<int>(left), -static_cast<int>(bottom + height), static_cast<int>(width),
                      static_cast<int>(height),
                      std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
    FT_Outline_Translate(&outline, -left * 64, -bottom * 64);
    FT_Bitmap bitmap{};
    bitmap.rows = static_cast<unsigned>(height);
    bitmap.width = static_cast<unsigned>(width);
    bitmap.pitch = coverage.width;
    bitmap.buffer = coverage.samples.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(state_->library, &outline, &bitmap) != 0) return {};
    return coverage;
}

void Outlines::draw(const VectorPath& path, const Scale& scale, Canvas& canvas) {
    std::vector<Subpath> subpaths = subpaths_of(path, scale);
    if (count_points(subpaths) > most_points) return;
    if (path.fill) state_->lay(shape_of(subpaths), path.fill_rule, canvas, *path.fill);
    if (!path.is_stroked()) return;
    if (!path.stroke.dashes.empty()) {
        std::vector<std::int64_t> dashes;
        for (const Length dash : path.stroke.dashes) dashes.push_back(scale.parts(dash, 64));
        subpaths = dashed(subpaths, dashes);
    }
    const Shape stroke = Stroker(state_->library).around(subpaths, path.stroke, scale);
    state_->lay(stroke, FillRule::nonzero_winding, canvas, path.stroke.color);
}

} // namespace presskit::preview
