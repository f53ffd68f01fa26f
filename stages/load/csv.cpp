// SPDX-License-Identifier: Apache-2.0
#include "stages/load/csv.hpp"

#include "pipeline/base/text.hpp"
#include "stages/load/attributes.hpp"
#include "stages/load/markdown_blocks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace presskit::load {
namespace {

/// One pass over the file; every byte is looked at once.
class CsvReader {
  public:
    CsvReader(std::string_view text, SourceId source) : text_(text), source_(source) {
        if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        const std::string_view header =
            text_.substr(at_, std::min(text_.find('\n'), text_.size()) - at_);
        if (header.find(',') == header.npos && header.find(';') != header.npos) separator_ = ';';
    }

    Result<Table> read() {
        if (text_.size() > max_csv_bytes)
            return fault("the file has more than 64 KB", "keep only what the chart shows", 0, 0);
        Table table;
        for (bool first = true; at_ < text_.size() && !only_empty_lines(); first = false) {
            const std::size_t begin = at_;
            TableRow row;
            if (!record(row)) return std::move(diagnostics_);
            if (first && row.size() > column_limit)
                return fault("the file has " + std::to_string(row.size()) + " columns",
                             "a page holds 8 at most", begin, at_);
            if (first) table.columns.resize(row.size());
            if (row.size() != table.columns.size()) return wrong_width(row, table, begin);
            if (table.rows.size() == max_csv_rows)
                return fault("the file has more than 1000 rows", "keep only what the chart shows",
                             begin, at_);
            if (first)
                table.header = std::move(row);
            else
                table.rows.push_back(std::move(row));
        }
        for (std::size_t i = 1; i < table.columns.size(); ++i) table.columns[i] = Alignment::end;
        return table;
    }

  private:
    Span place(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(std::max(end, std::min(begin + 1, text_.size())))};
    }

    Diagnostic fault(std::string message, std::string hint, std::size_t begin,
                     std::size_t end) const {
        return {"load.csv", std::move(message), std::move(hint), place(begin, end),
                "",         Severity::error,    Blame::content};
    }

    Diagnostic wrong_width(const TableRow& row, const Table& table, std::size_t begin) const {
        const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
        return fault("row has " + std::to_string(row.size()) + " fields, the header has " +
                         std::to_string(table.columns.size()),
                     "write a field for each column; a comma inside a field needs quotation marks "
                     "around the field",
                     begin, end);
    }

    bool only_empty_lines() const { return text_.find_first_not_of("\r\n", at_) == text_.npos; }

    /// A record and its line end.
    bool record(TableRow& row) {
        while (true) {
            if (!field(row)) return false;
            if (at_ == text_.size()) return true;
            const char c = text_[at_++];
            if (c == '\n') return true;
            if (c == '\r') {
                if (at_ < text_.size() && text_[at_] == '\n') ++at_;
                return true;
            }
        }
    }

    bool field(TableRow& row) {
        const std::size_t begin = at_;
        std::string words;
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!quoted(words)) return false;
        } else {
            while (at_ < text_.size() && !ends_field(text_[at_])) {
                if (text_[at_] == '"') {
                    diagnostics_.push_back(
                        fault("a quotation mark inside a field that does not begin with one",
                              "put the whole field in quotation marks and double those inside", at_,
                              at_ + 1));
                    return false;
                }
                ++at_;
            }
            words = trim_ascii(text_.substr(begin, at_ - begin));
        }
        std::ranges::replace(words, '\n', ' ');
        std::erase(words, '\r');
        TableCell cell{{}, place(begin, at_)};
        if (!words.empty()) cell.content.push_back({Text{std::move(words)}, cell.span});
        row.push_back(std::move(cell));
        return true;
    }

    /// Two quotation marks inside stand for one. RFC 4180 2, 7.
    bool quoted(std::string& words) {
        const std::size_t begin = at_++;
        while (true) {
            const std::size_t mark = text_.find('"', at_);
            if (mark == text_.npos) {
                diagnostics_.push_back(fault("quotation mark is not closed",
                                             "end the field with `\"`", begin, begin + 1));
                return false;
            }
            words += text_.substr(at_, mark - at_);
            at_ = mark + 1;
            if (at_ == text_.size() || ends_field(text_[at_])) return true;
            if (text_[at_] != '"') {
                diagnostics_.push_back(fault("text behind a closing quotation mark",
                                             "double quotation marks inside the field", mark,
                                             at_ + 1));
                return false;
            }
            words += '"';
            ++at_;
        }
    }

    bool ends_field(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

    std::string_view text_;
    SourceId source_;
    char separator_ = ',';
    std::size_t at_ = 0;
    Diagnostics diagnostics_;
};

} // namespace

Result<Table> read_csv(const SourceMap& sources, SourceId source) {
    return CsvReader(sources.at(source).text, source).read();
}

} // namespace presskit::load
