// SPDX-License-Identifier: Apache-2.0
#include "stages/render/codes.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::render {
namespace {

constexpr std::size_t max_codes = 0xFFFF; // ISO 19005-2 6.1.13: the largest CID
// A bfchar string holds at most 512 bytes (Technical Note 5014); no real cluster comes near.
constexpr std::size_t max_text_bytes = 96;

std::string_view shortened(std::string_view text) {
    if (text.size() <= max_text_bytes) return text;
    std::size_t end = max_text_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

} // namespace

CodeTable::CodeTable(std::shared_ptr<const FontSubset> subset, std::uint32_t glyph_count)
    : subset_(std::move(subset)), first_of_glyph_(glyph_count, none) {}

ShownCode CodeTable::code(std::uint32_t glyph, std::string_view text) {
    assert(glyph < first_of_glyph_.size() && !text.empty());
    for (std::uint32_t i = first_of_glyph_[glyph]; i != none; i = next_[i])
        if (entries_[i].text == text) return {entries_[i].code, true};
    return add(glyph, text);
}

ShownCode CodeTable::add(std::uint32_t glyph, std::string_view text) {
    const std::uint32_t first = first_of_glyph_[glyph];
    const bool cff = subset_->outlines == OutlineFormat::cff;
    const bool full = entries_.size() >= max_codes;
    assert(first != none || !full); // glyphs alone never fill the table: a font has at most 65 535
    if (first != none && (cff || full)) return {entries_[first].code, false};
    const std::string_view said = shortened(text);
    if (said.size() < text.size() && first != none) return {entries_[first].code, false};
    const auto number = subset_->numbers.find(glyph);
    assert(number != subset_->numbers.end());
    const auto code = cff ? number->second : static_cast<std::uint16_t>(entries_.size() + 1);
    first_of_glyph_[glyph] = static_cast<std::uint32_t>(entries_.size());
    next_.push_back(first);
    entries_.push_back({code, glyph, std::string(said)});
    return {code, said.size() == text.size()};
}

std::vector<CodeTable::Entry> CodeTable::entries() const {
    std::vector<Entry> sorted = entries_;
    std::ranges::sort(sorted, {}, &Entry::code);
    return sorted;
}

} // namespace presskit::render
