// SPDX-License-Identifier: Apache-2.0
#include "stages/render/clusters.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <optional>

namespace presskit::render {
namespace {

constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

bool is_unmappable(char32_t c) { return c == 0 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF; }

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) ||
           (c >= 0x100000 && c <= 0x10FFFD);
}

/// Where each cluster's text begins, in logical order.
std::vector<std::uint32_t> text_starts(const GlyphRun& run) {
    std::vector<std::uint32_t> starts;
    starts.reserve(run.glyphs.size());
    for (const Glyph& glyph : run.glyphs)
        if (glyph.text_begin != glyph.text_end) starts.push_back(glyph.text_begin);
    if (run.right_to_left) std::ranges::reverse(starts);
    if (!std::ranges::is_sorted(starts)) std::ranges::sort(starts);
    return starts;
}

/// The start after `start`. `guess` is its index if the glyphs are in the run's direction
/// throughout, as they nearly always are.
std::optional<std::uint32_t> start_after(const std::vector<std::uint32_t>& starts,
                                         std::uint32_t start, std::size_t guess) {
    const bool right = guess < starts.size() && starts[guess] == start &&
                       (guess + 1 == starts.size() || starts[guess + 1] > start);
    const auto next = right ? starts.begin() + static_cast<std::ptrdiff_t>(guess) + 1
                            : std::ranges::upper_bound(starts, start);
    if (next == starts.end()) return std::nullopt;
    return *next;
}

} // namespace

std::vector<Cluster> clusters_of(const GlyphRun& run) {
    const std::vector<std::uint32_t> starts = text_starts(run);
    const std::string_view text = run.text;
    const auto count = static_cast<std::uint32_t>(run.glyphs.size());
    std::vector<Cluster> clusters;
    clusters.reserve(starts.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const Glyph& glyph = run.glyphs[i];
        if (glyph.text_begin == glyph.text_end) {
            if (!clusters.empty()) clusters.back().last = i + 1;
            continue;
        }
        const std::size_t place = clusters.size();
        const std::size_t guess = run.right_to_left ? starts.size() - 1 - place : place;
        const std::size_t begin = glyph.text_begin == starts.front() ? 0 : glyph.text_begin;
        const std::size_t end = start_after(starts, glyph.text_begin, guess).value_or(text.size());
        clusters.push_back({clusters.empty() ? 0 : i, i + 1, text.substr(begin, end - begin)});
    }
    if (clusters.empty() && count > 0) clusters.push_back({0, count, text});
    return clusters;
}

bool is_plain_run(const GlyphRun& run) {
    if (run.right_to_left) return false;
    std::uint32_t at = 0;
    for (const Glyph& glyph : run.glyphs) {
        if (glyph.text_begin != at || glyph.text_end <= at) return false;
        at = glyph.text_end;
    }
    return at == run.text.size() && is_plain(run.text);
}

std::vector<std::string> glyph_texts(const Cluster& cluster, bool right_to_left) {
    const std::size_t count = cluster.last - cluster.first;
    std::vector<std::string> texts(count);
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::string& text = texts[right_to_left ? count - 1 - i : i];
        const bool last = i + 1 == count;
        const std::size_t bytes = at >= cluster.text.size() ? 0
                                  : last                    ? cluster.text.size() - at
                                                            : decode(cluster.text, at).bytes;
        text = extractable(cluster.text.substr(at, bytes));
        at += bytes;
    }
    return texts;
}

std::string extractable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (!is_unmappable(c.value)) append_utf8(out, c.value);
        at += c.bytes;
    }
    return out.empty() ? std::string(zero_width_space) : out;
}

bool is_plain(std::string_view text) {
    return std::ranges::none_of(
        text, [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0xEE; });
}

bool has_private_use(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (is_private_use(c.value)) return true;
        at += c.bytes;
    }
    return false;
}

} // namespace presskit::render
