// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_places.hpp"

#include <algorithm>

namespace presskit::load {

std::uint32_t MarkdownPlaces::line_begin(std::uint32_t number) const {
    const std::uint32_t known = std::clamp(number, 1u, line_count());
    return line_starts_[known - 1];
}

std::uint32_t MarkdownPlaces::line_end(std::uint32_t number) const {
    const std::size_t end = std::min(prepared_.find('\n', line_begin(number)), prepared_.size());
    const bool carriage_return = end > line_begin(number) && prepared_[end - 1] == '\r';
    return static_cast<std::uint32_t>(carriage_return ? end - 1 : end);
}

std::string_view MarkdownPlaces::line(std::uint32_t number) const {
    return prepared_.substr(line_begin(number), line_end(number) - line_begin(number));
}

Span MarkdownPlaces::block(const MarkdownNode& node) const {
    const std::uint32_t first_end = line_end(node.start_line);
    const std::uint32_t column = node.start_column == 0 ? 0 : node.start_column - 1;
    const std::uint32_t begin = std::min(line_begin(node.start_line) + column, first_end);
    const std::uint32_t last = std::max(node.start_line, node.end_line);
    std::uint32_t end = node.end_column == 0
                            ? line_end(last)
                            : std::min(line_begin(last) + node.end_column, line_end(last));
    if (end <= begin) end = first_end;
    return span(begin, std::max(begin, end));
}

Span MarkdownPlaces::next(std::string_view words, const MarkdownNode& node, Span otherwise) {
    const std::uint32_t begin = line_begin(node.start_line);
    const std::uint32_t end = line_end(node.start_line);
    if (words.empty() || node.start_line == 0) return otherwise;
    const std::size_t guess = begin + (node.start_column == 0 ? 0 : node.start_column - 1);
    std::size_t at = guess;
    if (guess < cursor_ || guess > end || prepared_.substr(guess, words.size()) != words) {
        const std::string_view shown = prepared_.substr(0, end);
        at = shown.find(words, std::max<std::size_t>(cursor_, begin));
    }
    if (at == std::string_view::npos) return otherwise;
    cursor_ = at + words.size();
    return span(at, cursor_);
}

bool MarkdownPlaces::holds(Span place, std::string_view words) const {
    return place.begin >= body_begin_ && place.end - place.begin == words.size() &&
           prepared_.substr(place.begin - body_begin_, words.size()) == words;
}

} // namespace presskit::load
