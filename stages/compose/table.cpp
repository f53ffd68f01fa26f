// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/table.hpp"

#include "stages/compose/column_widths.hpp"
#include "stages/compose/inline_text.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace presskit::compose {
namespace {

/// A page that ends or begins with fewer than three rows of a table: as bad as 20 % of it left white.
constexpr std::int32_t few_rows_penalty = 400;

class TableSetter {
  public:
    TableSetter(Composition& c, const Table& table, const FlowContext& context, Span span)
        : c_(c), look_(c.brand().table), table_(table), context_(context), span_(span) {}

    std::vector<GalleyRow> set(ElementId element);

  private:
    struct Cell {
        StyledText text;
        ElementId element;
        int columns = 1, rows = 1; ///< as TableCell's
        MeasuredText measured{};
    };
    using Cells = std::vector<Cell>;
    enum class RowKind { upper_header, header, odd, even };

    /// One name in the first column beside several rows.
    struct RowGroup {
        int rows_left = 0;  ///< the row being set included
        Length name_height; ///< with the cell's padding
        Length left;        ///< of it, what rows set so far do not take
        GalleyRow name;     ///< of no height, its lines below it
        std::size_t first = 0; ///< its first galley row
    };

    Cells tag(const TableRow& row, ElementId group, StructureRole role, const TextStyle& style);
    std::vector<Cells> tag_rows(ElementId element, std::size_t headers);
    void name_headers(const Cells& row, std::span<const Cells> above, ElementId row_name);
    ElementId header_over(const Cells& header, std::size_t column) const;
    void widen(std::vector<TextWidths>& wanted, const Cells& row) const;
    Frame frame_of(const Cells& cells, std::size_t column) const;
    void set_row(Cells& cells, TextStyle style, RowKind kind, std::vector<GalleyRow>& out);
    void begin_group(int rows, std::vector<SetLine> lines, Frame frame, Length leading);
    void append_name(GalleyRow& row) const;
    void end_group(std::vector<GalleyRow>& rows, const std::vector<GalleyRow>& repeated);
    std::vector<GalleyRow> continued() const;
    void decorate(GalleyRow& row, const Cells& cells, RowKind kind, bool ends) const;
    void underline_groups(GalleyRow& row, const Cells& cells) const;
    void measure_columns(std::vector<Cells>& rows);
    TextAlign align(std::size_t column) const;

    Composition& c_;
    const TableLook& look_;
    const Table& table_;
    const FlowContext& context_;
    Span span_;
    std::vector<Length> widths_;
    Length tallest_; ///< what a row may be on a page, below a repeated header
    RowGroup group_;
    std::vector<std::vector<GalleyRow>> headers_; ///< repeated in divided groups
};

TableSetter::Cells TableSetter::tag(const TableRow& row, ElementId group, StructureRole role,
                                    const TextStyle& style) {
    const ElementId element = c_.tree.add(group, StructureRole::table_row, span_);
    Cells cells;
    const bool heads_columns = role == StructureRole::table_header_cell;
    for (const TableCell& cell : row) {
        if (cell.columns == 0) {
            cells.push_back({{}, {}, 0, cell.rows, {}});
            continue;
        }
        const bool first = cells.empty() && table_.header_column;
        const bool heads_row = first && !heads_columns && !cell.content.empty();
        const bool lower = heads_columns && table_.header_rows > 1; // what is empty is headed from above
        const bool is_corner = (first || lower) && heads_columns && cell.content.empty(); // heads nothing
        const bool heads = heads_row || (heads_columns && !is_corner);
        const ElementId kid = c_.tree.add(
            element, heads ? StructureRole::table_header_cell : StructureRole::table_data_cell, cell.span);
        if (heads) c_.tree.at(kid).scope = heads_row ? CellScope::row : CellScope::column;
        c_.tree.at(kid).column_span = cell.columns;
        c_.tree.at(kid).row_span = cell.rows;
        cells.push_back({styled(c_, cell.content, style, kid), kid, cell.columns, cell.rows, {}});
    }
    return cells;
}

/// The cell of a header row that stands above a column.
ElementId TableSetter::header_over(const Cells& header, std::size_t column) const {
    while (column > 0 && header[column].columns == 0) --column;
    return header[column].element;
}

/// Scope does not say how far a header of several columns reaches, nor which of two is meant: each cell
/// names its own, from the top down, then its row's. ISO 14289-1 7.5.
void TableSetter::name_headers(const Cells& row, std::span<const Cells> above, ElementId row_name) {
    const auto heads = [&](ElementId id) {
        return c_.tree.at(id).role == StructureRole::table_header_cell;
    };
    const auto name = [&](ElementId cell, ElementId header) {
        if (cell == header || !heads(header)) return;
        c_.tree.at(header).id = "header-" + std::to_string(header.value);
        c_.tree.at(cell).headers.push_back(header);
    };
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].columns == 0) continue;
        for (const Cells& header : above)
            if (header[i].rows > 0) name(row[i].element, header_over(header, i));
        if (i > 0 && above.size() == table_.header_rows) name(row[i].element, row_name);
    }
}

