// SPDX-License-Identifier: Apache-2.0
#include "stages/render/codes.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::render {
namespace {

constexpr std::uint16_t most_one_byte_codes = 0xFF;
constexpr std::uint16_t most_codes = 0xFFFF; // ISO 19005-2 6.1.13: the largest CID
/// With more glyphs, one byte may leave too few codes for those with several texts.
constexpr std::uint16_t most_one_byte_glyphs = 224;
// A bfchar string holds at most 512 bytes (Technical Note 5014); no real cluster comes near.
constexpr std::size_t max_code_text_bytes = 96;

std::string_view shortened(std::string_view text) {
    if (text.size() <= max_code_text_bytes) return text;
    std::size_t end = max_code_text_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

/// Neither is empty. Most are one letter.
bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && a[0] == b[0] && (a.size() == 1 || a == b);
}

} // namespace

CodeTable::CodeTable(std::shared_ptr<const FontSubset> subset, std::uint32_t glyph_count)
    : subset_(std::move(subset)), first_of_glyph_(glyph_count, none) {
    for (const auto& [glyph, number] : subset_->numbers) last_code_ = std::max(last_code_, number);
    max_code_ = last_code_ > most_one_byte_glyphs ? most_codes : most_one_byte_codes;
}

ShownCode CodeTable::code(std::uint32_t glyph, std::string_view text) {
    assert(glyph < first_of_glyph_.size() && !text.empty());
    for (std::uint32_t i = first_of_glyph_[glyph]; i != none; i = next_[i])
        if (is_same(entries_[i].text, text)) return {entries_[i].code, true};
    return add(glyph, text);
}

ShownCode CodeTable::add(std::uint32_t glyph, std::string_view text) {
    const std::uint32_t first = first_of_glyph_[glyph];
    const std::string_view said = shortened(text);
    std::uint16_t code = 0;
    if (first == none) {
        const auto number = subset_->numbers.find(glyph);
        assert(number != subset_->numbers.end());
        code = number->second;
    } else {
        const bool has_map = subset_->outlines == OutlineFormat::true_type;
        if (!has_map || last_code_ == max_code_ || said.size() < text.size())
            return {entries_[first].code, false};
        code = ++last_code_;
        is_identity_ = false;
    }
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
