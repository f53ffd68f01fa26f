// SPDX-License-Identifier: Apache-2.0
#include "stages/import/drawn_tables.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <vector>

namespace presskit::import {
namespace {

bool holds_only(std::string_view line, std::string_view characters) {
    return line.find_first_not_of(characters) == line.npos;
}

bool is_rule(std::string_view line) {
    return line.find("---") != line.npos && holds_only(line, "- ");
}

bool is_grid_rule(std::string_view line) {
    return line.starts_with("+") && line.size() > 2 && holds_only(line, "+-=:");
}

std::vector<std::string_view> split(std::string_view line, std::string_view at) {
    std::vector<std::string_view> parts;
    for (std::size_t end; (end = line.find(at)) != line.npos; line.remove_prefix(end + at.size()))
        parts.push_back(line.substr(0, end));
    parts.push_back(line);
    return parts;
}

/// Puts the lines of a grid's row together, cell by cell.
class GridRow {
  public:
    void add(std::string_view line) {
        line = line.substr(1, line.size() - 2);
        auto cells = split(line, "|");
        // A bar that is a word of a cell: the line stays whole.
        if (!cells_.empty() && cells.size() != cells_.size()) cells = {line};
        cells_.resize(std::max(cells.size(), cells_.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells_[i] += std::string(trim_ascii(cells[i])) + "\n";
    }
    std::string take() {
        std::string out;
        for (const std::string& cell : cells_) out += cell + "\n";
        cells_.clear();
        return out;
    }

  private:
    std::vector<std::string> cells_;
};

std::string words_of_grid(const std::vector<std::string_view>& lines) {
    std::string out = "\n";
    GridRow row;
    for (const std::string_view line : lines) {
        if (is_grid_rule(line))
            out += row.take();
        else if (line.size() > 1 && line.starts_with('|') && line.ends_with('|'))
            row.add(line);
        else
            out += row.take() + std::string(line) + "\n";
    }
    return out + row.take();
}

std::string words_of_columns(const std::vector<std::string_view>& lines) {
    std::string out = "\n";
    for (const std::string_view line : lines) {
        if (is_rule(line)) continue;
        for (const std::string_view cell : split(line, "  "))
            if (!trim_ascii(cell).empty()) out += std::string(trim_ascii(cell)) + "\n\n";
    }
    return out;
}

std::string words_of(const std::vector<std::string_view>& lines) {
    if (std::ranges::any_of(lines, is_grid_rule)) return words_of_grid(lines);
    if (std::ranges::any_of(lines, is_rule)) return words_of_columns(lines);
    std::string out;
    for (const std::string_view line : lines) out += std::string(line) + "\n";
    return out;
}

} // namespace

std::string without_drawn_tables(std::string_view text) {
    std::string out;
    std::vector<std::string_view> block;
    bool in_table = false; // whose rows have empty lines between, from its first rule to its last
    const auto take_block = [&] {
        if (block.size() > 1 && is_rule(block.front())) in_table = true;
        out += in_table ? words_of_columns(block) : words_of(block);
        if (!block.empty() && is_rule(block.back())) in_table = false;
        block.clear();
    };
    for (const std::string_view line : split(text, "\n")) {
        if (!trim_ascii(line).empty()) {
            block.push_back(line);
            continue;
        }
        take_block();
        out += "\n";
    }
    take_block();
    return out;
}

} // namespace presskit::import