TextAlign TableSetter::align(std::size_t column) const {
    if (column >= table_.columns.size()) return TextAlign::start;
    switch (table_.columns[column]) {
    case Alignment::centre: return TextAlign::centre;
    case Alignment::end: return TextAlign::end;
    case Alignment::start: break;
    }
    return TextAlign::start;
}

void TableSetter::measure_columns(std::vector<Cells>& rows) {
    std::vector<TextWidths> wanted(table_.columns.size());
    for (Cells& row : rows)
        for (std::size_t i = 0; i < row.size() && i < wanted.size(); ++i) {
            if (row[i].columns == 0) continue;
            row[i].measured = c_.setter.measure(row[i].text);
            if (row[i].columns > 1) continue;
            const TextWidths& cell = row[i].measured.widths;
            wanted[i].narrowest = std::max(wanted[i].narrowest, cell.narrowest + look_.padding_across * 2);
            wanted[i].widest = std::max(wanted[i].widest, cell.widest + look_.padding_across * 2);
        }
    for (const Cells& row : rows) widen(wanted, row);
    std::vector<std::vector<const MeasuredText*>> words(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (const Cell& cell : rows[r]) words[r].push_back(cell.columns == 1 ? &cell.measured : nullptr);
    widths_ = column_widths(wanted, context_.frame.measure);
    save_lines(widths_, wanted, {words, look_.padding_across * 2});
}

/// Columns below a cell that stands across them are together as wide as its longest word.
void TableSetter::widen(std::vector<TextWidths>& wanted, const Cells& row) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].columns < 2) continue;
        Length lacking = row[i].measured.widths.narrowest + look_.padding_across * 2;
        const std::size_t last = i + static_cast<std::size_t>(row[i].columns) - 1;
        for (std::size_t k = i; k <= last; ++k) lacking -= wanted[k].narrowest;
        if (lacking <= Length{}) continue;
        wanted[last].narrowest += lacking;
        wanted[last].widest = std::max(wanted[last].widest, wanted[last].narrowest);
    }
}

/// Where a cell stands, from the start edge.
Frame TableSetter::frame_of(const Cells& cells, std::size_t column) const {
    Frame out{context_.frame.x, {}};
    for (std::size_t i = 0; i < column; ++i) out.x += widths_[i];
    for (std::size_t i = column; i < column + static_cast<std::size_t>(cells[column].columns); ++i)
        out.measure += widths_[i];
    return out;
}

/// A row is one galley row, so that it is not divided; one that no page could hold is a galley row a
/// line.
void TableSetter::set_row(Cells& cells, TextStyle style, RowKind kind,
                          std::vector<GalleyRow>& out) {
    std::vector<std::vector<SetLine>> columns(cells.size());
    std::vector<Frame> frames(cells.size());
    const bool heads_group = (kind == RowKind::odd || kind == RowKind::even) && cells.front().rows > 1;
    std::size_t deepest = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].columns == 0) continue;
        style.align = cells[i].columns > 1 ? TextAlign::start : align(i);
        const Frame cell = frame_of(cells, i);
        frames[i] = {cell.x + look_.padding_across, cell.measure - look_.padding_across * 2};
        columns[i] = set_text(c_, cells[i].text, std::move(cells[i].measured), style, frames[i].measure);
        if (i > 0 || !heads_group) deepest = std::max(deepest, columns[i].size());
    }
    const auto height = [&](std::size_t lines) { return style.leading * static_cast<std::int64_t>(lines); };
    const bool whole = height(deepest) + look_.padding_down * 2 <= tallest_;
    if (heads_group) {
        group_.first = out.size();
        begin_group(cells.front().rows, std::exchange(columns.front(), {}), frames.front(), style.leading);
    }
    const std::size_t lines_a_row = whole ? deepest : 1;
    for (std::size_t first = 0; first < deepest; first += lines_a_row) {
        GalleyRow row;
        row.span = span_;
        row.panel = context_.panel;
        const bool begins = first == 0, ends = first + lines_a_row == deepest;
        if (first == lines_a_row || (ends && !begins)) row.break_penalty = forbidden;
        const Length top = begins ? look_.padding_down : Length{};
        row.height = top + height(lines_a_row) + (ends ? look_.padding_down : Length{});
        if (group_.rows_left == 1 && ends) row.height = std::max(row.height, group_.left);
        group_.left -= row.height;
        decorate(row, cells, kind, ends);
        if (heads_group && begins) append_name(row);
        for (std::size_t i = 0; i < columns.size(); ++i)
            for (std::size_t k = first; k < std::min(first + lines_a_row, columns[i].size()); ++k)
                place_line(c_, row, std::move(columns[i][k]), frames[i], top + height(k - first), style.leading);
        out.push_back(std::move(row));
    }
    if (group_.rows_left > 0) --group_.rows_left;
}

