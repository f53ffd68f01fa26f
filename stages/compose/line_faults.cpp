// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/line_faults.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace presskit::compose {
namespace {

constexpr std::size_t most_hyphens = 2; ///< lines running that may end in a hyphen

struct Wording {
    const char *code, *message, *hint;
};

std::optional<Wording> wording(LineFault fault) {
    switch (fault) {
    case LineFault::none: return std::nullopt;
    case LineFault::loose:
        return Wording{"compose.loose-line",
                       "the line is left short: its spaces would be more than two and a half times as wide",
                       "write the sentence with other words, or allow a long word to be divided with a "
                       "soft hyphen (U+00AD)"};
    case LineFault::divided:
        return Wording{"compose.divided-word", "a word wider than its column is divided anywhere",
                       "show where it may be divided with a soft hyphen (U+00AD), or give it more room"};
    case LineFault::untied:
        return Wording{"compose.untied-words", "words that belong together stand on two lines",
                       "give them more room, or write them shorter"};
    case LineFault::overfull:
        return Wording{"compose.overfull-line", "the line is wider than its column",
                       "show where its words may be divided with a soft hyphen (U+00AD), or give it more room"};
    }
    return std::nullopt;
}

Span place(const StyledText& text, std::uint32_t at) {
    const auto stretch = std::ranges::find_if(
        text.stretches, [&](const TextStretch& s) { return at >= s.begin && at < s.end; });
    if (stretch == text.stretches.end()) return {};
    Span span = stretch->span;
    const bool literal = span.end - span.begin == stretch->end - stretch->begin;
    if (!literal || !span.source) return span;
    std::size_t end = text.text.find(' ', at);
    end = std::min<std::size_t>(end, stretch->end);
    span.end = span.begin + static_cast<std::uint32_t>(end) - stretch->begin;
    span.begin += at - stretch->begin;
    return span;
}

Diagnostic warning(const Wording& words, Span span) {
    return {words.code, words.message, words.hint, span, "", Severity::warning};
}

} // namespace

Diagnostics line_faults(const StyledText& text, const std::vector<SetLine>& lines) {
    constexpr Wording ladder{"compose.hyphen-ladder", "three lines running end in a hyphen",
                             "write the sentence with other words"};
    Diagnostics faults;
    std::size_t hyphens = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const SetLine& line = lines[i];
        std::uint32_t at = line.begin;
        if (line.fault == LineFault::divided && i + 1 < lines.size()) { // the word is the line's last
            const std::size_t space = text.text.rfind(' ', lines[i + 1].begin);
            if (space != std::string::npos) at = std::max(at, static_cast<std::uint32_t>(space) + 1);
        }
        const Span span = place(text, at);
        if (!span.source) continue;
        if (const auto words = wording(line.fault)) faults.push_back(warning(*words, span));
        hyphens = line.hyphenated ? hyphens + 1 : 0;
        if (hyphens == most_hyphens + 1) faults.push_back(warning(ladder, span));
    }
    return faults;
}

} // namespace presskit::compose
