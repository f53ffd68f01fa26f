// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/compose/chart_scale.hpp"
#include "stages/compose/chart_shapes.hpp"
#include "tests/unit/compose/edition_maker.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::compose;

namespace {

TableCell cell(const std::string& words) {
    return {words.empty() ? Inlines{} : Inlines{text(words)}, {}};
}

/// A chart of one value a row, whose cells say what `shown` says.
Chart chart(ChartKind kind, const std::vector<std::pair<std::string, ChartValue>>& rows,
            const std::vector<std::string>& shown) {
    Chart out;
    out.kind = kind;
    out.table.caption = {text("Cases.")};
    out.table.columns.resize(2);
    out.table.header = {cell("Country"), cell("Number")};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out.table.rows.push_back({cell(rows[i].first), cell(shown[i])});
        out.values.push_back({rows[i].second});
    }
    out.legend = {"none", "signed", "in force"};
    return out;
}

Chart bars() {
    return chart(ChartKind::bar,
                 {{"Albania", ChartNumber{40'000}}, {"Kosovo", ChartNumber{10'000}}}, {"40", "10"});
}

Pages composed(Chart chart, const std::string& language = "en") {
    EditionMaker maker;
    maker.campaign.title[{"ar"}] = "حملة";
    maker.edition.document.language = {language};
    maker.body() = {{std::move(chart), {}}};
    Pages pages = maker.composed();
    for (const Diagnostic& fault : maker.faults) FAIL(fault.code << ": " << fault.message);
    return pages;
}

/// The items of a kind that belong to the first element of `role`.
template <class Shape>
std::vector<Shape> drawn_in(const Pages& pages, StructureRole role) {
    const auto element = std::ranges::find(pages.elements, role, &StructureElement::role);
    REQUIRE(element != pages.elements.end());
    std::vector<Shape> out;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* shape = std::get_if<Shape>(&item.shape))
                if (const auto* content = std::get_if<ContentId>(&item.tag))
                    if (std::ranges::find(element->kids, StructureKid{*content}) !=
                        element->kids.end())
                        out.push_back(*shape);
    return out;
}

const GlyphRun& run_saying(const Pages& pages, const std::string& words) {
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (run->text == words) return *run;
    FAIL("nothing says " << words);
    std::abort();
}

/// The words that stand on others, or touch them; empty if every word can be read.
std::string words_that_touch(const Pages& pages) {
    struct Placed {
        Length start, end, baseline;
        std::string words;
    };
    std::vector<Placed> seen;
    for (const PageItem& item : pages.pages.front().items) {
        const auto* run = std::get_if<GlyphRun>(&item.shape);
        if (!run) continue;
        Placed now{run->origin.x, run->origin.x, run->origin.y, run->text};
        for (const Glyph& glyph : run->glyphs) now.end += glyph.advance;
        for (const Placed& it : seen)
            if (it.baseline == now.baseline && it.start < now.end && now.start < it.end)
                return it.words + " | " + now.words;
        seen.push_back(now);
    }
    return {};
}

/// Three columns of the values, below names that take much room.
Chart three_columns(ChartKind kind, const std::vector<std::int64_t>& millis) {
    Chart out;
    out.kind = kind;
    out.table.columns.resize(4);
    out.table.header = {cell("Country"), cell("2019"), cell("2020"), cell("2021")};
    for (std::size_t i = 0; i + 2 < millis.size(); i += 3) {
        auto& row = out.table.rows.emplace_back();
        row.push_back(cell("A country of a name that takes all the room it can get"));
        auto& values = out.values.emplace_back();
        for (std::size_t k = i; k < i + 3; ++k) {
            values.push_back(ChartNumber{millis[k]});
            row.push_back(cell(languages::format_number(*languages::find({"en"}), millis[k])));
        }
    }
    return out;
}

std::string body_structure(const Pages& pages) {
    const std::string all = structure_of(pages);
    return all.substr(std::min(all.find("Figure["), all.find("Table[")));
}

} // namespace

