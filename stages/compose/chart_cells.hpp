// SPDX-License-Identifier: Apache-2.0
/// The table of a chart, tagged: what a screen reader walks through in place of the picture.
#pragma once

#include "stages/compose/composition.hpp"
#include "stages/model/chart.hpp"

#include <vector>

namespace presskit::compose {

struct ChartCell {
    StyledText text;
    ElementId element;
};

struct ChartCells {
    std::vector<ChartCell> header;
    std::vector<std::vector<ChartCell>> rows;
};

/// Cells with their words in the brand's table styles. The first column heads the rows, the header
/// the columns. A cell that shows a mark has no words of its own.
ChartCells tag_cells(Composition& c, const Chart& chart, ElementId table, Span span);

/// The width that names of rows take: what they want, and at most `most` unless a word needs more.
Length label_width(Composition& c, const ChartCells& cells, Length most);

} // namespace presskit::compose
