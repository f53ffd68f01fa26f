// SPDX-License-Identifier: Apache-2.0
#include "stages/load/exif.hpp"

#include <cstddef>
#include <optional>

namespace presskit::load {
namespace {

constexpr unsigned orientation_tag = 0x0112, artist_tag = 0x013B, copyright_tag = 0x8298;
constexpr unsigned ascii_type = 2, short_type = 3, utf_8_type = 129; // the last since Exif 3.0
constexpr std::size_t entry_bytes = 12, longest_text = 65'535;

/// Numbers in the file's own byte order; 0 past the end.
struct Tiff {
    std::string_view bytes;
    bool little;

    unsigned byte_at(std::size_t at) const {
        return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
    }
    unsigned short_at(std::size_t at) const {
        const unsigned a = byte_at(at), b = byte_at(at + 1);
        return little ? b << 8 | a : a << 8 | b;
    }
    std::size_t long_at(std::size_t at) const {
        const std::size_t a = short_at(at), b = short_at(at + 2);
        return little ? b << 16 | a : a << 16 | b;
    }
};

struct Entry {
    unsigned type = 0;
    std::size_t count = 0;
    std::size_t field = 0; ///< where the value stands, or if it is longer than four bytes, the place of it
};

std::optional<Tiff> opened(std::string_view bytes) {
    const bool little = bytes.starts_with('I');
    if (!bytes.starts_with(std::string_view(little ? "II*\0" : "MM\0*", 4))) return std::nullopt;
    return Tiff{bytes, little};
}

std::optional<Entry> find_entry(const Tiff& tiff, unsigned tag) {
    const std::size_t directory = tiff.long_at(4);
    const unsigned entries = tiff.short_at(directory);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + entry_bytes * i;
        if (entry + entry_bytes > tiff.bytes.size()) break;
        if (tiff.short_at(entry) == tag) return Entry{tiff.short_at(entry + 2), tiff.long_at(entry + 4), entry + 8};
    }
    return std::nullopt;
}

std::string_view text_of(std::string_view bytes, unsigned tag) {
    const auto tiff = opened(bytes);
    const auto entry = tiff ? find_entry(*tiff, tag) : std::nullopt;
    if (!entry || (entry->type != ascii_type && entry->type != utf_8_type)) return {};
    const std::size_t at = entry->count > 4 ? tiff->long_at(entry->field) : entry->field;
    const bool is_whole = entry->count <= longest_text && at <= bytes.size() && entry->count <= bytes.size() - at;
    return is_whole ? bytes.substr(at, entry->count) : std::string_view{};
}

} // namespace

unsigned exif_orientation(std::string_view bytes) {
    const auto tiff = opened(bytes);
    const auto entry = tiff ? find_entry(*tiff, orientation_tag) : std::nullopt;
    if (!entry) return 1;
    const unsigned value = tiff->short_at(entry->field);
    return entry->type == short_type && entry->count == 1 && value >= 1 && value <= 8 ? value : 1;
}

std::string_view exif_artist(std::string_view tiff) { return text_of(tiff, artist_tag); }

std::string_view exif_copyright(std::string_view tiff) { return text_of(tiff, copyright_tag); }

} // namespace presskit::load
