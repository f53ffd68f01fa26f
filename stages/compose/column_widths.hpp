// SPDX-License-Identifier: Apache-2.0
/// How wide the columns of a table are: by what their cells hold, and then so that rows take few lines.
#pragma once

#include "stages/compose/paragraph.hpp"

#include <vector>

namespace presskit::compose {

/// Divides `measure` among columns: none narrower than its longest word if that is possible, the rest
/// by how much each would like to have.
std::vector<Length> column_widths(const std::vector<TextWidths>& wanted, Length measure);

/// The cells of a table by row and column, none for those that others cover or that stand across columns.
/// A column is wider than its words by `padding`.
struct TableWords {
    std::vector<std::vector<const MeasuredText*>> rows;
    Length padding;
};

/// Moves room between columns where rows then take fewer lines in all, as little as will do. No column becomes
/// narrower than its longest word, and one that had all it wanted keeps it. A table of more than 160 cells is
/// left as it is.
/// Cost: O(cells × columns × rows), eight times at most.
void save_lines(std::vector<Length>& widths, const std::vector<TextWidths>& wanted, const TableWords& words);

/// How many lines words take, none of them divided, if each line holds as many as go in.
int lines_within(const std::vector<ParagraphItem>& items, Length measure);

} // namespace presskit::compose
