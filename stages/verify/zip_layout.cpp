// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/zip_layout.hpp"

#include "stages/verify/limits.hpp"
#include "stages/verify/little_endian.hpp"
#include "stages/verify/zip_rows.hpp"

namespace presskit::verify {
namespace {

constexpr std::size_t central_bytes = 46, end_bytes = 22;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::string_view local_signature{"PK\3\4", 4};
constexpr std::string_view central_signature{"PK\1\2", 4};
constexpr std::string_view end_signature{"PK\5\6", 4};

bool has_record(std::string_view zip, std::size_t offset, std::size_t bytes,
                std::string_view signature) {
    return offset <= zip.size() && zip.size() - offset >= bytes &&
           zip.substr(offset).starts_with(signature);
}

/// Where the end record is. It ought to be the last 22 bytes; a comment or foreign bytes may
/// follow.
std::optional<std::size_t> find_end_record(std::string_view zip, FaultList& faults) {
    const std::size_t window = end_bytes + longest_comment;
    const std::size_t first = zip.size() > window ? zip.size() - window : 0;
    const std::size_t end = zip.rfind(end_signature);
    if (end == std::string_view::npos || end < first ||
        !has_record(zip, end, end_bytes, end_signature)) {
        if (zip.starts_with(local_signature))
            faults.add("verify.zip-truncated", "the zip ends before its directory does");
        else
            faults.add("verify.not-a-zip", "is not a zip archive");
        return std::nullopt;
    }
    const std::size_t comment = u16(zip, end + 20);
    if (comment != 0) faults.add("verify.zip-comment", "the archive has a comment");
    if (end + end_bytes + comment != zip.size())
        faults.add("verify.zip-trailing-bytes", "there are bytes after the end of the archive");
    return end;
}

struct Directory {
    std::size_t begin = 0, end = 0, entries = 0;
};

std::optional<Directory> read_end_record(std::string_view zip, FaultList& faults) {
    const auto end = find_end_record(zip, faults);
    if (!end) return std::nullopt;
    const Directory directory{u32(zip, *end + 16), *end, u16(zip, *end + 10)};
    if (u16(zip, *end + 4) != 0 || u16(zip, *end + 6) != 0 ||
        u16(zip, *end + 8) != directory.entries)
        faults.add("verify.zip-layout", "the archive claims to be one of several volumes");
    if (directory.begin + std::size_t{u32(zip, *end + 12)} != *end) {
        faults.add("verify.zip-layout", "the directory is not where the end record says");
        return std::nullopt;
    }
    if (directory.entries == 0 || directory.entries > max_zip_entries) {
        faults.add("verify.zip-entries", "has " + std::to_string(directory.entries) +
                                             " entries; 1 to " + std::to_string(max_zip_entries) +
                                             " are allowed");
        return std::nullopt;
    }
    return directory;
}

ZipRow read_row(std::string_view zip, std::size_t at) {
    ZipRow row;
    row.made_by = u16(zip, at + 4);
    row.version_needed = u16(zip, at + 6);
    row.flags = u16(zip, at + 8);
    row.method = u16(zip, at + 10);
    row.time = u16(zip, at + 12);
    row.date = u16(zip, at + 14);
    row.crc = u32(zip, at + 16);
    row.packed_bytes = u32(zip, at + 20);
    row.unpacked_bytes = u32(zip, at + 24);
    row.extra_bytes = u16(zip, at + 30);
    row.comment_bytes = u16(zip, at + 32);
    row.disk = u16(zip, at + 34);
    row.internal_attributes = u16(zip, at + 36);
    row.external_attributes = u32(zip, at + 38);
    row.local_offset = u32(zip, at + 42);
    return row;
}

std::optional<std::vector<ZipRow>> read_rows(std::string_view zip, const Directory& directory,
                                             FaultList& faults) {
    std::vector<ZipRow> rows;
    const std::string_view before_end = zip.substr(0, directory.end);
    std::size_t at = directory.begin;
    while (rows.size() < directory.entries &&
           has_record(before_end, at, central_bytes, central_signature)) {
        ZipRow row = read_row(zip, at);
        const std::size_t name_bytes = u16(zip, at + 28);
        row.name = before_end.substr(at + central_bytes, name_bytes);
        if (row.name.size() != name_bytes) break;
        at += central_bytes + name_bytes + row.extra_bytes + row.comment_bytes;
        rows.push_back(std::move(row));
    }
    if (rows.size() == directory.entries && at == directory.end) return rows;
    faults.add("verify.zip-layout", "the directory does not hold the entries it counts");
    return std::nullopt;
}

/// A local header says the same as its row. Returns where the entry's content ends, or nothing.
std::optional<std::size_t> check_local(std::string_view zip, const ZipRow& row, FaultList& faults) {
    const std::size_t at = row.local_offset;
    if (!has_record(zip, at, zip_local_bytes, local_signature)) {
        faults.add_at(row.name, "verify.zip-layout", "the entry is not where the directory says");
        return std::nullopt;
    }
    const std::size_t name_bytes = u16(zip, at + 26), extra_bytes = u16(zip, at + 28);
    const bool same = u16(zip, at + 4) == row.version_needed && u16(zip, at + 6) == row.flags &&
                      u16(zip, at + 8) == row.method && u16(zip, at + 10) == row.time &&
                      u16(zip, at + 12) == row.date && u32(zip, at + 14) == row.crc &&
                      u32(zip, at + 18) == row.packed_bytes &&
                      u32(zip, at + 22) == row.unpacked_bytes &&
                      zip.substr(at + zip_local_bytes, name_bytes) == row.name;
    if (!same)
        faults.add_at(row.name, "verify.zip-header-mismatch", "the entry's two headers disagree");
    if (extra_bytes != 0)
        faults.add_at(row.name, "verify.zip-extra-field", "the entry has extra fields");
    return at + zip_local_bytes + name_bytes + extra_bytes + row.packed_bytes;
}

/// The entries lie one after the other from the first byte to the directory.
bool check_order_of_bytes(std::string_view zip, const std::vector<ZipRow>& rows,
                          std::size_t directory, FaultList& faults) {
    if (rows.front().local_offset != 0)
        faults.add("verify.zip-leading-bytes", "there are bytes before the first entry");
    std::size_t expected = rows.front().local_offset;
    for (const ZipRow& row : rows) {
        if (row.local_offset != expected)
            faults.add_at(row.name, "verify.zip-layout",
                          "the entry does not follow the one before it");
        const auto end = check_local(zip, row, faults);
        if (!end || *end > directory) {
            if (end)
                faults.add_at(row.name, "verify.zip-layout", "the entry runs into the directory");
            return false;
        }
        expected = *end;
    }
    if (expected != directory)
        faults.add("verify.zip-layout", "there are bytes between the last entry and the directory");
    return true;
}

} // namespace

std::optional<std::vector<ZipRow>> check_layout(std::string_view zip, FaultList& faults) {
    const auto directory = read_end_record(zip, faults);
    if (!directory) return std::nullopt;
    auto rows = read_rows(zip, *directory, faults);
    if (!rows || !check_order_of_bytes(zip, *rows, directory->begin, faults)) return std::nullopt;
    if (!check_rows(*rows, faults)) return std::nullopt;
    return rows;
}

} // namespace presskit::verify
