// SPDX-License-Identifier: Apache-2.0
// What a reader sees on the picture of a page.
#include "drawing.hpp"

using namespace presskit;
using namespace presskit::preview;

namespace {

/// The "I" of NotoSans: a stem without curves.
constexpr std::uint32_t glyph_i = 44;

VectorPath triangle_around(std::vector<PathSegment> more = {}) {
    VectorPath path{{MoveTo{at(10, 10)}, LineTo{at(60, 10)}, LineTo{at(60, 40)}, LineTo{at(10, 40)}, ClosePath{}},
                    black, FillRule::nonzero_winding, {}};
    path.segments.insert(path.segments.end(), more.begin(), more.end());
    return path;
}

/// A line with marks and gaps of five points.
VectorPath dashed_line() {
    VectorPath path{{MoveTo{at(10, 20)}, LineTo{at(90, 20)}}, {}, {}, {}};
    path.stroke.width = pt(4);
    path.stroke.dashes = {pt(5), pt(5)};
    return path;
}

} // namespace

TEST_CASE("preview: a rectangle fills its pixels, and half of one where it ends inside") {
    const Drawing drawing =
        drawn(page_with(Rectangle{{pt(10), pt(10), {20'250}, pt(5)}, black})); // ends at 60.5 pixels
    CHECK(drawing.width == 200);
    CHECK(drawing.height == 100);
    CHECK(drawing.at(20, 20) == black);
    CHECK(drawing.at(59, 29) == black);
    CHECK(drawing.at(19, 20) == white);
    CHECK(drawing.at(20, 30) == white);
    CHECK(drawing.at(60, 25).red == Approx(128).margin(9));
    CHECK(drawing.at(61, 25) == white);
}

TEST_CASE("preview: a glyph stands on its baseline, where its run begins") {
    const FontLibrary fonts = noto_sans();
    GlyphRun run{{0}, pt(20), black, at(10, 40), "I", {{glyph_i, pt(7), {}, {}, 0, 1}}, false};
    const Drawing drawing = drawn(page_with(run), fonts);
    // Capitals of NotoSans are 714 of 1000 units high: 28.6 pixels at 40 pixels an em.
    CHECK(drawing.inked(20, 52, 36, 80) > 80);
    CHECK(drawing.inked(0, 0, 200, 51) == 0);
    CHECK(drawing.inked(0, 80, 200, 100) == 0);
    CHECK(drawing.inked(0, 0, 20, 100) == 0);
    CHECK(drawing.inked(36, 0, 200, 100) == 0);
    SECTION("a glyph's own displacement moves it, and its step the next one") {
        run.glyphs = {{glyph_i, pt(50), {}, pt(5), 0, 1}, {glyph_i, pt(7), {}, {}, 1, 2}};
        const Drawing two = drawn(page_with(run), fonts);
        CHECK(two.inked(20, 42, 36, 70) > 80);
        CHECK(two.inked(20, 70, 36, 100) == 0);
        CHECK(two.inked(120, 52, 136, 80) > 80);
    }
}

TEST_CASE("preview: a glyph that the font lacks, and a font that is none, leave the page as it was") {
    const GlyphRun run{{0}, pt(20), black, at(10, 40), "?", {{0xFFFFFF, pt(7), {}, {}, 0, 1}}, false};
    CHECK(drawn(page_with(run), noto_sans()).inked(0, 0, 200, 100) == 0);
    CHECK(drawn(page_with(run), FontLibrary{{{"broken", "no font", {}}}}).inked(0, 0, 200, 100) == 0);
}

TEST_CASE("preview: a path inside a path is a hole by the even-odd rule alone") {
    VectorPath ring = triangle_around({MoveTo{at(20, 20)}, LineTo{at(50, 20)}, LineTo{at(50, 30)},
                                       LineTo{at(20, 30)}, ClosePath{}});
    CHECK(drawn(page_with(ring)).at(70, 50) == black);
    ring.fill_rule = FillRule::even_odd;
    CHECK(drawn(page_with(ring)).at(70, 50) == white);
    CHECK(drawn(page_with(ring)).at(30, 30) == black);
}

TEST_CASE("preview: a curve bows as far as its controls pull it") {
    const VectorPath path{{MoveTo{at(10, 40)}, CurveTo{at(10, 0), at(90, 0), at(90, 40)}, ClosePath{}},
                          black, {}, {}};
    const Drawing drawing = drawn(page_with(path)); // its top is at 40 - 3/4 * 40 points
    CHECK(drawing.at(100, 22) == black);
    CHECK(drawing.at(100, 17) == white);
}

TEST_CASE("preview: a line is as wide as it says, and a dashed one has gaps") {
    const Drawing drawing = drawn(page_with(dashed_line()));
    CHECK(drawing.at(25, 40) == black); // the first mark: 10 to 15 points
    CHECK(drawing.at(25, 36) == black);
    CHECK(drawing.at(25, 43) == black);
    CHECK(drawing.at(25, 34) == white);
    CHECK(drawing.at(25, 45) == white);
    CHECK(drawing.at(35, 40) == white);
    CHECK(drawing.at(45, 40) == black);
    SECTION("a stroke of the page is drawn alike, level or not") {
        CHECK(drawn(page_with(Stroke{at(10, 20), at(90, 20), pt(4), red})).at(100, 43) == red);
        const Drawing slope = drawn(page_with(Stroke{at(10, 10), at(50, 50), pt(4), red}));
        CHECK(slope.at(60, 60) == red);
        CHECK(slope.at(60, 50) == white);
    }
}

TEST_CASE("preview: a picture fills its box, and shows the page where it has no colour") {
    const Raster halves{2, 1, 4, {255, 0, 0, 255, 0, 255, 0, 0}};
    const auto find = [&](const std::string& path) { return path == "images/a.png" ? &halves : nullptr; };
    const Page page = page_with(PlacedImage{"images/a.png", {pt(10), pt(10), pt(40), pt(20)}});
    const Drawing drawing = drawn(page, {}, find);
    CHECK(drawing.at(20, 20) == red);
    CHECK(drawing.at(59, 59) == red);
    CHECK(drawing.at(61, 30) == white);
    CHECK(drawing.at(19, 30) == white);
    CHECK(drawn(page_with(PlacedImage{"images/b.png", {{}, {}, pt(40), pt(20)}}), {}, find)
              .inked(0, 0, 200, 100) == 0);
}

TEST_CASE("preview: a picture made smaller is the average of its pixels") {
    std::vector<std::uint8_t> stripes;
    for (int i = 0; i < 400 * 2; ++i) stripes.push_back(i % 2 == 0 ? 0 : 200);
    const Raster grey{400, 2, 1, std::move(stripes)};
    const Drawing drawing = drawn(page_with(PlacedImage{"a", {{}, {}, pt(100), pt(50)}}), {},
                                  [&](const std::string&) { return &grey; });
    CHECK(drawing.at(50, 50) == Color{100, 100, 100});
}

TEST_CASE("preview: what is far outside, empty or endless draws nothing and ends") {
    const Length far{std::int64_t{1} << 50};
    VectorPath wild{{MoveTo{{-far, far}}, LineTo{{far, -far}}, CurveTo{{far, far}, {-far, far}, at(1, 1)}},
                    {}, {}, {}};
    wild.stroke.width = pt(1);
    wild.stroke.dashes = {Length{1}, Length{0}};
    static_cast<void>(drawn(page_with(wild)));
    CHECK(drawn(page_with(Rectangle{{far, far, far, far}, black})).inked(0, 0, 200, 100) == 0);
    CHECK(drawn(page_with(Rectangle{{pt(10), pt(10), pt(-5), pt(5)}, black})).inked(0, 0, 200, 100) == 0);
    CHECK(drawn(page_with(VectorPath{})).inked(0, 0, 200, 100) == 0);
    for (const PathSegment& dot : {PathSegment{LineTo{at(50, 20)}}, PathSegment{LineTo{{pt(50) + Length{1}, pt(20)}}},
                                   PathSegment{CurveTo{at(50, 20), at(50, 20), at(50, 20)}}})
        for (const bool is_closed : {false, true}) {
            VectorPath line{{MoveTo{at(50, 20)}, dot}, {}, {}, {}};
            if (is_closed) line.segments.emplace_back(ClosePath{});
            line.stroke.width = pt(2);
            static_cast<void>(drawn(page_with(line)));
            line.segments.insert(line.segments.end(), {MoveTo{at(10, 10)}, LineTo{at(90, 10)}});
            CHECK(drawn(page_with(line)).at(100, 20) == black); // what has a length is drawn none the less
        }
    VectorPath many = triangle_around();
    for (int i = 0; i < 40'000; ++i) many.segments.emplace_back(LineTo{at(i % 100, i % 50)});
    CHECK(drawn(page_with(many)).inked(0, 0, 200, 100) == 0); // more points than can be drawn
}

TEST_CASE("preview: many colours are kept as they are, few make a small file") {
    std::vector<std::uint8_t> colors;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x)
            for (const int c : {x, y * 2, (x * y) % 251}) colors.push_back(static_cast<std::uint8_t>(c));
    const Raster photograph{200, 100, 3, std::move(colors)};
    const Drawing many = drawn(page_with(PlacedImage{"a", {{}, {}, pt(100), pt(50)}}), {},
                               [&](const std::string&) { return &photograph; });
    CHECK_FALSE(many.has_palette);
    CHECK(many.samples == photograph.samples);
    const Drawing few = drawn(page_with(Rectangle{{pt(10), pt(10), pt(20), pt(5)}, red}));
    CHECK(few.has_palette);
    CHECK(few.png.size() < 300);
}

TEST_CASE("preview: a few colours more than a palette holds take their neighbours'") {
    std::vector<std::uint8_t> colors; // 400, each of the second half beside one of the first
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x)
            for (const int c : {x, 0, y % 2 * 4}) colors.push_back(static_cast<std::uint8_t>(c));
    const Raster picture{200, 100, 3, std::move(colors)};
    const Drawing drawing = drawn(page_with(PlacedImage{"a", {{}, {}, pt(100), pt(50)}}), {},
                                  [&](const std::string&) { return &picture; });
    CHECK(drawing.has_palette);
    int most = 0;
    for (std::size_t i = 0; i < picture.samples.size(); ++i)
        most = std::max(most, std::abs(int{drawing.samples[i]} - int{picture.samples[i]}));
    CHECK(most > 0);
    CHECK(most <= 8);
}

TEST_CASE("preview: a page gives the same bytes whatever was drawn before it") {
    const FontLibrary fonts = noto_sans();
    const Page page = page_with(GlyphRun{{0}, pt(20), black, at(10, 40), "I", {{glyph_i, pt(7), {}, {}, 0, 1}}, false});
    const std::string alone = Painter(fonts, {}).draw(page, 200, white);
    Painter painter(fonts, {});
    static_cast<void>(painter.draw(page, 150, white));
    CHECK(painter.draw(page, 200, white) == alone);
    CHECK(painter.draw(page, 200, white) == alone);
    CHECK(painter.draw(page, 200, red) != alone);
}
