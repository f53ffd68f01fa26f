// SPDX-License-Identifier: Apache-2.0
#include "stages/load/chart_files.hpp"

#include "stages/load/attributes.hpp"
#include "stages/load/csv.hpp"
#include "stages/load/markdown_charts.hpp"

#include <utility>

namespace presskit::load {

void ChartFiles::fill(Blocks& blocks, Diagnostics& faults) {
    for (Block& block : blocks)
        std::visit(
            [&](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Boxed<Chart>>) {
                    Chart& chart = node;
                    if (!chart.data_path.empty()) fill(chart, faults);
                } else if constexpr (requires { Blocks{node.content}; }) {
                    fill(node.content, faults);
                }
            },
            block.node);
}

void ChartFiles::fill(Chart& chart, Diagnostics& faults) {
    const SourceId source = source_of(chart, faults);
    if (!source) return;
    auto table = read_csv(sources_, source);
    append(faults, std::move(table.diagnostics));
    if (!table) return;
    table->caption = std::move(chart.table.caption);
    table->id = std::move(chart.table.id);
    chart.table = std::move(*table);
    read_chart_values(chart, chart.data_span, faults);
}

SourceId ChartFiles::source_of(const Chart& chart, Diagnostics& faults) {
    const std::string& path = chart.data_path;
    const auto refuse = [&](const std::string& what, std::string hint) {
        report(faults, "load.chart-file", "data file `" + path + "` " + what, std::move(hint),
               chart.data_span);
        return SourceId{};
    };
    if (const auto fault = path_fault(path))
        return refuse(*fault, path_hint(path, "data/figures.csv"));
    if (!is_data_file(path))
        return refuse("is no CSV file in `data/`", "save it as `data/NAME.csv`");
    if (checked_.unreadable.contains(path)) return {};
    if (const auto known = known_.find(path); known != known_.end()) return known->second;
    const auto file = files_.files.find(path);
    if (file == files_.files.end())
        return refuse("is not in the campaign", "add the file, or correct the path");
    return known_[path] = sources_.add(shown_path(files_, path), file->second);
}

} // namespace presskit::load
