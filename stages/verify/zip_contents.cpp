// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/zip_contents.hpp"

#include "stages/verify/inflate.hpp"
#include "stages/verify/little_endian.hpp"

#include <optional>

namespace presskit::verify {
namespace {

/// The entry's bytes if there are exactly as many as claimed and their CRC agrees. The layout was
/// checked: the content lies inside the archive.
std::optional<std::string> read(std::string_view zip, const ZipRow& row) {
    const std::size_t at = row.local_offset;
    const std::size_t begin = at + zip_local_bytes + u16(zip, at + 26) + u16(zip, at + 28);
    const std::string_view packed = zip.substr(begin, row.packed_bytes);
    auto bytes = row.method == 0 ? std::optional<std::string>(packed)
                                 : inflate_exactly(packed, row.unpacked_bytes);
    if (!bytes || bytes->size() != row.unpacked_bytes || crc32_of(*bytes) != row.crc)
        return std::nullopt;
    return bytes;
}

} // namespace

std::map<std::string, std::string>
read_contents(std::string_view zip, const std::vector<ZipRow>& rows, FaultList& faults) {
    std::map<std::string, std::string> contents;
    for (const ZipRow& row : rows) {
        auto bytes = read(zip, row);
        if (!bytes)
            faults.add_at(row.name, "verify.zip-content",
                          "the entry does not unpack to the size and CRC it claims");
        else
            contents.try_emplace(row.name, std::move(*bytes));
    }
    return contents;
}

} // namespace presskit::verify
