// SPDX-License-Identifier: Apache-2.0
#include "stages/render/cff.hpp"

#include "stages/render/big_endian.hpp"

#include <map>

namespace presskit::render {
namespace {

// Top DICT operators, Technical Note 5176 tables 9 and 10; two-byte ones as 0x0C00 + second byte.
constexpr std::uint32_t charset_operator = 15;
constexpr std::uint32_t char_strings_operator = 17;
constexpr std::uint32_t ros_operator = 0x0C1E;

struct Index {
    std::size_t count = 0;
    std::size_t end = 0; ///< of the whole INDEX
    std::string_view first;
};

std::optional<Index> read_index(const BigEndian& table, std::size_t at) {
    const auto count = table.u16(at);
    if (!count) return std::nullopt;
    if (*count == 0) return Index{0, at + 2, {}};
    const auto size = table.u8(at + 2);
    if (!size || *size < 1 || *size > 4) return std::nullopt;
    const auto offset = [&](std::size_t i) { return table.number(at + 3 + i * *size, *size); };
    const std::size_t base = at + 2 + (*count + std::size_t{1}) * *size;
    const auto begin = offset(0), second = offset(1), last = offset(*count);
    if (!begin || !second || !last || *begin < 1 || *second < *begin || *last < *second)
        return std::nullopt;
    const auto first = table.slice(base + *begin, *second - *begin);
    if (!first || !table.slice(base, *last)) return std::nullopt;
    return Index{*count, base + *last, *first};
}

std::size_t operand_bytes(std::string_view dict, std::size_t at) {
    const auto lead = static_cast<unsigned char>(dict[at]);
    if (lead == 28) return 3;
    if (lead == 29) return 5;
    if (lead == 30) {
        std::size_t end = at + 1;
        while (end < dict.size() && (static_cast<unsigned char>(dict[end]) & 0xF) != 0xF) ++end;
        return end + 1 - at;
    }
    return lead >= 247 && lead <= 254 ? 2 : 1;
}

/// The integer at `at`; 0 for a real number, which no operator we read takes.
std::int64_t operand(const BigEndian& dict, std::size_t at) {
    const unsigned lead = dict.u8(at).value_or(0);
    const auto next = static_cast<std::int64_t>(dict.u8(at + 1).value_or(0));
    if (lead == 28) return static_cast<std::int16_t>(dict.u16(at + 1).value_or(0));
    if (lead == 29) return static_cast<std::int32_t>(dict.u32(at + 1).value_or(0));
    if (lead >= 32 && lead <= 246) return static_cast<std::int64_t>(lead) - 139;
    if (lead >= 247 && lead <= 250) return static_cast<std::int64_t>(lead - 247) * 256 + next + 108;
    if (lead >= 251 && lead <= 254)
        return -static_cast<std::int64_t>(lead - 251) * 256 - next - 108;
    return 0;
}

/// The last operand of each operator.
std::map<std::uint32_t, std::int64_t> read_dict(std::string_view bytes) {
    std::map<std::uint32_t, std::int64_t> entries;
    const BigEndian dict(bytes);
    std::int64_t last = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead > 21) {
            last = operand(dict, at);
            at += operand_bytes(bytes, at);
            continue;
        }
        const std::uint32_t code = lead == 12 ? 0x0C00u + dict.u8(at + 1).value_or(0) : lead;
        entries[code] = last;
        last = 0;
        at += lead == 12 ? 2 : 1;
    }
    return entries;
}

std::optional<std::vector<std::uint16_t>> read_charset(const BigEndian& table, std::size_t at,
                                                       std::size_t glyphs) {
    const auto format = table.u8(at++);
    if (!format || *format > 2) return std::nullopt;
    std::vector<std::uint16_t> cids{0};
    while (cids.size() < glyphs) {
        const auto first = table.u16(at);
        const std::size_t left_bytes = *format;
        const auto left =
            left_bytes == 0 ? std::optional<std::uint32_t>(0) : table.number(at + 2, left_bytes);
        if (!first || !left) return std::nullopt;
        for (std::uint32_t i = 0; i <= *left && cids.size() < glyphs; ++i)
            cids.push_back(static_cast<std::uint16_t>(*first + i));
        at += 2 + left_bytes;
    }
    return cids;
}

} // namespace

std::optional<CffCharset> read_cff_charset(std::string_view bytes) {
    const BigEndian table(bytes);
    const auto header_bytes = table.u8(2);
    if (!header_bytes) return std::nullopt;
    const auto names = read_index(table, *header_bytes);
    if (!names) return std::nullopt;
    const auto dicts = read_index(table, names->end);
    if (!dicts || dicts->count == 0) return std::nullopt;
    const auto top = read_dict(dicts->first);
    if (!top.contains(ros_operator)) return CffCharset{};
    const auto char_strings = top.find(char_strings_operator);
    const auto charset = top.find(charset_operator);
    if (char_strings == top.end() || char_strings->second <= 0) return std::nullopt;
    if (charset == top.end() || charset->second <= 2) return std::nullopt;
    const auto glyphs = read_index(table, static_cast<std::size_t>(char_strings->second));
    if (!glyphs) return std::nullopt;
    auto cids = read_charset(table, static_cast<std::size_t>(charset->second), glyphs->count);
    if (!cids) return std::nullopt;
    return CffCharset{true, std::move(*cids)};
}

} // namespace presskit::render
