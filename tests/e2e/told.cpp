// SPDX-License-Identifier: Apache-2.0
#include "told.hpp"

#include <algorithm>
#include <optional>

namespace presskit::e2e {
namespace {

constexpr std::string_view hint_lead = "  hint: ", gutter = " | ";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// "place: error: message [code]"; none for any other line.
std::optional<Told> heading(std::string_view line) {
    for (const std::string_view severity : {"error: ", "warning: "}) {
        const std::size_t at = line.find(severity), code = line.rfind(" [");
        if (at == line.npos || code == line.npos || code < at || !line.ends_with(']')) continue;
        if (at != 0 && !line.substr(0, at).ends_with(": ")) continue;
        const std::size_t begin = at + severity.size();
        Told one;
        one.is_error = severity.starts_with('e');
        one.place = line.substr(0, at == 0 ? 0 : at - 2);
        one.message = line.substr(begin, code - begin);
        one.code = line.substr(code + 2, line.size() - code - 3);
        return one;
    }
    return std::nullopt;
}

/// The byte at which the character `count` behind the first begins.
std::size_t after_characters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    const auto continues = [&] { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    while (at < text.size() && count-- > 0) do
            ++at;
        while (at < text.size() && continues());
    return at;
}

/// What `carets` underline in `excerpt`; both still have their gutters.
std::string marked_text(std::string_view excerpt, std::string_view carets) {
    const std::size_t edge = carets.find(gutter) + gutter.size();
    const std::size_t first = carets.find('^'), last = carets.rfind('^');
    if (first == carets.npos || excerpt.size() < edge) return {};
    const std::string_view text = excerpt.substr(edge);
    const std::size_t begin = after_characters(text, first - edge);
    const std::size_t end = after_characters(text, last + 1 - edge);
    return std::string(text.substr(begin, end - begin));
}

} // namespace

std::vector<Told> told(std::string_view log) {
    std::vector<Told> all;
    const auto lines = lines_of(log);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (auto one = heading(lines[i])) {
            all.push_back(*std::move(one));
            const bool has_excerpt = i + 2 < lines.size() &&
                                     lines[i + 1].find(gutter) != lines[i].npos &&
                                     lines[i + 2].find('^') != lines[i].npos;
            if (has_excerpt) all.back().marked = marked_text(lines[i + 1], lines[i + 2]);
        } else if (!all.empty() && lines[i].starts_with(hint_lead)) {
            all.back().hint = lines[i].substr(hint_lead.size());
        }
    }
    return all;
}

std::vector<Told> told_errors(std::string_view log) {
    auto errors = told(log);
    std::erase_if(errors, [](const Told& one) { return !one.is_error; });
    return errors;
}

} // namespace presskit::e2e
