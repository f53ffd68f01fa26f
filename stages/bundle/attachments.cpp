// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/attachments.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/iso_time.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace presskit::bundle {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Blocks& blocks);

Json typed(std::string_view type) { return {{"type", type}}; }

void add_text(Json& json, std::string_view key, const std::string& text) {
    if (!text.empty()) json[std::string(key)] = text;
}

Json cells(const TableRow& row) {
    Json out = Json::array();
    for (const TableCell& cell : row) out.push_back(plain_text(cell.content));
    return out;
}

Json to_json(const Paragraph& paragraph) {
    Json out = typed("paragraph");
    out["text"] = plain_text(paragraph.content);
    return out;
}
Json to_json(const Heading& heading) {
    Json out = typed("heading");
    out["level"] = heading.level;
    add_text(out, "number", heading.number);
    out["text"] = plain_text(heading.content);
    add_text(out, "id", heading.id);
    add_text(out, "actor", heading.actor);
    return out;
}
Json to_json(const List& list) {
    Json out = typed("list");
    out["ordered"] = list.ordered;
    if (list.ordered) out["start"] = list.start;
    out["items"] = Json::array();
    for (const ListItem& item : list.items) out["items"].push_back(to_json(item.content));
    return out;
}
Json to_json(const BlockQuote& quote) {
    Json out = typed("quote");
    out["blocks"] = to_json(quote.content);
    return out;
}
Json to_json(const Callout& callout) {
    Json out = typed("callout");
    out["kind"] = callout.kind == CalloutKind::note ? "note" : "warning";
    add_text(out, "title", callout.title);
    out["blocks"] = to_json(callout.content);
    return out;
}
const char* name_of(SectionKind kind) {
    switch (kind) {
    case SectionKind::contact: return "contact";
    case SectionKind::boilerplate: return "boilerplate";
    case SectionKind::figures: return "figures";
    case SectionKind::pull_quote: return "pull-quote";
    case SectionKind::instruments: return "instruments";
    case SectionKind::glossary: break;
    }
    return "glossary";
}
Json to_json(const Section& section) {
    Json out = typed("section");
    out["kind"] = name_of(section.kind);
    out["blocks"] = to_json(section.content);
    return out;
}
/// Rows as records: a name that stands beside several is said in each of them.
std::vector<TableRow> named_rows(const Table& table) {
    std::vector<TableRow> rows = table.rows;
    for (std::size_t i = table.header_rows; i < rows.size(); ++i)
        if (!rows[i].empty() && rows[i].front().rows == 0) rows[i].front().content = rows[i - 1].front().content;
    return rows;
}
Json to_json(const Table& table) {
    Json out = typed("table");
    add_text(out, "caption", plain_text(table.caption));
    add_text(out, "id", table.id);
    out["header"] = cells(table.header);
    if (table.header_rows > 1) out["header_rows"] = table.header_rows;
    out["rows"] = Json::array();
    for (const TableRow& row : named_rows(table)) out["rows"].push_back(cells(row));
    return out;
}
std::string for_machines(const ChartValue& value, const Chart& chart) {
    return std::visit(
        overloaded{[](std::monostate) { return std::string(); },
                   [](const ChartNumber& number) { return decimal(number.millis) + (number.percent ? "%" : ""); },
                   [](const ChartDate& date) {
                       const std::string day = to_iso(Date{date.year, date.month, date.day});
                       return date.month == 0 ? day.substr(0, day.find('-')) : day;
                   },
                   [&](ChartMark mark) { return chart.meaning(mark); }},
        value);
}
/// The table behind a chart, with the values that authors write and programs read.
Table data_of(const Chart& chart) {
    Table out = chart.table;
    for (std::size_t i = 0; i < chart.values.size(); ++i)
        for (std::size_t k = 0; k < chart.values[i].size(); ++k)
            out.rows[i][k + 1].content = {{Text{for_machines(chart.values[i][k], chart)}, {}}};
    return out;
}
const char* name_of(ChartKind kind) {
    switch (kind) {
    case ChartKind::bar: return "bar";
    case ChartKind::dot: return "dot";
    case ChartKind::timeline: return "timeline";
    case ChartKind::matrix: break;
    }
    return "matrix";
}
Json to_json(const Boxed<Chart>& boxed) {
    const Chart& chart = boxed;
    Json out = to_json(data_of(chart));
    out["type"] = "chart";
    out["kind"] = name_of(chart.kind);
    add_text(out, "alternative_text", chart.alternative_text);
    return out;
}
Json to_json(const Figure& figure) {
    Json out = typed("figure");
    out["path"] = figure.path;
    add_text(out, "alternative_text", figure.alternative_text);
    add_text(out, "caption", figure.caption);
    add_text(out, "credit", figure.credit);
    return out;
}
Json to_json(const CodeBlock& code) {
    Json out = typed("code");
    out["text"] = code.text;
    return out;
}

