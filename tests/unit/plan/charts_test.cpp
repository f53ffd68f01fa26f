// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/charts.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/model/plain_text.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

namespace {

std::string written(const ChartValue& value, const std::string& language) {
    Chart chart;
    chart.legend = {"none", "some", "all"};
    chart.table.rows = {{{}, {}}};
    chart.values = {{value}};
    Blocks blocks{{Callout{CalloutKind::note, "", {{chart, {}}}}, {}}};
    plan::write_chart_values(blocks, *languages::find({language}));
    const auto& inside = std::get<Callout>(blocks[0].node).content[0].node;
    return plain_text(static_cast<const Chart&>(std::get<Boxed<Chart>>(inside)).table.rows[0][1].content);
}

} // namespace

TEST_CASE("charts: values are written as the language writes them") {
    CHECK(written(ChartNumber{1'234'567'000}, "en") == "1,234,567");
    CHECK(written(ChartNumber{12'500}, "de") == "12,5");
    CHECK(written(ChartNumber{12'000, true}, "de") == "12\u00A0%");
    CHECK(written(ChartDate{2021, 5, 18}, "en") == "18 May 2021");
    CHECK(written(ChartDate{2021, 0, 0}, "hr") == "2021");
    CHECK(written(ChartMark::half, "en") == "some");
    CHECK(written(ChartValue{}, "en") == "–");
}
