// SPDX-License-Identifier: Apache-2.0
/// Charts whose data lie in CSV files of the campaign.
#pragma once

#include "stages/load/files.hpp"
#include "stages/model/document.hpp"

#include <map>
#include <string>

namespace presskit::load {

/// Reads each file once, however many texts show it.
class ChartFiles {
  public:
    /// All must outlive the object.
    ChartFiles(const FileTree& files, const CheckedFiles& checked, SourceMap& sources)
        : files_(files), checked_(checked), sources_(sources) {}

    /// Gives the charts of `blocks` the tables and values of their files.
    /// Errors: `load.chart-file` where the text names the file; `load.csv` and those of
    /// read_chart_values in the file.
    void fill(Blocks& blocks, Diagnostics& faults);

  private:
    void fill(Chart& chart, Diagnostics& faults);
    /// None if there is no such file, or it may not be read.
    SourceId source_of(const Chart& chart, Diagnostics& faults);

    const FileTree& files_;
    const CheckedFiles& checked_;
    SourceMap& sources_;
    std::map<std::string, SourceId, std::less<>> known_;
};

} // namespace presskit::load
