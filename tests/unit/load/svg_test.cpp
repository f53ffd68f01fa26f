// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg.hpp"

#include "pipeline/base/diagnostic.hpp"
#include "stages/load/svg_writer.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit;

namespace {

struct Read {
    SourceMap sources;
    Result<VectorImage> drawing = Diagnostics{};
    explicit Read(const std::string& text) {
        drawing = load::read_svg(sources, sources.add("logo.svg", text));
    }
    std::string code() const {
        return drawing.diagnostics.empty() ? "" : drawing.diagnostics.front().code;
    }
    std::string message() const {
        return drawing.diagnostics.empty() ? "" : drawing.diagnostics.front().message;
    }
};

std::string svg(const std::string& content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">" + content + "</svg>";
}

std::vector<PathSegment> only_path(const std::string& content) {
    const Read read(svg(content));
    INFO(read.message());
    REQUIRE(read.drawing);
    REQUIRE(read.drawing->paths.size() == 1);
    return read.drawing->paths.front().segments;
}

Point at(std::int64_t x, std::int64_t y) { return {{x * 1000}, {y * 1000}}; }

} // namespace

TEST_CASE("svg: shapes are paths in user units from the corner of the view box") {
    const Read read("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"10 20 100 50\">"
                    "<rect x=\"10\" y=\"20\" width=\"4\" height=\"2\" fill=\"#0b4f5c\"/></svg>");
    REQUIRE(read.drawing);
    CHECK(read.drawing->width == Length{100'000});
    CHECK(read.drawing->height == Length{50'000});
    REQUIRE(read.drawing->paths.size() == 1);
    const VectorPath& path = read.drawing->paths.front();
    CHECK(path.fill == Color{0x0B, 0x4F, 0x5C});
    CHECK(path.segments == std::vector<PathSegment>{MoveTo{at(0, 0)}, LineTo{at(4, 0)},
                                                    LineTo{at(4, 2)}, LineTo{at(0, 2)}, ClosePath{}});
}

TEST_CASE("svg: path data, absolute and relative, with all curves") {
    const std::vector<PathSegment> square{MoveTo{at(1, 1)}, LineTo{at(3, 1)}, LineTo{at(3, 4)},
                                          LineTo{at(1, 4)}, ClosePath{}};
    CHECK(only_path("<path d=\"M1 1 H3 V4 L1 4 Z\"/>") == square);
    CHECK(only_path("<path d=\"m1,1 2,0 0,3 -2,0z\"/>") == square);
    CHECK(only_path("<polygon points=\"1,1 3,1 3,4 1,4\"/>") == square);
    CHECK(only_path("<path d=\"M0 0Q3 0 3 3\"/>") ==
          std::vector<PathSegment>{MoveTo{at(0, 0)}, CurveTo{at(2, 0), at(3, 1), at(3, 3)}});
    CHECK(only_path("<path d=\"M0 0C0 1 2 3 4 4S8 7 8 8\"/>") ==
          std::vector<PathSegment>{MoveTo{at(0, 0)}, CurveTo{at(0, 1), at(2, 3), at(4, 4)},
                                   CurveTo{at(6, 5), at(8, 7), at(8, 8)}});
    CHECK(only_path("<path d=\"M.5.5L1.25-2\"/>") ==
          std::vector<PathSegment>{MoveTo{{{500}, {500}}}, LineTo{{{1'250}, {-2'000}}}});
}

TEST_CASE("svg: transforms of groups are applied from the inside out") {
    CHECK(only_path("<g transform=\"translate(10 5)\"><path transform=\"scale(2)\" d=\"M1 1L2 2\"/></g>") ==
          std::vector<PathSegment>{MoveTo{at(12, 7)}, LineTo{at(14, 9)}});
    CHECK(only_path("<path transform=\"matrix(0 1 -1 0 4 0)\" d=\"M1 1L2 3\"/>") ==
          std::vector<PathSegment>{MoveTo{at(3, 1)}, LineTo{at(1, 2)}});
}

TEST_CASE("svg: groups are turned and slanted to the thousandth of a unit") {
    CHECK(only_path("<g transform=\"rotate(90)\"><path d=\"M1 0L0 1\"/></g>") ==
          std::vector<PathSegment>{MoveTo{at(0, 1)}, LineTo{at(-1, 0)}});
    CHECK(only_path("<path transform=\"rotate(-180 5 5)\" d=\"M1 0L0 1\"/>") ==
          std::vector<PathSegment>{MoveTo{at(9, 10)}, LineTo{at(10, 9)}});
    CHECK(only_path("<path transform=\"rotate(30)\" d=\"M10 0L0 10\"/>") ==
          std::vector<PathSegment>{MoveTo{{{8'660}, {5'000}}}, LineTo{{{-5'000}, {8'660}}}});
    CHECK(only_path("<path transform=\"rotate(427.5)\" d=\"M100 0L1 1\"/>")[0] ==
          PathSegment{MoveTo{{{38'268}, {92'388}}}});
    CHECK(only_path("<path transform=\"skewX(45)\" d=\"M0 2L1 0\"/>") ==
          std::vector<PathSegment>{MoveTo{at(2, 2)}, LineTo{at(1, 0)}});
}

TEST_CASE("svg: arcs are curves that end where they should") {
    const auto quarter = only_path("<path d=\"M10 0A10 10 0 0 1 0 10\"/>");
    CHECK(quarter == std::vector<PathSegment>{MoveTo{at(10, 0)},
                                              CurveTo{{{10'000}, {5'523}}, {{5'523}, {10'000}}, at(0, 10)}});
    // The other way round the circle, with flags that nothing parts from the numbers behind them.
    const auto rest = only_path("<path d=\"M10 0a10 10 0 10-10 10\"/>");
    REQUIRE(rest.size() == 4);
    CHECK(std::get<CurveTo>(rest[1]).to == at(0, -10));
    CHECK(std::get<CurveTo>(rest[2]).to == at(-10, 0));
    CHECK(std::get<CurveTo>(rest[3]).to == at(0, 10));
    // Too small a circle grows until it reaches; half of it has its farthest point beside the middle.
    const auto half = only_path("<path d=\"M0 0A1 1 0 0 1 20 0\"/>");
    REQUIRE(half.size() == 3);
    CHECK(std::get<CurveTo>(half[1]).to == at(10, -10));
    CHECK(std::get<CurveTo>(half[2]).to == at(20, 0));
    // An ellipse on its side.
    const auto turned = only_path("<path d=\"M0 -10A10 5 90 0 1 0 10\"/>");
    REQUIRE(turned.size() == 3);
    CHECK(std::get<CurveTo>(turned[1]).to == at(5, 0));
    CHECK(only_path("<path d=\"M0 0A0 5 0 0 1 3 4\"/>") == std::vector<PathSegment>{MoveTo{at(0, 0)}, LineTo{at(3, 4)}});
}

TEST_CASE("svg: rectangles with round corners, lines, and numbers with exponents") {
    const auto round = only_path("<rect width=\"20\" height=\"10\" rx=\"2\"/>");
    REQUIRE(round.size() == 10);
    CHECK(round[0] == PathSegment{MoveTo{at(2, 0)}});
    CHECK(std::get<CurveTo>(round[2]).to == at(20, 2));
    CHECK(std::get<CurveTo>(only_path("<rect width=\"20\" height=\"10\" ry=\"99\" rx=\"3\"/>")[2]).to == at(20, 5));
    CHECK(only_path("<line x1=\"1\" y2=\"4\" stroke=\"red\"/>") ==
          std::vector<PathSegment>{MoveTo{at(1, 0)}, LineTo{at(0, 4)}});
    CHECK(only_path("<path d=\"M1e1 25e-1L1.5E+1-.5e-2\"/>") ==
          std::vector<PathSegment>{MoveTo{{{10'000}, {2'500}}}, LineTo{{{15'000}, {-5}}}});
}

TEST_CASE("svg: attributes, style and classes say how shapes look, the last of them most") {
    const Read read(svg("<defs><style type=\"text/css\">/* a */ .a, .b-2 {fill: rgb(1, 2, 3); stroke:none}\n"
                        ".c{stroke:#FF0000ff;stroke-width:2px}</style><linearGradient id=\"g\"><stop/></linearGradient></defs>"
                        "<g style=\"display:inline;font-size:12px;-inkscape-stroke:none;fill:navy\" color=\"lime\">"
                        "<path class=\"a\" fill=\"#fff\" d=\"M0 0h1v1z\"/>"
                        "<path class=\"c  b-2\" style=\"fill-opacity:1.0;fill:currentColor\" d=\"M0 0h1v1z\"/>"
                        "<path class=\"other\" d=\"M0 0h1v1z\"/>"
                        "<path style=\"fill-opacity:0;fill:red\" d=\"M0 0h1v1z\"/>"
                        "<g visibility=\"hidden\"><path d=\"M0 0h1v1z\"/><path visibility=\"visible\" d=\"M0 0h3v1z\"/></g>"
                        "<g style=\"display:none\"><text>a</text><path style=\"display:inline\" d=\"M0 0h1v1z\"/></g></g>"));
    INFO(read.message());
    REQUIRE(read.drawing);
    const auto& paths = read.drawing->paths;
    REQUIRE(paths.size() == 4);
    CHECK(paths[0].fill == Color{1, 2, 3});
    CHECK(paths[1].fill == Color{0, 255, 0});
    CHECK(paths[1].stroke.color == Color{255, 0, 0});
    CHECK(paths[1].stroke.width == Length{2'000});
    CHECK(paths[2].fill == Color{0, 0, 128});
    CHECK_FALSE(paths[2].is_stroked());
    CHECK(paths[3].segments[1] == PathSegment{LineTo{at(3, 0)}});
}

TEST_CASE("svg: what drawing programs write around a drawing is no fault") {
    const Read read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                    "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\" "
                    "x=\"0px\" y=\"0px\" width=\"40px\" height=\"20\" xml:space=\"preserve\" data-name=\"Layer 1\" "
                    "enable-background=\"new 0 0 40 20\" fill=\"none\"><g clip-rule=\"evenodd\" fill-rule=\"evenodd\" "
                    "stroke-miterlimit=\"10\" shape-rendering=\"auto\"><path fill=\"teal\" d=\"M0 0h1v1z\"/></g></svg>");
    INFO(read.message());
    REQUIRE(read.drawing);
    CHECK(read.drawing->width == Length{40'000});
    CHECK(read.drawing->height == Length{20'000});
}

TEST_CASE("svg: a drawing that shows nothing is refused, and so is one of another namespace") {
    for (const std::string& nothing :
         {svg(""), svg("<g/>"), svg("<path d=\"M1 1 L2 2\" fill=\"none\"/>"),
          std::string("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0 L9 9 L0 9 Z\"/></svg>"),
          std::string("<svg xmlns=\"http://www.example.org/\" viewBox=\"0 0 9 9\"><path d=\"M0 0 L9 9 Z\"/></svg>")}) {
        INFO(nothing);
        CHECK(Read(nothing).code() == "load.svg-empty");
    }
}

TEST_CASE("svg: what could load, run, hide or be misread is refused with its place") {
    struct Case {
        const char* content;
        const char* says;
    };
    for (const Case& one : {Case{"<script>x</script>", "`script` is not drawn"},
                            Case{"<image href=\"https://example.org/a.png\"/>", "is not drawn"},
                            Case{"<rect onclick=\"x()\" width=\"1\" height=\"1\"/>", "`onclick=\"x()\"`"},
                            Case{"<text x=\"1\">a</text>", "`text` is not drawn"},
                            Case{"<use href=\"#a\"/>", "`use` is not drawn"},
                            Case{"<svg viewBox=\"0 0 1 1\"/>", "`svg` inside another"},
                            Case{"<path style=\"fill:red;stroke:salmon\" d=\"M0 0L1 1\"/>", "`stroke:salmon` in `style`"},
                            Case{"<path style=\"behaviour:x\" d=\"M0 0L1 1\"/>", "`behaviour:x` in `style`"},
                            Case{"<path style=\"paint-order:stroke fill\" d=\"M0 0L1 1\"/>", "`paint-order:stroke fill`"},
                            Case{"<style>@import 'a.css';</style>", "`@import 'a.css';` in `style`"},
                            Case{"<style>path {fill: red}</style>", "`path` in `style`"},
                            Case{"<style>.a {mask: url(#m)}</style><path class=\"a\" d=\"M0 0L1 1\"/>", "`mask: url(#m)` in `style`"},
                            Case{"<path class=\"a\" d=\"M0 0L1 1\"/><style>.a {fill: red}</style>", "`style` stands behind"},
                            Case{"<g clip-path=\"url(#c)\"/>", "`clip-path=\"url(#c)\"`"},
                            Case{"<path stroke-dasharray=\"1 2\" d=\"M0 0L1 1\"/>", "`stroke-dasharray=\"1 2\"`"},
                            Case{"<path fill=\"url(#a)\" d=\"M0 0L1 1\"/>", "`fill=\"url(#a)\"`"},
                            Case{"<path opacity=\"0.5\" d=\"M0 0L1 1\"/>", "`opacity=\"0.5\"`"},
                            Case{"<path d=\"M0 0A1 1 0 2 1 2 2\"/>", "the shape of this `path`"},
                            Case{"<path d=\"M0 0A.001 .001 0 0 1 9000 2\"/>", "the shape of this `path`"},
                            Case{"<path d=\"A1 1 0 0 1 2 2\"/>", "the shape of this `path`"},
                            Case{"<path d=\"L1 1\"/>", "the shape of this `path`"},
                            Case{"<path d=\"M0 0L99999999999999999999 1\"/>", "the shape of this `path`"},
                            Case{"<path d=\"M0 0L1e9 1\"/>", "the shape of this `path`"},
                            Case{"<rect rx=\"-1\" width=\"1\" height=\"1\"/>", "the shape of this `rect`"},
                            Case{"<g transform=\"skewX(90)\"/>", "`transform=\"skewX(90)\"`"},
                            Case{"<g transform=\"rotate(1 2)\"/>", "`transform=\"rotate(1 2)\"`"}}) {
        const Read read(svg(one.content));
        INFO(one.content << ": " << read.message());
        CHECK_FALSE(read.drawing);
        CHECK(read.code() == "load.svg-feature");
        CHECK(read.message().find(one.says) != std::string::npos);
    }
    CHECK(Read("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg("")).code() == "load.svg-syntax");
    CHECK(Read(svg("<g>")).code() == "load.svg-syntax");
    CHECK(Read("no drawing").code() == "load.svg-syntax");
    CHECK(Read("<svg xmlns=\"http://www.w3.org/2000/svg\"/>").code() == "load.svg-size");
    CHECK(Read(svg("<path d=\"M0 0L401 0L0 9z\"/>")).code() == "load.svg-size");
    CHECK(Read(svg("<path transform=\"scale(100)\" d=\"M0 0L-5 0L0 1z\"/>")).code() == "load.svg-size");
    CHECK(Read(svg("<path stroke=\"red\" stroke-width=\"500\" d=\"M0 0L5 0z\"/>")).code() == "load.svg-size");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<g>";
    CHECK(Read(svg(deep)).code() == "load.svg-feature");
    CHECK(Read(svg(std::string(600'000, ' '))).code() == "load.svg-size");
}

TEST_CASE("svg: readers get a file with what is drawn and nothing else") {
    const Read author("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
                      "xmlns:e=\"urn:editor\" e:file=\"/home/ana/logo.svg\" viewBox=\"5 0 100 50\">"
                      "<metadata><script>run()</script></metadata><h:script>run()</h:script>"
                      "<h:img src=\"https://example.org/a.png\"/>"
                      "<rect x=\"5\" width=\"4.5\" height=\"2\" fill=\"#0b4f5c\" fill-rule=\"evenodd\"/>"
                      "<circle cx=\"9\" cy=\"9\" r=\"4\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\"/></svg>");
    REQUIRE(author.drawing);
    const std::string written = load::write_svg(*author.drawing);
    CHECK(written.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\" "
                              "viewBox=\"0 0 100 50\">\n<path fill=\"#0B4F5C\" fill-rule=\"evenodd\" "
                              "d=\"M0 0L4.5 0L4.5 2L0 2Z\"/>\n<path fill=\"none\" stroke=\"#FFFFFF\""));
    for (const char* hidden : {"script", "run", "example", "ana"}) {
        INFO(hidden);
        CHECK(written.find(hidden) == std::string::npos);
    }
    const Read again(written);
    INFO(again.message());
    REQUIRE(again.drawing);
    CHECK(again.drawing->paths == author.drawing->paths);
}
