// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/inner_pictures.hpp"

#include "stages/verify/little_endian.hpp"
#include "stages/verify/zip_layout.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace presskit::verify {
namespace {

/// RFC 4648 4: what each byte means, -1 for what means nothing.
constexpr auto base64_values = [] {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<int, 256> out{};
    out.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        out[static_cast<unsigned char>(alphabet[i])] = static_cast<int>(i);
    return out;
}();

/// Empty for anything else.
std::string from_base64(std::string_view text) {
    for (int pads = 0; pads < 2 && text.ends_with('='); ++pads) text.remove_suffix(1);
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = base64_values[static_cast<unsigned char>(c)];
        if (value < 0) return {};
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFF'FFFF;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

} // namespace

std::vector<std::string> pictures_in_html(std::string_view html) {
    std::vector<std::string> pictures;
    constexpr std::string_view coding = ";base64,"; // begins with what text seldom has
    for (const std::string_view kind : {"data:image/png", "data:image/jpeg"})
        for (std::size_t at = html.find(coding); at != std::string_view::npos;
             at = html.find(coding, at + coding.size())) {
            if (!html.substr(0, at).ends_with(kind)) continue;
            const std::size_t begin = at + coding.size();
            const std::size_t end = std::min(html.find_first_of("\"')", begin), html.size());
            pictures.push_back(from_base64(html.substr(begin, end - begin)));
        }
    return pictures;
}

std::vector<std::string> pictures_in_docx(std::string_view docx) {
    std::vector<std::string> pictures;
    while (docx.size() >= zip_local_bytes && docx.starts_with(std::string_view("PK\3\4", 4))) {
        const std::size_t packed = u32(docx, 18), name_bytes = u16(docx, 26), extra = u16(docx, 28);
        const std::size_t begin = zip_local_bytes + name_bytes + extra;
        if (begin > docx.size() || packed > docx.size() - begin) break;
        const std::string_view name = docx.substr(zip_local_bytes, name_bytes);
        if (name.starts_with("word/media/"))
            pictures.emplace_back(u16(docx, 8) == zip_stored ? docx.substr(begin, packed)
                                                             : std::string_view());
        docx.remove_prefix(begin + packed);
    }
    return pictures;
}

} // namespace presskit::verify
