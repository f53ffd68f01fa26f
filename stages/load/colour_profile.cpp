// SPDX-License-Identifier: Apache-2.0
#include "stages/load/colour_profile.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <cstddef>

namespace presskit::load {
namespace {

constexpr std::size_t header_bytes = 128, entry_bytes = 12, max_tags = 100, longest_name = 80;

/// Big-endian; 0 past the end.
std::size_t number_in(std::string_view bytes, std::size_t at, int count) {
    std::size_t value = 0;
    for (int i = 0; i < count; ++i, ++at)
        value = value << 8 | (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u);
    return value;
}

std::string_view part(std::string_view bytes, std::size_t at, std::size_t length) {
    return at < bytes.size() ? bytes.substr(at, length) : std::string_view{};
}

/// Of a tag of type `desc` (version 2) or `mluc` (version 4, its first language), one line that may be
/// shown.
std::string name_in(std::string_view tag) {
    std::string name;
    if (tag.starts_with("desc")) {
        name = part(tag, 12, number_in(tag, 8, 4));
    } else if (tag.starts_with("mluc")) {
        const std::size_t length = number_in(tag, 20, 4), begin = number_in(tag, 24, 4);
        const std::string_view units = part(tag, begin, length);
        for (std::size_t at = 0; at + 2 <= units.size(); at += 2)
            append_utf8(name, static_cast<char32_t>(number_in(units, at, 2)));
    }
    const std::u32string shown = printable(name.substr(0, name.find('\0')));
    return to_utf8(shown.substr(0, longest_name));
}

bool is_srgb(std::string_view name) {
    const std::string folded = lower_ascii(name);
    // "c2" and "uRGB" are small profiles of the same colours, made for the web.
    return folded.find("srgb") != std::string::npos || folded == "c2" || folded == "urgb" ||
           folded.find("61966") != std::string::npos;
}

} // namespace

std::string other_profile(std::string_view icc) {
    const std::string_view space = part(icc, 16, 4);
    if (part(icc, 36, 4) != "acsp" || (space != "RGB " && space != "GRAY" && space != "CMYK")) return {};
    const std::size_t tags = std::min(number_in(icc, header_bytes, 4), max_tags);
    for (std::size_t i = 0; i < tags; ++i) {
        const std::size_t entry = header_bytes + 4 + i * entry_bytes;
        if (part(icc, entry, 4) != "desc") continue;
        const std::string name =
            name_in(part(icc, number_in(icc, entry + 4, 4), number_in(icc, entry + 8, 4)));
        return is_srgb(name) ? std::string() : name;
    }
    return {};
}

} // namespace presskit::load
