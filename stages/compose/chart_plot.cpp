// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart.hpp"
#include "stages/compose/chart_cells.hpp"
#include "stages/compose/chart_scale.hpp"
#include "stages/compose/chart_shapes.hpp"

#include "pipeline/languages/format.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace presskit::compose {
namespace {

constexpr Length column_gap{10'000}, plot_gap{14'000}, value_gap{4'000}, row_padding{2'000};
constexpr Length shortest_plot{10'000};
constexpr Length dot_radius{3'200}, hairline{500}, beside_dot = dot_radius + value_gap * 3 / 4;
constexpr int most_intervals = 6;

/// The room of one column of values, from the start edge of the text block.
struct Plot {
    Length x, width;
    Length before, after; ///< kept free for values at either end of the scale
    Length length() const { return std::max(width - before - after, shortest_plot); }
};

struct PlotRow {
    std::vector<SetLine> label;
    std::vector<std::optional<SetLine>> values;
    Length top, height;
    Length centre() const { return top + height / 2; }
};

class PlotSetter {
  public:
    PlotSetter(Composition& c, const Chart& chart, ElementId figure, const FlowContext& context,
               Span span)
        : c_(c),
          chart_(chart),
          figure_(figure),
          context_(context),
          span_(span),
          values_(chart),
          label_style_(c.brand().style(StyleRole::table_cell)),
          tick_style_(label_style_) {
        label_style_.align = tick_style_.align = TextAlign::start;
        tick_style_.color = c.brand().muted;
    }

    GalleyRow set(ElementId table);

  private:
    void measure(const ChartCells& cells);
    void set_texts(const ChartCells& cells);
    bool is_crowded() const;
    void choose_scale();
    void place_header(const std::vector<ChartCell>& cells);
    void place_rows();
    void draw();
    void draw_ticks(const Plot& plot);
    void draw_zero(const Plot& plot);
    void draw_bars(const Plot& plot, std::size_t series);
    void draw_dots(const Plot& plot, std::size_t series);
    void place_value(SetLine line, const PlotRow& row, const Plot& plot, const ChartValue& value);
    void vertical(Length x, Length top, Length bottom, Color color);

    bool has_ticks() const { return chart_.kind != ChartKind::bar; }
    Length place(const Plot& plot, std::int64_t value) const {
        return plot.x + plot.before + scale_.place(value, plot.length());
    }
    Length place(const Plot& plot, const ChartValue& value) const {
        return place(plot, values_.number(value));
    }
    std::string tick_words(const ChartScale::Tick& tick) const;
    StyledText tick_text(const ChartScale::Tick& tick) const;
    Length tick_room(const ChartScale& scale);

    Composition& c_;
    const Chart& chart_;
    ElementId figure_;
    const FlowContext& context_;
    Span span_;
    ChartValues values_;
    TextStyle label_style_, tick_style_;
    ContentId drawing_;
    Length label_width_, value_width_;
    std::vector<Plot> plots_;
    std::vector<PlotRow> rows_;
    ChartScale scale_;
    GalleyRow out_;
    std::vector<PageItem> shapes_; ///< painted before all words
};

void PlotSetter::measure(const ChartCells& cells) {
    const Length all = context_.frame.measure;
    const auto count = static_cast<std::int64_t>(cells.header.size() - 1);
    const bool below_zero = values_.least < 0 && chart_.kind == ChartKind::bar;
    // Names give way to long values: they can be wrapped.
    const Length ends = has_ticks() ? beside_dot + value_width_ + dot_radius
                                    : (value_width_ + value_gap) * (below_zero ? 2 : 1);
    const Length left = all - column_gap - (ends + shortest_plot + plot_gap) * count;
    label_width_ =
        label_width(c_, cells, std::clamp(left, all / 6, all * (count == 1 ? 9 : 7) / 20));
    const Length room = all - label_width_ - column_gap + plot_gap;
    for (std::int64_t i = 0; i < count; ++i) {
        Plot plot;
        plot.width = room / count - plot_gap;
        plot.x = context_.frame.x + label_width_ + column_gap + room / count * i;
        if (has_ticks()) {
            plot.before = plot.after = dot_radius;
        } else {
            plot.after = value_width_ + value_gap;
            if (below_zero) plot.before = plot.after;
        }
        plots_.push_back(plot);
    }
}

void PlotSetter::set_texts(const ChartCells& cells) {
    for (const auto& row : cells.rows)
        for (std::size_t i = 1; i < row.size(); ++i)
            value_width_ = std::max(value_width_, c_.setter.widths(row[i].text).widest);
    measure(cells);
    Length top = out_.height;
    for (const auto& row : cells.rows) {
        PlotRow set;
        set.label = set_text(c_, row.front().text, label_style_, label_width_);
        for (std::size_t i = 1; i < row.size(); ++i) {
            auto lines = set_text(c_, row[i].text, label_style_, value_width_);
            set.values.push_back(lines.empty() ? std::nullopt
                                               : std::optional(std::move(lines.front())));
        }
        set.top = top;
        set.height = label_style_.leading *
                         static_cast<std::int64_t>(std::max<std::size_t>(set.label.size(), 1)) +
                     row_padding * 2;
        top += set.height;
        rows_.push_back(std::move(set));
    }
}

std::string PlotSetter::tick_words(const ChartScale::Tick& tick) const {
    if (values_.dates) return std::to_string(tick.label);
    return values_.percent ? languages::format_percent(c_.language, tick.label)
                           : languages::format_number(c_.language, tick.label);
}

StyledText PlotSetter::tick_text(const ChartScale::Tick& tick) const {
    StyledText text;
    text.add(tick_words(tick), look_of(tick_style_, c_.language, drawing_), span_);
    return text;
}

/// What the widest label of a scale takes.
Length PlotSetter::tick_room(const ChartScale& scale) {
    Length widest;
    for (const ChartScale::Tick& tick : scale.ticks)
        widest = std::max(widest, c_.setter.widths(tick_text(tick)).widest);
    return widest;
}

/// Whether a value has no room on either side of its dot.
bool PlotSetter::is_crowded() const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        for (std::size_t series = 0; series < plots_.size(); ++series) {
            const ChartValue& value = chart_.values[i][series];
            if (std::holds_alternative<std::monostate>(value) || !rows_[i].values[series]) continue;
            const Plot& plot = plots_[series];
            const Length at = place(plot, value) - plot.x;
            const Length needed = beside_dot + rows_[i].values[series]->width;
            if (at < needed && at + needed > plot.width) return true;
        }
    return false;
}

/// As many ticks as have room for their labels.
void PlotSetter::choose_scale() {
    for (int intervals = most_intervals; intervals >= 2; --intervals) {
        scale_ = values_.scale(chart_.kind, intervals);
        if (scale_.ticks.size() < 2) return;
        const auto gaps = static_cast<std::int64_t>(scale_.ticks.size() - 1);
        if ((tick_room(scale_) + value_gap) * gaps <= plots_.front().length()) return;
    }
}

void PlotSetter::place_header(const std::vector<ChartCell>& cells) {
    const TextStyle& style = c_.brand().style(StyleRole::table_header);
    TextStyle start = style;
    start.align = TextAlign::start;
    std::vector<std::vector<SetLine>> columns;
    std::size_t deepest = 0;
    const auto frame = [&](std::size_t i) {
        return i == 0 ? Frame{context_.frame.x, label_width_}
                      : Frame{plots_[i - 1].x, plots_[i - 1].width};
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(set_text(c_, cells[i].text, start, frame(i).measure));
        deepest = std::max(deepest, columns.back().size());
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Length top = style.leading * static_cast<std::int64_t>(deepest - columns[i].size());
        for (SetLine& line : columns[i]) {
            place_line(c_, out_, std::move(line), frame(i), top, style.leading);
            top += style.leading;
        }
    }
    const Length depth = style.leading * static_cast<std::int64_t>(deepest) + row_padding;
    const Length scale = has_ticks() ? tick_style_.leading : Length{};
    for (PlotRow& row : rows_) row.top += depth + scale;
    out_.height = depth + scale;
}

void PlotSetter::vertical(Length x, Length top, Length bottom, Color color) {
    const Length at = c_.left(x, {});
    shapes_.push_back({Stroke{{at, top}, {at, bottom}, hairline, color}, drawing_, span_});
}

void PlotSetter::draw_ticks(const Plot& plot) {
    const Length top = rows_.front().top, bottom = rows_.back().top + rows_.back().height;
    struct Words {
        SetLine line;
        Length at;
    };
    std::map<std::size_t, Words> kept; // by tick
    const auto keep = [&](std::size_t index) {
        auto lines = set_text(c_, tick_text(scale_.ticks[index]), tick_style_, plot.width);
        if (lines.size() != 1) return;
        // In the middle of its tick, but not beyond the text block.
        const Length width = lines.front().width;
        const Length last = plot.x + plot.width - width;
        const Length at = std::clamp(place(plot, scale_.ticks[index].value) - width / 2,
                                     plot.x - column_gap / 2, std::max(last, plot.x));
        const bool meets = std::ranges::any_of(kept, [&](const auto& other) {
            const Words& words = other.second;
            return at < words.at + words.line.width + value_gap && words.at < at + width + value_gap;
        });
        if (!meets) kept.emplace(index, Words{std::move(lines.front()), at});
    };
    // The ends of a scale say most, where there is no room for the words of all its ticks.
    const std::size_t count = scale_.ticks.size();
    if (count > 0) keep(0);
    if (count > 1) keep(count - 1);
    for (std::size_t i = 1; i + 1 < count; ++i) keep(i);
    for (std::size_t i = 0; i < count; ++i) {
        vertical(place(plot, scale_.ticks[i].value), top, bottom, c_.brand().rule);
        const auto words = kept.find(i);
        if (words == kept.end()) continue;
        GalleyRow row;
        place_line(c_, row, std::move(words->second.line), {words->second.at, plot.width},
                   top - tick_style_.leading, tick_style_.leading);
        std::ranges::move(row.items, std::back_inserter(shapes_));
    }
}

void PlotSetter::draw_zero(const Plot& plot) {
    const Length top = rows_.front().top, bottom = rows_.back().top + rows_.back().height;
    vertical(place(plot, 0), top, bottom, c_.brand().muted);
}

void PlotSetter::draw_bars(const Plot& plot, std::size_t series) {
    const Length zero = place(plot, 0);
    const Length thickness = label_style_.leading * 2 / 3;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const ChartValue& value = chart_.values[i][series];
        if (std::holds_alternative<std::monostate>(value)) continue;
        const Length end = place(plot, value);
        const Length x = std::min(zero, end), width = std::max(zero, end) - x;
        if (width == Length{}) continue;
        shapes_.push_back(
            {Rectangle{{c_.left(x, width), rows_[i].centre() - thickness / 2, width, thickness},
                       c_.brand().accent},
             drawing_, span_});
    }
}

void PlotSetter::draw_dots(const Plot& plot, std::size_t series) {
    VectorPath dots;
    dots.fill = c_.brand().accent;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const ChartValue& value = chart_.values[i][series];
        if (!std::holds_alternative<std::monostate>(value))
            add_circle(dots, {c_.left(place(plot, value), {}), rows_[i].centre()}, dot_radius);
    }
    if (!dots.segments.empty()) shapes_.push_back({std::move(dots), drawing_, span_});
}

