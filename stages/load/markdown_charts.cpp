// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_charts.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/literals.hpp"
#include "stages/load/attributes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presskit::load {
namespace {

struct KindName {
    std::string_view name;
    ChartKind kind;
};
constexpr std::array kinds = {
    KindName{"bar", ChartKind::bar},
    KindName{"dot", ChartKind::dot},
    KindName{"timeline", ChartKind::timeline},
    KindName{"matrix", ChartKind::matrix},
};

struct MarkName {
    std::string_view sign, key;
    ChartMark mark;
};
constexpr std::array marks = {
    MarkName{"○", "empty", ChartMark::empty},
    MarkName{"◐", "half", ChartMark::half},
    MarkName{"●", "full", ChartMark::full},
};

void read_settings(const Attributes& attributes, Chart& chart, Diagnostics& diagnostics) {
    if (chart.kind == ChartKind::matrix)
        require_known(attributes, {"alt", "data", "caption", "full", "half", "empty"}, "a matrix",
                      diagnostics);
    else
        require_known(attributes, {"alt", "data", "caption"}, "a chart", diagnostics);
    chart.table.id = attributes.id;
    if (const auto* alt = attributes.find("alt")) chart.alternative_text = alt->value;
    if (const auto* data = attributes.find("data")) {
        chart.data_path = data->value;
        chart.data_span = data->span;
    }
    if (const auto* caption = attributes.find("caption"))
        chart.table.caption = {{Text{caption->value}, caption->span}};
    for (const MarkName& mark : marks)
        if (const auto* meaning = attributes.find(mark.key))
            chart.legend[static_cast<std::size_t>(mark.mark)] = meaning->value;
}

/// The text of a cell that holds nothing else; a number or date may stand in `{{…}}`.
std::optional<std::string> literal_of(const TableCell& cell) {
    if (cell.content.empty()) return "";
    if (cell.content.size() > 1) return std::nullopt;
    if (const auto* text = std::get_if<Text>(&cell.content.front().node))
        return std::string(trim_ascii(text->text));
    const auto* variable = std::get_if<Variable>(&cell.content.front().node);
    if (variable == nullptr) return std::nullopt;
    if (variable->name == "number" || variable->name == "date") return variable->argument;
    if (variable->name == "percent") return variable->argument + "%";
    return std::nullopt;
}

bool is_missing(std::string_view text) {
    return text.empty() || text == "-" || text == "–" || text == "—";
}

std::optional<ChartNumber> number_in(std::string_view text) {
    const bool percent = text.ends_with('%');
    if (percent) text = trim_ascii(text.substr(0, text.size() - 1));
    const auto millis = languages::parse_millis(text);
    if (!millis) return std::nullopt;
    return ChartNumber{*millis, percent};
}

std::optional<ChartDate> date_in(std::string_view text) {
    if (text.size() == 4)
        if (const auto first = languages::parse_date(std::string(text) + "-01-01"))
            return ChartDate{first->year, 0, 0};
    const auto date = languages::parse_date(text);
    if (!date) return std::nullopt;
    return ChartDate{date->year, date->month, date->day};
}

class ValueReader {
  public:
    ValueReader(Chart& chart, Span span, Diagnostics& diagnostics)
        : chart_(chart), span_(span), diagnostics_(diagnostics) {}

    void read() {
        if (!has_shape()) return;
        for (const TableRow& row : chart_.table.rows) {
            auto& values = chart_.values.emplace_back();
            for (std::size_t i = 1; i < row.size(); ++i) values.push_back(value(row[i]));
        }
        check_percent();
        if (chart_.kind == ChartKind::matrix) check_legend();
        if (!any_ && !faulty_) shape("chart has no value", "write one in each row");
    }

  private:
    void shape(std::string message, std::string hint) {
        report(diagnostics_, "load.chart-shape", std::move(message), std::move(hint), span_);
    }

    bool has_shape() {
        if (chart_.table.caption.empty())
            shape("chart has no caption",
                  "write `: What the chart shows` and a blank line before the "
                  "table, or `caption=\"…\"` behind the kind");
        const std::size_t columns = chart_.table.columns.size(), rows = chart_.table.rows.size();
        const bool many = chart_.kind == ChartKind::bar || chart_.kind == ChartKind::dot;
        const std::size_t most = chart_.kind == ChartKind::matrix ? columns
                                 : many                           ? chart_series_limit + 1
                                                                  : 2;
        if (columns < 2 || columns > most) {
            shape("chart has " + std::to_string(columns) + " columns",
                  !many && chart_.kind != ChartKind::matrix
                      ? "a timeline has two: what happened, and when"
                      : "write names in the first column and values in one to three others");
            return false;
        }
        if (rows >= 1 && rows <= chart_row_limit) return true;
        shape("chart has " + std::to_string(rows) + " rows",
              rows == 0 ? "write a row for each value" : "show at most 30, or print the table");
        return false;
    }

    ChartValue value(const TableCell& cell) {
        const auto text = literal_of(cell);
        if (text && is_missing(*text)) return {};
        std::optional<ChartValue> found;
        if (text) found = parse(*text);
        if (found) {
            any_ = true;
            return *found;
        }
        faulty_ = true;
        if (diagnostics_.size() < fault_limit) fault(cell, text.value_or("this"));
        return {};
    }

