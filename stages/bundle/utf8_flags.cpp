// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/utf8_flags.hpp"

#include <cstdint>
#include <string_view>

namespace presskit::bundle {
namespace {

constexpr std::size_t local_header_bytes = 30;   // APPNOTE 4.3.7
constexpr std::size_t central_header_bytes = 46; // APPNOTE 4.3.12
constexpr std::size_t end_record_bytes = 22;     // APPNOTE 4.3.16
constexpr std::string_view local_signature{"PK\3\4", 4};
constexpr std::string_view central_signature{"PK\1\2", 4};
constexpr std::string_view end_signature{"PK\5\6", 4};
constexpr unsigned char utf8_bit = 0x08; // bit 11 is bit 3 of the second byte

std::size_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + i - 1]);
    return value;
}

bool has_record(std::string_view zip, std::size_t offset, std::size_t bytes,
                std::string_view signature) {
    return offset <= zip.size() && zip.size() - offset >= bytes &&
           zip.substr(offset, signature.size()) == signature;
}

void set_bit(std::string& zip, std::size_t second_flag_byte) {
    zip[second_flag_byte] =
        static_cast<char>(static_cast<unsigned char>(zip[second_flag_byte]) | utf8_bit);
}

} // namespace

bool set_utf8_flags(std::string& zip, std::size_t entries) {
    if (zip.size() < end_record_bytes) return false;
    const std::size_t end = zip.size() - end_record_bytes;
    if (!has_record(zip, end, end_record_bytes, end_signature)) return false;
    if (little_endian(zip, end + 10, 2) != entries) return false;
    std::size_t central = little_endian(zip, end + 16, 4);
    for (std::size_t i = 0; i < entries; ++i) {
        if (!has_record(zip, central, central_header_bytes, central_signature)) return false;
        const std::size_t local = little_endian(zip, central + 42, 4);
        if (!has_record(zip, local, local_header_bytes, local_signature)) return false;
        set_bit(zip, central + 9);
        set_bit(zip, local + 7);
        central += central_header_bytes + little_endian(zip, central + 28, 2) +
                   little_endian(zip, central + 30, 2) + little_endian(zip, central + 32, 2);
    }
    return central == end;
}

} // namespace presskit::bundle
