// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart.hpp"
#include "stages/compose/chart_cells.hpp"
#include "stages/compose/chart_shapes.hpp"
#include "stages/compose/inline_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presskit::compose {
namespace {

constexpr Length padding_across{4'000}, padding_down{3'000}, rule_width{500};
/// Further apart, marks lose their row.
constexpr Length widest_column{92'000};
constexpr Length mark_radius{3'600};

class MatrixSetter {
  public:
    MatrixSetter(Composition& c, const Chart& chart, const FlowContext& context, Span span)
        : c_(c), chart_(chart), context_(context), span_(span) {}

    GalleyRow set(ElementId table);

  private:
    using Lines = std::vector<SetLine>;

    void measure(const ChartCells& cells);
    Frame column(std::size_t index) const;
    void set_header(const std::vector<ChartCell>& cells);
    void set_cells(const std::vector<ChartCell>& cells, const std::vector<ChartValue>& values);
    void place(Lines lines, Frame frame, Length top, Length leading);
    void mark(ChartMark mark, Point centre, ElementId cell);
    void rule(bool strong);
    void set_legend();
    bool is_used(ChartMark mark) const;

    Composition& c_;
    const Chart& chart_;
    const FlowContext& context_;
    Span span_;
    Length label_width_;
    std::vector<Length> widths_; ///< of the columns behind the first
    GalleyRow row_;
};

/// A column is as wide as its name needs, and they share what the names of rows leave.
void MatrixSetter::measure(const ChartCells& cells) {
    const Length measure = context_.frame.measure, most = measure * 4 / 5;
    const auto count = static_cast<std::int64_t>(cells.header.size() - 1);
    Length names;
    for (std::size_t i = 1; i < cells.header.size(); ++i) {
        widths_.push_back(c_.setter.widths(cells.header[i].text).narrowest +
                          padding_across);
        names += widths_.back();
    }
    const Length label = label_width(c_, cells, measure / 2) + padding_across;
    const Length spare = std::max(measure - label - names, Length{}) / count;
    label_width_ = measure;
    for (Length& width : widths_) {
        if (names > most) width = scaled(width, most.millipoints, names.millipoints);
        width += std::clamp(widest_column - width, Length{}, spare);
        label_width_ -= width;
    }
}

Frame MatrixSetter::column(std::size_t index) const {
    Length x = context_.frame.x;
    if (index == 0) return {x, label_width_ - padding_across};
    x += label_width_ + padding_across / 2;
    for (std::size_t i = 0; i + 1 < index; ++i) x += widths_[i];
    return {x, widths_[index - 1] - padding_across};
}

void MatrixSetter::place(Lines lines, Frame frame, Length top, Length leading) {
    for (SetLine& line : lines) {
        place_line(c_, row_, std::move(line), frame, top, leading);
        top += leading;
    }
}

void MatrixSetter::rule(bool strong) {
    const Length width = context_.frame.measure;
    const Length left = c_.left(context_.frame.x, width);
    row_.items.push_back({Stroke{{left, row_.height},
                                 {left + width, row_.height},
                                 strong ? rule_width * 2 : rule_width,
                                 strong ? c_.brand().accent : c_.brand().rule},
                          ArtifactKind::layout, span_});
}

void MatrixSetter::set_header(const std::vector<ChartCell>& cells) {
    TextStyle style = c_.brand().style(StyleRole::table_header);
    style.hyphenate = true;
    std::vector<Lines> columns;
    std::size_t deepest = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        style.align = i == 0 ? TextAlign::start : TextAlign::centre;
        columns.push_back(set_text(c_, cells[i].text, style, column(i).measure));
        deepest = std::max(deepest, columns.back().size());
    }
    for (std::size_t i = 0; i < columns.size(); ++i) { // names stand on the rule
        const auto above = static_cast<std::int64_t>(deepest - columns[i].size());
        place(std::move(columns[i]), column(i), style.leading * above, style.leading);
    }
    row_.height = style.leading * static_cast<std::int64_t>(deepest) + padding_down;
    rule(true);
}

void MatrixSetter::mark(ChartMark mark, Point centre, ElementId cell) {
    const ElementId figure = c_.tree.add(cell, StructureRole::figure, span_);
    c_.tree.at(figure).alternative_text = chart_.meaning(mark);
    const ContentId content = c_.tree.add_content(figure);
    for (VectorPath& path : mark_shapes(mark, centre, mark_radius, c_.brand().accent))
        row_.items.push_back({std::move(path), content, span_});
    row_.drawings.push_back(
        {figure,
         {centre.x - mark_radius, centre.y - mark_radius, mark_radius * 2, mark_radius * 2}});
}

void MatrixSetter::set_cells(const std::vector<ChartCell>& cells,
                             const std::vector<ChartValue>& values) {
    TextStyle style = c_.brand().style(StyleRole::table_cell);
    style.align = TextAlign::start;
    Lines label = set_text(c_, cells.front().text, style, column(0).measure);
    const Length top = row_.height + padding_down;
    const Length depth =
        style.leading * static_cast<std::int64_t>(std::max<std::size_t>(label.size(), 1));
    place(std::move(label), column(0), top, style.leading);
    style.align = TextAlign::centre;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const Frame frame = column(i);
        if (const auto* shown = std::get_if<ChartMark>(&values[i - 1]))
            mark(*shown, {c_.left(frame.x, frame.measure) + frame.measure / 2, top + depth / 2},
                 cells[i].element);
        else
            place(set_text(c_, cells[i].text, style, frame.measure), frame,
                  top + (depth - style.leading) / 2, style.leading);
    }
    row_.height = top + depth + padding_down;
    rule(false);
}

bool MatrixSetter::is_used(ChartMark mark) const {
    return std::ranges::any_of(chart_.values, [&](const auto& row) {
        return std::ranges::find(row, ChartValue{mark}) != row.end();
    });
}

void MatrixSetter::set_legend() {
    TextStyle style = c_.brand().style(StyleRole::table_cell);
    style.align = TextAlign::start;
    const Length room = mark_radius * 2 + padding_across, end = context_.frame.measure;
    Length x, top = row_.height + padding_down * 2;
    for (const ChartMark each : {ChartMark::full, ChartMark::half, ChartMark::empty}) {
        if (!is_used(each)) continue;
        const ElementId words = c_.tree.add(context_.parent, StructureRole::paragraph, span_);
        Lines lines =
            set_text(c_, styled(c_, chart_.meaning(each), style, words, span_), style, end - room);
        Length width;
        for (const SetLine& line : lines) width = std::max(width, line.width);
        if (x > Length{} && x + room + width > end) {
            x = {};
            top += style.leading;
        }
        const Length left = context_.frame.x + x;
        const Point centre{c_.left(left + mark_radius, {}), top + style.leading / 2};
        for (VectorPath& path : mark_shapes(each, centre, mark_radius, c_.brand().accent))
            row_.items.push_back({std::move(path), ArtifactKind::layout, span_});
        const auto more = static_cast<std::int64_t>(std::max<std::size_t>(lines.size(), 1) - 1);
        place(std::move(lines), {left + room, end - room}, top, style.leading);
        top += style.leading * more;
        x += room + width + padding_across * 4;
    }
    row_.height = top + style.leading;
}

GalleyRow MatrixSetter::set(ElementId table) {
    const ChartCells cells = tag_cells(c_, chart_, table, span_);
    measure(cells);
    set_header(cells.header);
    for (std::size_t i = 0; i < cells.rows.size(); ++i) set_cells(cells.rows[i], chart_.values[i]);
    set_legend();
    return std::move(row_);
}

} // namespace

GalleyRow set_matrix(Composition& c, const Chart& chart, ElementId table,
                     const FlowContext& context, Span span) {
    return MatrixSetter(c, chart, context, span).set(table);
}

} // namespace presskit::compose