    std::optional<ChartValue> parse(std::string_view text) const {
        if (chart_.kind == ChartKind::timeline) return date_in(text);
        if (chart_.kind != ChartKind::matrix) return number_in(text);
        const auto mark = std::ranges::find(marks, text, &MarkName::sign);
        if (mark == marks.end()) return std::nullopt;
        return mark->mark;
    }

    void fault(const TableCell& cell, const std::string& text) {
        if (chart_.kind == ChartKind::matrix)
            return report(diagnostics_, "load.chart-mark", "`" + text + "` is no mark",
                          "write `●`, `◐` or `○`, or leave the cell empty", cell.span);
        if (chart_.kind == ChartKind::timeline)
            return report(diagnostics_, "load.chart-value", "`" + text + "` is no date",
                          "write a year or a day that exists: `2007` or `2007-10-25`", cell.span);
        report(diagnostics_, "load.chart-value", "`" + text + "` is no number",
               "write at most twelve digits, and three decimals behind a point: `1250`, `12.5` or `12%`",
               cell.span);
    }

    /// One scale cannot hold per cent and plain numbers.
    void check_percent() {
        bool percent = false, plain = false;
        for (const auto& row : chart_.values)
            for (const ChartValue& each : row)
                if (const auto* number = std::get_if<ChartNumber>(&each))
                    (number->percent ? percent : plain) = true;
        if (percent && plain)
            shape("chart mixes per cent and plain numbers", "make a chart of each");
    }

    void check_legend() {
        for (const MarkName& mark : marks) {
            const bool used = std::ranges::any_of(chart_.values, [&](const auto& row) {
                return std::ranges::find(row, ChartValue{mark.mark}) != row.end();
            });
            if (used && trim_ascii(chart_.meaning(mark.mark)).empty())
                report(diagnostics_, "load.chart-mark",
                       "the matrix does not say what `" + std::string(mark.sign) + "` means",
                       "write `::: chart matrix " + std::string(mark.key) + "=\"…\"`", span_);
        }
    }

    static constexpr std::size_t fault_limit = 100;
    Chart& chart_;
    Span span_;
    Diagnostics& diagnostics_;
    bool any_ = false, faulty_ = false;
};

} // namespace

void read_chart_line(std::string_view rest, Span span, Directive& directive,
                     Diagnostics& diagnostics) {
    const std::size_t name_end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view name = rest.substr(0, name_end);
    const auto kind = std::ranges::find(kinds, name, &KindName::name);
    if (kind == kinds.end()) {
        std::vector<std::string_view> names;
        for (const KindName& each : kinds) names.push_back(each.name);
        const auto meant = nearest(name, names);
        report(diagnostics, "load.malformed-fence",
               name.empty() ? "`chart` does not say of which kind"
                            : "`" + std::string(name) + "` is no kind of chart",
               meant ? "did you mean `" + std::string(*meant) + "`?"
                     : "write `::: chart bar`, `dot`, `timeline` or `matrix`",
               name.empty() ? directive.span
                            : Span{span.source, span.begin,
                                   span.begin + static_cast<std::uint32_t>(name.size())});
        return;
    }
    directive.chart.kind = kind->kind;
    const Span behind{span.source, span.begin + static_cast<std::uint32_t>(name_end), span.end};
    auto attributes = parse_attributes(rest.substr(name_end), behind);
    append(diagnostics, std::move(attributes.diagnostics));
    if (attributes) read_settings(*attributes, directive.chart, diagnostics);
}

std::optional<Chart> read_chart(const Directive& directive, Blocks content,
                                Diagnostics& diagnostics) {
    Chart chart = directive.chart;
    if (!chart.data_path.empty()) {
        if (!content.empty())
            report(diagnostics, "load.chart-without-table",
                   "chart has its data in a file and something in its block",
                   "remove either of them", directive.span);
        return chart;
    }
    auto* table = content.size() == 1 ? std::get_if<Table>(&content.front().node) : nullptr;
    if (table == nullptr) {
        report(diagnostics, "load.chart-without-table", "chart is not made of one table",
               "write the caption and the table, and nothing else, between the lines of `:::`",
               directive.span);
        return std::nullopt;
    }
    if (table->header_rows > 1)
        report(diagnostics, "load.header-rows", "a chart has one header row",
               "remove `header-rows`, or print the table", content.front().span);
    for (const TableRow& row : table->rows)
        if (row.front().rows == 0)
            report(diagnostics, "load.row-name", "each row of a chart has a name of its own",
                   "write the name instead of `^`, or print the table", row.front().span);
    if (table->caption.empty()) table->caption = std::move(chart.table.caption);
    if (table->id.empty()) table->id = std::move(chart.table.id);
    chart.table = std::move(*table);
    read_chart_values(chart, directive.span, diagnostics);
    return chart;
}

void read_chart_values(Chart& chart, Span span, Diagnostics& diagnostics) {
    ValueReader(chart, span, diagnostics).read();
}

} // namespace presskit::load