TEST_CASE("chart: what is drawn is a Figure, every value a cell of the table behind it") {
    const Pages pages = composed(bars());
    CHECK(body_structure(pages) == "Figure[]Table[Caption[Cases.]THead[TR[TH[Country]TH[Number]]]"
                                   "TBody[TR[TH[Albania]TD[40]]TR[TH[Kosovo]TD[10]]]]]");
    const auto figure =
        std::ranges::find(pages.elements, StructureRole::figure, &StructureElement::role);
    CHECK(figure->alternative_text ==
          "Bar chart: Cases. All values are in the table that follows.");
    REQUIRE(figure->box);
    CHECK(figure->box->width > Length{100'000});
}

TEST_CASE("chart: a bar begins at zero and is as long as its value") {
    const auto found = drawn_in<Rectangle>(composed(bars()), StructureRole::figure);
    REQUIRE(found.size() == 2);
    CHECK(found[0].box.x == found[1].box.x);
    const Length four = found[1].box.width * 4;
    CHECK(found[0].box.width - four <= Length{4}); // rounded to thousandths of a point
    CHECK(four - found[0].box.width <= Length{4});
}

TEST_CASE("chart: a negative bar lies on the other side of zero, its value beyond it") {
    const Pages pages = composed(
        chart(ChartKind::bar, {{"Up", ChartNumber{10'000}}, {"Down", ChartNumber{-10'000}}},
              {"10", "-10"}));
    const auto found = drawn_in<Rectangle>(pages, StructureRole::figure);
    REQUIRE(found.size() == 2);
    CHECK(found[0].box.x == found[1].box.x + found[1].box.width);
    CHECK(run_saying(pages, "-10").origin.x < found[1].box.x);
    CHECK(run_saying(pages, "10").origin.x > found[0].box.x + found[0].box.width);
}

TEST_CASE("chart: a missing value has a dash and no bar, a zero no bar but its nought") {
    const Pages pages = composed(chart(
        ChartKind::bar, {{"a", ChartNumber{1'000}}, {"b", ChartValue{}}, {"c", ChartNumber{0}}},
        {"1", "–", "0"}));
    CHECK(drawn_in<Rectangle>(pages, StructureRole::figure).size() == 1);
    run_saying(pages, "–");
    run_saying(pages, "0");
}

TEST_CASE("chart: dots and days stand on a scale with round ticks") {
    const Pages dots = composed(
        chart(ChartKind::dot, {{"a", ChartNumber{41'000, true}}, {"b", ChartNumber{58'000, true}}},
              {"41%", "58%"}));
    run_saying(dots, "40%");
    run_saying(dots, "60%");
    const Pages days = composed(
        chart(ChartKind::timeline, {{"a", ChartDate{1989, 11, 20}}, {"b", ChartDate{2011, 12, 13}}},
              {"20 November 1989", "13 December 2011"}));
    run_saying(days, "1990");
    run_saying(days, "2010");
    const auto circles = drawn_in<VectorPath>(days, StructureRole::figure);
    REQUIRE(circles.size() == 1);
    CHECK(std::ranges::count_if(circles[0].segments, [](const PathSegment& s) {
              return std::holds_alternative<MoveTo>(s);
          }) == 2);
}

TEST_CASE("chart: the scale's lines pause where a row has words") {
    const Pages days = composed(
        chart(ChartKind::timeline, {{"a", ChartDate{1989, 11, 20}}, {"b", ChartDate{2011, 12, 13}}},
              {"20 November 1989", "13 December 2011"}));
    const auto lines = drawn_in<Stroke>(days, StructureRole::figure);
    const auto pauses = drawn_in<Rectangle>(days, StructureRole::figure);
    REQUIRE_FALSE(lines.empty());
    REQUIRE(pauses.size() == 2);
    CHECK(pauses[0].box.height + pauses[1].box.height == lines.front().to.y - lines.front().from.y);
}

TEST_CASE("chart: on the ground of a callout the scale's lines pause without white boxes") {
    EditionMaker maker;
    Callout callout;
    callout.content = {
        {chart(ChartKind::dot, {{"a", ChartNumber{2'000}}, {"b", ChartNumber{9'000}}}, {"2", "9"}),
         {}}};
    maker.body() = {{std::move(callout), {}}};
    const auto pauses = drawn_in<Rectangle>(maker.composed(), StructureRole::figure);
    REQUIRE(pauses.size() == 2);
    for (const Rectangle& pause : pauses) CHECK(pause.fill == maker.campaign.brand.callout.ground);
}

TEST_CASE("chart: no number of a scale or beside a dot stands on other words, however long") {
    const auto columns = [](const std::vector<std::int64_t>& millis) {
        return words_that_touch(composed(three_columns(ChartKind::dot, millis)));
    };
    CHECK(columns({987'654'321'000, 1'234'567'890'000, 500'000'000'000, //
                   500'000'000'000, 1'000, 999'999'999'000}) == "");
    CHECK(columns({-98'765'432'100'000, 0, 5'000, 98'765'432'100'000, 1'000, 0}) == "");
}

TEST_CASE("chart: a single value of a dot chart stands on a scale from zero") {
    const Pages twelve =
        composed(chart(ChartKind::dot, {{"a", ChartNumber{12'000, true}}}, {"12.0%"}));
    run_saying(twelve, "0%");
    const Pages nought = composed(chart(ChartKind::dot, {{"a", ChartNumber{0}}}, {"nought"}));
    run_saying(nought, "0");
    run_saying(nought, "1");
}

TEST_CASE("chart: each mark of a matrix is a Figure that says what it means") {
    Chart matrix =
        chart(ChartKind::matrix, {{"CRC", ChartMark::full}, {"ILO", ChartMark::half}, {"EU", {}}},
              {"in force", "signed", "–"});
    const Pages pages = composed(matrix);
    CHECK(body_structure(pages) ==
          "Table[Caption[Cases.]THead[TR[TH[Country]TH[Number]]]TBody[TR[TH[CRC]TD[Figure[]]]"
          "TR[TH[ILO]TD[Figure[]]]TR[TH[EU]TD[–]]]]P[in force]P[signed]]");
    std::vector<std::string> said;
    for (const StructureElement& element : pages.elements)
        if (element.role == StructureRole::figure) {
            said.push_back(element.alternative_text);
            CHECK(element.box);
        }
    CHECK(said == std::vector<std::string>{"in force", "signed"});
}

TEST_CASE("chart: the author's own alternative text stands for the usual one") {
    Chart own = bars();
    own.alternative_text = "Albania has four times as many.";
    const Pages pages = composed(own);
    CHECK(std::ranges::find(pages.elements, StructureRole::figure, &StructureElement::role)
              ->alternative_text == own.alternative_text);
}

TEST_CASE("chart: a long name is wrapped beside its bar") {
    Chart long_name = bars();
    long_name.table.rows[0][0] =
        cell("A name that is so long that no column of names could hold it on a single line");
    const Pages pages = composed(long_name);
    const auto found = drawn_in<Rectangle>(pages, StructureRole::figure);
    CHECK(found.at(1).box.y - found.at(0).box.y > Length{20'000});
    for (const Rectangle& bar : found) CHECK(bar.box.x + bar.box.width < Length{370'000});
}

TEST_CASE("chart scale: bars from zero, round ticks, whole years") {
    CHECK(scale_from_zero(2'000, 8'000).low == 0);
    CHECK(scale_from_zero(-5, -2).high == 0);
    CHECK(scale_from_zero(0, 0).place(0, Length{100}) == Length{0});
    const ChartScale round = round_scale(41'000, 58'500, 5);
    CHECK(round.low == 40'000);
    CHECK(round.high == 60'000);
    CHECK(round.ticks.size() == 5);
    CHECK(round_scale(7, 7, 5).place(7, Length{100}) == Length{50});
    CHECK(round_scale(-1, 1, 2).low == -1);
    const ChartScale years = year_scale(1989, 2012, 6);
    CHECK(years.ticks.front().label == 1985);
    CHECK(years.ticks.back().label == 2015);
    CHECK(years.low == day_number(1985, 1, 1));
    CHECK(scale_from_zero(-999'999'999'999'000, 999'999'999'999'000).place(0, Length{400'000}) ==
          Length{200'000});
}

TEST_CASE("chart scale: days are counted as the calendar has them") {
    CHECK(day_number(1970, 1, 1) == 0);
    CHECK(day_number(2000, 2, 29) + 1 == day_number(2000, 3, 1));
    CHECK(day_number(1900, 2, 28) + 1 == day_number(1900, 3, 1));
    CHECK(day_number(2021, 5, 18) == 18'765);
    CHECK(day_number(1, 1, 1) == -719'162);
}

TEST_CASE("chart: in a right-to-left text bars begin at the right, below their labels' side") {
    const Pages pages = composed(
        chart(ChartKind::bar, {{"ألبانيا", ChartNumber{40'000}}, {"كوسوفو", ChartNumber{10'000}}},
              {"40", "10"}),
        "ar");
    const auto found = drawn_in<Rectangle>(pages, StructureRole::figure);
    REQUIRE(found.size() == 2);
    const auto end = [](const Box& box) { return box.x + box.width; };
    CHECK(end(found[0].box) == end(found[1].box));
    CHECK(found[0].box.x < found[1].box.x); // the longer bar reaches further to the left
    CHECK(run_saying(pages, "ألبانيا").origin.x > end(found[0].box));
    CHECK(run_saying(pages, "40").origin.x < found[0].box.x);
    CHECK(run_saying(pages, "10").origin.x < found[1].box.x);
    CHECK(run_saying(pages, "10").origin.x > run_saying(pages, "40").origin.x);
}

TEST_CASE("chart: in a right-to-left text a scale rises from the right to the left") {
    const Pages pages = composed(
        chart(ChartKind::dot, {{"ألبانيا", ChartNumber{100'000}}, {"كوسوفو", ChartNumber{20'000}}},
              {"100", "20"}),
        "ar");
    CHECK(run_saying(pages, "20").origin.x > run_saying(pages, "100").origin.x);
}

TEST_CASE("chart: a half disc covers the left of its ring") {
    const auto shapes = mark_shapes(ChartMark::half, {{10'000}, {10'000}}, Length{4'000}, {});
    REQUIRE(shapes.size() == 2);
    CHECK_FALSE(shapes[0].fill);
    Length rightmost;
    for_each_point(shapes[1], [&](const Point& p) { rightmost = std::max(rightmost, p.x); });
    CHECK(rightmost == Length{10'000});
}
