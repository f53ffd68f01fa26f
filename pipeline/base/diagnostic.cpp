// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/diagnostic.hpp"

#include "pipeline/base/terminal_width.hpp"
#include "pipeline/base/text.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace presskit {
namespace {

/// A line longer than this is cut around the fault, so that a minified file cannot flood a terminal.
constexpr std::size_t excerpt_code_points = 96;

std::string_view file_of(const Diagnostic& d, const SourceMap& sources) {
    return d.span.source ? std::string_view(sources.at(d.span.source).path) : d.path;
}

/// Where the words stand in a range of a file, first.
std::optional<Span> place_of(std::string_view words, Span range, const SourceMap& sources) {
    if (!range.source) return std::nullopt;
    const std::string_view text = std::string_view(sources.at(range.source).text).substr(0, range.end);
    const std::size_t at = text.find(words, range.begin);
    if (at == std::string_view::npos) return std::nullopt;
    return Span{range.source, static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + words.size())};
}

/// Letters put in, left out, exchanged, and neighbours swapped, each counted once.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1), above(b.size() + 1), two_above(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_above = std::exchange(above, std::move(row));
        row.assign(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchanged = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({exchanged, above[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
    }
    return row.back();
}

/// The line and caret of a span; both cut to the same window of code points.
std::string excerpt(Span span, const SourceMap& sources) {
    const Location begin = sources.locate(span.source, span.begin);
    const std::u32string line = printable(sources.line(span.source, begin.line));
    const std::size_t column = std::min<std::size_t>(begin.column - 1, line.size());
    const Location end = sources.locate(span.source, std::max(span.begin, span.end));
    const std::size_t until = end.line == begin.line ? end.column - 1 : line.size();
    const std::size_t width = std::max<std::size_t>(1, until > column ? until - column : 1);

    const std::size_t first = column > excerpt_code_points / 2 ? column - excerpt_code_points / 2 : 0;
    const std::u32string shown =
        line.substr(line.size() <= excerpt_code_points ? 0 : first, excerpt_code_points);
    const std::size_t shift = line.size() <= excerpt_code_points ? 0 : first;

    const std::u32string_view before = std::u32string_view(shown).substr(0, column - shift);
    const std::u32string_view marked = std::u32string_view(shown).substr(column - shift, width);
    const std::size_t carets = std::max<std::size_t>(1, terminal_width(marked));
    std::size_t indent = terminal_width(before);
    // A mark that shows nothing of its own is on the letter before it.
    if (!marked.empty() && terminal_width(marked) == 0 && indent > 0) --indent;

    const std::string number = std::to_string(begin.line);
    return "  " + number + " | " + to_utf8(shown) + "\n  " + std::string(number.size(), ' ') + " | " +
           std::string(indent, ' ') + std::string(carets, '^') + "\n";
}

} // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics,
                               [](const auto& d) { return d.severity == Severity::error; });
}

void pinpoint(Diagnostics& diagnostics, const SourceMap& sources) {
    for (Diagnostic& d : diagnostics) {
        if (d.words.empty()) continue;
        auto place = place_of(d.words, d.span, sources);
        if (!place) place = place_of(d.words, d.or_in, sources);
        d.span = place.value_or(d.span);
    }
}

void sort(Diagnostics& diagnostics, const SourceMap& sources) {
    std::ranges::stable_sort(diagnostics, {}, [&](const Diagnostic& d) {
        return std::tuple(std::string(file_of(d, sources)), d.span.begin, d.span.end, d.code, d.message);
    });
    const auto repeated = std::ranges::unique(diagnostics);
    diagnostics.erase(repeated.begin(), repeated.end());
}

std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view>& candidates) {
    if (word.size() > 64) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto candidate : candidates) {
        const auto distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string to_text(const Diagnostic& d, const SourceMap& sources) {
    std::string out;
    if (d.span.source) {
        const Location place = sources.locate(d.span.source, d.span.begin);
        out = sources.at(d.span.source).path + ":" + std::to_string(place.line) + ":" +
              std::to_string(place.column) + ": ";
    } else if (!d.path.empty()) {
        out = d.path + ": ";
    }
    out += d.severity == Severity::error ? "error: " : "warning: ";
    out += to_utf8(printable(d.message)) + " [" + d.code + "]\n";
    if (d.span.source) out += excerpt(d.span, sources);
    if (!d.hint.empty()) out += "  hint: " + to_utf8(printable(d.hint)) + "\n";
    return out;
}

} // namespace presskit
