// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart.hpp"
#include "stages/compose/flow.hpp"
#include "stages/compose/inline_text.hpp"

#include "pipeline/languages/format.hpp"

#include <utility>

namespace presskit::compose {
namespace {

Word word_for(ChartKind kind) {
    if (kind == ChartKind::timeline) return Word::timeline;
    return kind == ChartKind::dot ? Word::dot_chart : Word::bar_chart;
}

std::string alternative_text(const Chart& chart, const Language& language) {
    if (!chart.alternative_text.empty()) return chart.alternative_text;
    std::string caption = words_of(chart.table.caption);
    while (caption.ends_with('.')) caption.pop_back();
    return languages::fill(language.word(word_for(chart.kind)), {{"caption", caption}});
}

} // namespace

void Flow::chart(const Chart& chart, const FlowContext& context, Span span) {
    const bool matrix = chart.kind == ChartKind::matrix;
    ElementId figure;
    if (!matrix) {
        figure = c_.tree.add(context.parent, StructureRole::figure, span);
        c_.tree.at(figure).alternative_text = alternative_text(chart, c_.language);
    }
    const ElementId table = c_.tree.add(context.parent, StructureRole::table, span);
    caption(chart.table, table, context, span);
    GalleyRow row = matrix ? set_matrix(c_, chart, table, context, span)
                           : set_plot(c_, chart, figure, table, context, span);
    row.panel = context.panel;
    row.span = span;
    std::vector<GalleyRow> out;
    out.push_back(std::move(row));
    rows(std::move(out), {}, style(context.text).leading);
}

} // namespace presskit::compose