void TableSetter::begin_group(int rows, std::vector<SetLine> lines, Frame frame, Length leading) {
    group_.rows_left = rows;
    group_.name = {};
    Length y = look_.padding_down;
    for (SetLine& line : lines) {
        place_line(c_, group_.name, std::move(line), frame, y, leading);
        y += leading;
    }
    group_.name_height = group_.left = y + look_.padding_down;
}

void TableSetter::append_name(GalleyRow& row) const {
    const GalleyRow& name = group_.name;
    row.items.insert(row.items.end(), name.items.begin(), name.items.end());
    row.links = name.links;
    row.footnotes = name.footnotes;
    row.mentions = name.mentions;
}

/// Rows beside one name stay on one page where they fit. Where they do not, the name is shown again beside those
/// on the next page, and each page has at least as many of them as the name is high.
void TableSetter::end_group(std::vector<GalleyRow>& rows, const std::vector<GalleyRow>& repeated) {
    Length above;
    for (std::size_t r = group_.first; r < rows.size(); ++r) above += rows[r].height;
    const bool whole = above <= tallest_;
    Length below;
    for (std::size_t r = rows.size() - 1; r > group_.first; --r) {
        below += rows[r].height;
        above -= rows[r].height;
        if (whole || above < group_.name_height || below < group_.name_height) rows[r].break_penalty = forbidden;
        if (!whole) rows[r].header = static_cast<std::uint32_t>(c_.galley.headers.size() + 1 + headers_.size());
    }
    if (whole) return;
    headers_.push_back(repeated);
    headers_.back().push_back(group_.name);
}

/// "Four stages of exploitation (continued)", above a table that goes on. No text of its own: the
/// table is one for a reader who hears it.
std::vector<GalleyRow> TableSetter::continued() const {
    const TextStyle& style = c_.brand().style(StyleRole::caption);
    const std::string& word = c_.language.word(Word::continued);
    const std::string caption = words_of(table_.caption);
    const StyledText text = decoration(c_.language, caption.empty() ? word : caption + " (" + word + ")",
                                       style, ArtifactKind::layout);
    std::vector<GalleyRow> rows;
    add_rows(c_, rows, set_text(c_, text, style, context_.frame.measure),
             {context_.frame, style.leading, {}, 0, context_.panel}, {});
    if (!rows.empty()) rows.back().height += style.space_after;
    return rows;
}

void TableSetter::decorate(GalleyRow& row, const Cells& cells, RowKind kind, bool ends) const {
    const Length width = context_.frame.measure;
    const Length left = c_.left(context_.frame.x, width);
    const bool header = kind == RowKind::header || kind == RowKind::upper_header;
    const std::optional<Color> ground = header                  ? look_.header_ground
                                        : kind == RowKind::even ? look_.zebra
                                                                : std::nullopt;
    if (ground)
        row.items.push_back(
            {Rectangle{{left, {}, width, row.height}, *ground}, ArtifactKind::layout, span_});
    if (kind == RowKind::upper_header && ends) underline_groups(row, cells);
    const Length rule = header ? look_.header_rule : look_.rule;
    if (rule == Length{} || !ends || kind == RowKind::upper_header) return;
    const Length name = group_.rows_left > 1 ? widths_.front() : Length{}; // which goes on below
    const Length start = c_.left(context_.frame.x + name, width - name);
    row.items.push_back({Stroke{{start, row.height},
                                {start + width - name, row.height},
                                rule,
                                header ? look_.header_rule_color : look_.rule_color},
                         ArtifactKind::layout, span_});
}