void PlotSetter::draw() {
    for (std::size_t series = 0; series < plots_.size(); ++series) {
        const Plot& plot = plots_[series];
        if (has_ticks()) {
            draw_ticks(plot);
            draw_dots(plot, series);
        } else {
            draw_bars(plot, series);
            draw_zero(plot);
        }
    }
    const Plot &first = plots_.front(), &last = plots_.back();
    const Length top = rows_.front().top - (has_ticks() ? tick_style_.leading : Length{});
    const Length width = last.x + last.width - first.x;
    out_.drawings.push_back(
        {figure_,
         {c_.left(first.x, width), top, width, rows_.back().top + rows_.back().height - top}});
}

/// Beside what shows it, on the side that has room.
void PlotSetter::place_value(SetLine line, const PlotRow& row, const Plot& plot,
                             const ChartValue& value) {
    const bool missing = std::holds_alternative<std::monostate>(value);
    const Length zero = has_ticks() ? plot.x : place(plot, 0);
    const Length at = missing ? zero : place(plot, value);
    const Length off = has_ticks() && !missing ? beside_dot : value_gap;
    const bool fits = at + off + line.width <= plot.x + plot.width;
    const bool before = has_ticks() ? !fits : at < zero;
    const Length x = before ? at - off - line.width : at + off;
    if (has_ticks()) { // the lines of the scale pause where a row has words
        const Length margin{2'500};
        const Color ground =
            context_.panel ? c_.galley.panels[*context_.panel].fill : c_.brand().paper;
        shapes_.push_back({Rectangle{{c_.left(x - margin, line.width + margin * 2), row.top,
                                      line.width + margin * 2, row.height},
                                     ground},
                           drawing_, span_});
    }
    place_line(c_, out_, std::move(line), {x, value_width_},
               row.centre() - label_style_.leading / 2, label_style_.leading);
}

void PlotSetter::place_rows() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        PlotRow& row = rows_[i];
        const auto lines = static_cast<std::int64_t>(row.label.size());
        Length top = row.centre() - label_style_.leading * lines / 2;
        for (SetLine& line : row.label) {
            place_line(c_, out_, std::move(line), {context_.frame.x, label_width_}, top,
                       label_style_.leading);
            top += label_style_.leading;
        }
        for (std::size_t series = 0; series < plots_.size(); ++series)
            if (row.values[series])
                place_value(std::move(*row.values[series]), row, plots_[series],
                            chart_.values[i][series]);
    }
    out_.height = rows_.back().top + rows_.back().height;
}

GalleyRow PlotSetter::set(ElementId table) {
    drawing_ = c_.tree.add_content(figure_);
    const ChartCells cells = tag_cells(c_, chart_, table, span_);
    set_texts(cells);
    choose_scale();
    if (has_ticks() && is_crowded()) {
        for (Plot& plot : plots_) plot.after = beside_dot + value_width_; // all behind their dots
        choose_scale();
    }
    place_header(cells.header);
    draw();
    place_rows();
    // What is drawn lies below the words, and is met first.
    shapes_.insert(shapes_.end(), std::make_move_iterator(out_.items.begin()),
                   std::make_move_iterator(out_.items.end()));
    out_.items = std::move(shapes_);
    return std::move(out_);
}

} // namespace

GalleyRow set_plot(Composition& c, const Chart& chart, ElementId figure, ElementId table,
                   const FlowContext& context, Span span) {
    return PlotSetter(c, chart, figure, context, span).set(table);
}

} // namespace presskit::compose
