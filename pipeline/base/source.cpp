// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/source.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace presskit {

SourceId SourceMap::add(std::string path, std::string text) {
    Source source{std::move(path), std::move(text), {0}};
    // No editor counts it as a column.
    if (source.text.starts_with(byte_order_mark))
        source.line_starts.front() = static_cast<std::uint32_t>(byte_order_mark.size());
    for (std::size_t i = 0; i < source.text.size(); ++i)
        if (source.text[i] == '\n') source.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
    sources_.push_back(std::move(source));
    return {static_cast<std::uint32_t>(sources_.size() - 1)};
}

const Source& SourceMap::at(SourceId id) const {
    assert(id.value < sources_.size());
    return sources_[id.value];
}

Location SourceMap::locate(SourceId id, std::uint32_t offset) const {
    const Source& source = at(id);
    offset = std::clamp(offset, source.line_starts.front(), static_cast<std::uint32_t>(source.text.size()));
    const auto after = std::ranges::upper_bound(source.line_starts, offset);
    const auto start = *(after - 1);
    const auto code_points =
        std::count_if(source.text.begin() + start, source.text.begin() + offset,
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {static_cast<std::uint32_t>(after - source.line_starts.begin()),
            static_cast<std::uint32_t>(code_points + 1)};
}

std::string_view SourceMap::line(SourceId id, std::uint32_t line) const {
    const Source& source = at(id);
    if (line == 0 || line > source.line_starts.size()) return {};
    const std::string_view text = source.text;
    const auto begin = source.line_starts[line - 1];
    auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin && text[end - 1] == '\r') --end;
    return text.substr(begin, end - begin);
}

std::uint32_t SourceMap::offset(SourceId id, std::uint32_t line, std::uint32_t byte_column) const {
    const Source& source = at(id);
    if (line == 0) return 0;
    if (line > source.line_starts.size()) return static_cast<std::uint32_t>(source.text.size());
    const auto length = static_cast<std::uint32_t>(this->line(id, line).size());
    const auto column = byte_column == 0 ? 0 : byte_column - 1;
    return source.line_starts[line - 1] + std::min(column, length);
}

} // namespace presskit