/// A thin line below words that stand above several columns shows which these are.
void TableSetter::underline_groups(GalleyRow& row, const Cells& cells) const {
    const Length rule = look_.rule > Length{} ? look_.rule : look_.header_rule;
    for (std::size_t i = 0; i < cells.size() && rule > Length{}; ++i) {
        if (cells[i].columns < 2) continue;
        const Frame cell = frame_of(cells, i);
        const Length width = cell.measure - look_.padding_across * 2;
        const Length left = c_.left(cell.x + look_.padding_across, width);
        row.items.push_back({Stroke{{left, row.height}, {left + width, row.height}, rule,
                                    look_.header_rule_color},
                             ArtifactKind::layout, span_});
    }
}

std::vector<TableSetter::Cells> TableSetter::tag_rows(ElementId element, std::size_t headers) {
    const TextStyle& header_style = c_.brand().style(StyleRole::table_header);
    const TextStyle& cell_style = c_.brand().style(StyleRole::table_cell);
    std::vector<Cells> cells;
    // A THead needs a TBody, which may not be empty: a header alone stands in the Table itself.
    const auto group = [&](StructureRole role) {
        return table_.rows.empty() ? element : c_.tree.add(element, role, span_);
    };
    if (headers > 0) {
        const ElementId head = group(StructureRole::table_head);
        cells.push_back(tag(table_.header, head, StructureRole::table_header_cell, header_style));
        for (std::size_t i = 0; i + 1 < headers; ++i)
            cells.push_back(tag(table_.rows[i], head, StructureRole::table_header_cell, header_style));
    }
    const ElementId body = group(StructureRole::table_body);
    for (std::size_t i = headers > 1 ? headers - 1 : 0; i < table_.rows.size(); ++i)
        cells.push_back(tag(table_.rows[i], body, StructureRole::table_data_cell, cell_style));
    const auto goes_on = [](const TableRow& row) { return row.front().rows == 0; };
    if (headers <= 1 && std::ranges::none_of(table_.rows, goes_on)) return cells;
    ElementId row_name;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].front().rows > 0) row_name = cells[i].front().element;
        name_headers(cells[i], std::span<const Cells>(cells).first(std::min(i, headers)), row_name);
    }
    return cells;
}

std::vector<GalleyRow> TableSetter::set(ElementId element) {
    const std::size_t headers = table_.header.empty() ? 0 : table_.header_rows;
    std::vector<Cells> cells = tag_rows(element, headers);
    measure_columns(cells);

    const PageFormat& page = c_.brand().page;
    std::vector<GalleyRow> repeated = continued();
    tallest_ = page.height - page.margin_top - page.margin_bottom - height_of(repeated);
    std::vector<GalleyRow> rows;
    bool is_even = headers > 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool header = i < headers;
        const std::size_t first = rows.size();
        if (!header && cells[i].front().rows > 0) is_even = !is_even;
        set_row(cells[i], c_.brand().style(header ? StyleRole::table_header : StyleRole::table_cell),
                i + 1 < headers ? RowKind::upper_header
                : header        ? RowKind::header
                : is_even       ? RowKind::even
                                : RowKind::odd,
                rows);
        if (header && i + 1 == headers) {
            repeated.insert(repeated.end(), rows.begin(), rows.end());
            tallest_ -= height_of(rows);
        }
        // The header stays with the first row, and the last row is not left alone.
        const bool below_header = i == std::max<std::size_t>(headers, 1);
        const bool few = i <= headers + 2 || i + 3 > cells.size();
        if (i > 0 && (header || below_header || i + 1 == cells.size())) rows[first].break_penalty = forbidden;
        else if (i > 0 && few) rows[first].break_penalty = few_rows_penalty;
        for (std::size_t r = first; r < rows.size() && !header; ++r)
            rows[r].header = static_cast<std::uint32_t>(c_.galley.headers.size());
        const bool goes_on = i + 1 < cells.size() && cells[i + 1].front().rows == 0;
        if (cells[i].front().rows != 1 && !header && !goes_on) end_group(rows, repeated);
    }
    // Above the first row is the table's own.
    for (std::size_t r = 0; r < rows.size() && r < headers + 1; ++r) rows[r].header.reset();
    c_.galley.headers.push_back(std::move(repeated));
    std::ranges::move(headers_, std::back_inserter(c_.galley.headers));
    return rows;
}

} // namespace

std::vector<GalleyRow> set_table(Composition& c, const Table& table, ElementId element,
                                 const FlowContext& context, Span span) {
    return TableSetter(c, table, context, span).set(element);
}

} // namespace presskit::compose
