// SPDX-License-Identifier: Apache-2.0
#include "stages/render/conformance.hpp"
#include "stages/render/dump.hpp"
#include "stages/render/path_painter.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

constexpr Color red{255, 0, 0}, blue{0, 0, 255};

VectorPath triangle() {
    return {{MoveTo{{{100'000}, {100'000}}}, LineTo{{{200'000}, {100'000}}},
             LineTo{{{150'000}, {180'000}}}, ClosePath{}},
            red,
            FillRule::nonzero_winding,
            {}};
}

VectorPath line() {
    return {{MoveTo{{{10'000}, {10'000}}}, LineTo{{{20'000}, {10'000}}}},
            {},
            {},
            PathStroke{red, {2'000}, {}, {}, {}}};
}

PageMaker drawn(const std::vector<VectorPath>& paths) {
    PageMaker maker;
    const ElementId figure = maker.element(StructureRole::figure, PageMaker::document);
    maker.at(figure).alternative_text = "A drawing";
    const ContentId content = maker.content(figure);
    for (const VectorPath& path : paths) maker.item({path, content, {}});
    return maker;
}

std::string operators(const std::vector<VectorPath>& paths) {
    return uncompressed(write_pdf(drawn(paths).pages));
}

/// White space of any length as one space.
std::string squeezed(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != '\n' && c != ' ')
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    return out;
}

bool refused(const VectorPath& path) {
    return std::ranges::any_of(check(drawn({path}).pages, fonts()), [](const Diagnostic& d) {
        return d.code == text_of(Rule::path_is_drawable).code;
    });
}

} // namespace

TEST_CASE("paths: lines, curves and closing become operators, y turned upwards") {
    VectorPath path = triangle();
    path.segments.insert(path.segments.begin() + 1,
                         CurveTo{{{1'000}, {1'890}}, {{2'000}, {2'890}}, {{3'000}, {3'890}}});
    CHECK(contains(operators({path}), "1 0 0 rg\n100 741.89 m 1 840 2 839 3 838 c "
                                      "200 741.89 l 150 661.89 l h f\n"));
}

TEST_CASE("paths: filling and stroking say so") {
    VectorPath both = triangle();
    both.stroke = PathStroke{blue, {500}, {}, {}, {}};
    VectorPath holed = triangle();
    holed.fill_rule = FillRule::even_odd;
    VectorPath holed_both = both;
    holed_both.fill_rule = FillRule::even_odd;
    CHECK(contains(operators({both}), "0 0 1 RG\n0.5 w\n"));
    CHECK(contains(operators({both}), "h B\n"));
    CHECK(contains(operators({holed}), "h f*\n"));
    CHECK(contains(operators({holed_both}), "h B*\n"));
    CHECK(contains(operators({line()}), "10 831.89 m 20 831.89 l S\n"));
}

TEST_CASE("paths: caps, joins and dashes end where the next line has none") {
    VectorPath dashed = line();
    dashed.stroke.cap = LineCap::round;
    dashed.stroke.join = LineJoin::bevel;
    dashed.stroke.dashes = {{3'000}, {1'500}};
    const std::string pdf = operators({dashed, dashed, line()});
    CHECK(contains(pdf, "1 J\n2 j\n[3 1.5] 0 d\n"));
    CHECK(contains(pdf, "0 J\n0 j\n[] 0 d\n"));
    CHECK(count_of(pdf, " d\n") == 2);
}

TEST_CASE("paths: text and paths share one colour without repeating it") {
    PageMaker maker = drawn({triangle()});
    const ElementId paragraph = maker.paragraph("red");
    std::get<GlyphRun>(maker.pages.pages[0].items.back().shape).color = red;
    maker.line(std::get<ContentId>(maker.at(paragraph).kids[0]), "black");
    const std::string pdf = uncompressed(write_pdf(maker.pages));
    CHECK(count_of(pdf, "1 0 0 rg\n") == 1);
    CHECK(count_of(pdf, "0 0 0 rg\n") == 1);
}

TEST_CASE("paths: the box of a figure holds its paths and their lines") {
    CHECK(extent_of(line()) == Box{{9'000}, {9'000}, {12'000}, {2'000}});
    CHECK(contains(squeezed(operators({triangle()})), "/BBox [ 100 661.89 200 741.89 ]"));
}

TEST_CASE("paths: other viewers draw them") {
    const std::string pdf = write_pdf(drawn({triangle(), line()}).pages);
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax"));
    CHECK_FALSE(contains(run_on(pdf, "mutool draw -o /dev/null -F png {}"), "error"));
    // The pixel in the middle of the triangle, in a plain bitmap at one pixel a point.
    const std::string bitmap = run_on(pdf, "pdftoppm -r 72 -x 150 -y 130 -W 1 -H 1 {}");
    REQUIRE(bitmap.size() >= 3);
    CHECK(bitmap.substr(bitmap.size() - 3) == std::string("\xFF\x00\x00", 3));
}

TEST_CASE("paths: a person can read them in a dump") {
    VectorPath path = line();
    path.stroke.cap = LineCap::round;
    path.stroke.dashes = {{3'000}};
    CHECK(contains(dump(drawn({triangle(), path}).pages),
                   "  #0 path m(100 100) l(200 100) l(150 180) h fill #FF0000\n"
                   "  #0 path m(10 10) l(20 10) stroke 2 #FF0000 round caps dash 3\n"));
}

TEST_CASE("paths: what cannot be drawn is refused") {
    CHECK_FALSE(refused(triangle()));
    CHECK_FALSE(refused(line()));
    VectorPath unpainted = triangle();
    unpainted.fill.reset();
    CHECK(refused(unpainted));
    VectorPath no_start = triangle();
    no_start.segments.erase(no_start.segments.begin());
    CHECK(refused(no_start));
    VectorPath after_close = triangle();
    after_close.segments.push_back(LineTo{{{1'000}, {1'000}}});
    CHECK(refused(after_close));
    VectorPath nothing = line();
    nothing.segments.resize(1);
    CHECK(refused(nothing));
    nothing.segments.clear();
    CHECK(refused(nothing));
    VectorPath invisible = line();
    invisible.stroke.width = {};
    CHECK(refused(invisible));
    VectorPath far = line();
    far.segments.push_back(LineTo{{{1'000'000'000'000}, {0}}});
    CHECK(refused(far));
    VectorPath thin = line();
    thin.stroke.width = {-1};
    CHECK(refused(thin));
    VectorPath endless = line();
    endless.stroke.dashes = {{0}, {0}};
    CHECK(refused(endless));
}