/// Any other block: its own blocks, if it has some.
template <class Node>
Json to_json(const Node& node) {
    Json out = typed("group");
    if constexpr (requires { Blocks{node.content}; }) out["blocks"] = to_json(node.content);
    return out;
}

Json to_json(const Blocks& blocks) {
    Json out = Json::array();
    for (const Block& block : blocks) {
        if (std::holds_alternative<ThematicBreak>(block.node)) continue;
        out.push_back(std::visit([](const auto& node) { return to_json(node); }, block.node));
    }
    return out;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

std::string csv_row(const TableRow& row) {
    std::string out;
    for (const TableCell& cell : row) {
        if (&cell != row.data()) out += ',';
        out += csv_field(plain_text(cell.content));
    }
    return out + "\r\n";
}

void find_tables(const Blocks& blocks, std::vector<Table>& out) {
    for (const Block& block : blocks)
        std::visit(
            [&](const auto& node) {
                using Node = std::decay_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Table>) {
                    out.push_back(node);
                } else if constexpr (std::is_same_v<Node, Boxed<Chart>>) {
                    out.push_back(data_of(node));
                } else if constexpr (std::is_same_v<Node, List>) {
                    for (const ListItem& item : node.items) find_tables(item.content, out);
                } else if constexpr (requires { Blocks{node.content}; }) {
                    find_tables(node.content, out);
                }
            },
            block.node);
}

} // namespace

std::string to_json(const Edition& edition) {
    const Document& document = edition.document;
    Json out{{"schema", 1}, {"language", document.language.tag}};
    const auto add = [&](std::string_view key, const std::string& text) { add_text(out, key, text); };
    add("country", edition.key.country.code);
    add("kicker", document.head.kicker);
    add("title", document.head.title);
    add("deck", document.head.deck);
    add("dateline", document.head.dateline);
    add("description", document.head.description);
    add("sample_notice", edition.sample_notice);
    add("release_notice", edition.release_notice);
    add("prevailing_notice", edition.prevailing_notice);
    out["blocks"] = to_json(document.body);
    if (document.footnotes.empty()) return out.dump(1) + "\n";
    out["footnotes"] = Json::array();
    for (const Footnote& note : document.footnotes) {
        Json row{{"label", note.mark.empty() ? std::to_string(note.number) : note.mark}};
        row["blocks"] = to_json(note.content);
        out["footnotes"].push_back(std::move(row));
    }
    return out.dump(1) + "\n";
}

std::string to_csv(const Table& table) {
    std::string out = csv_row(table.header);
    for (const TableRow& row : named_rows(table)) out += csv_row(row);
    return out;
}

Attachments attachments_of(const Edition& edition, const std::string& name) {
    const std::string stem = name.substr(0, name.rfind(".pdf"));
    const std::string& title = edition.document.head.title;
    Attachments out{
        {stem + ".json", title, "application/json", AttachmentRelation::source, to_json(edition)}};
    std::vector<Table> tables;
    find_tables(edition.document.body, tables);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string number = std::to_string(i + 1), caption = plain_text(tables[i].caption);
        out.push_back({stem + "-table-" + number + ".csv",
                       caption.empty() ? title + " (" + number + ")" : caption, "text/csv",
                       AttachmentRelation::data, to_csv(tables[i])});
    }
    return out;
}

} // namespace presskit::bundle
