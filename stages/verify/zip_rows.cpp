// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/zip_rows.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace presskit::verify {
namespace {

constexpr std::uint16_t deflated = 8;             // APPNOTE 4.4.5
constexpr std::uint16_t encrypted_flag = 0x0001;  // APPNOTE 4.4.4
constexpr std::uint16_t deflate_option_flags = 0x0006;
constexpr std::uint16_t descriptor_flag = 0x0008;
constexpr std::uint16_t utf8_flag = 0x0800;
constexpr unsigned unix_system = 3; // APPNOTE 4.4.2
constexpr std::uint32_t regular_0644 = 0100644, link_type = 0120000, type_mask = 0170000;

bool is_device(std::string_view part) {
    constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    const std::string stem = lower_ascii(part.substr(0, part.find('.')));
    const bool port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    return std::ranges::find(devices, stem) != devices.end() ||
           (port && stem[3] >= '0' && stem[3] <= '9');
}

std::optional<std::string> unsafe_part(std::string_view part) {
    if (part.empty()) return "has an empty part";
    if (part == "." || part == "..") return "leaves its folder";
    if (part.back() == '.' || part.back() == ' ') return "ends a part with a dot or a space";
    if (is_device(part)) return "is reserved by Windows";
    for (const char c : part)
        if (static_cast<unsigned char>(c) < 0x21 || static_cast<unsigned char>(c) > 0x7E ||
            std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos)
            return "has a character that some systems cannot unpack";
    return std::nullopt;
}

void check_flags(const ZipRow& row, FaultList& faults) {
    if (row.flags & encrypted_flag)
        faults.add_at(row.name, "verify.zip-encrypted", "the entry is encrypted");
    if (row.flags & descriptor_flag)
        faults.add_at(row.name, "verify.zip-data-descriptor", "the entry has a data descriptor");
    const std::uint16_t options = row.method == deflated ? deflate_option_flags : 0;
    const auto others = static_cast<std::uint16_t>(
        row.flags & ~(encrypted_flag | descriptor_flag | utf8_flag | options));
    if (!(row.flags & utf8_flag) || others != 0)
        faults.add_at(row.name, "verify.zip-flags", "the entry's flags are not those of a kit");
}

void check_attributes(const ZipRow& row, FaultList& faults) {
    const std::uint32_t mode = row.external_attributes >> 16;
    if ((mode & type_mask) == link_type)
        faults.add_at(row.name, "verify.zip-symlink", "the entry is a symbolic link");
    else if (mode != regular_0644 || (row.external_attributes & 0xFFFF) != 0 ||
             row.made_by >> 8 != unix_system)
        faults.add_at(row.name, "verify.zip-mode", "the entry is not a regular file of mode 0644");
    if (row.internal_attributes != 0 || row.disk != 0)
        faults.add_at(row.name, "verify.zip-attributes",
                      "the entry's attributes are not those of a kit");
    if (row.version_needed != (row.method == zip_stored ? 10 : 20))
        faults.add_at(row.name, "verify.zip-version", "the entry asks for another version of zip");
    if (row.extra_bytes != 0)
        faults.add_at(row.name, "verify.zip-extra-field", "the entry has extra fields");
    if (row.comment_bytes != 0)
        faults.add_at(row.name, "verify.zip-comment", "the entry has a comment");
}

bool check_method(const ZipRow& row, FaultList& faults) {
    if (row.method != zip_stored && row.method != deflated) {
        faults.add_at(row.name, "verify.zip-method",
                      "compression method " + std::to_string(row.method) + " is not one of a kit");
        return false;
    }
    if (row.method == zip_stored && row.packed_bytes != row.unpacked_bytes)
        faults.add_at(row.name, "verify.zip-header-mismatch", "a stored entry has two sizes");
    return !(row.flags & encrypted_flag);
}

bool check_size(const ZipRow& row, FaultList& faults) {
    const std::uint64_t unpacked = row.unpacked_bytes;
    if (unpacked <= harmless_bytes || unpacked / max_ratio <= row.packed_bytes) return true;
    faults.add_at(row.name, "verify.zip-bomb",
                  "the entry unpacks to more than " + std::to_string(max_ratio) +
                      " times its size");
    return false;
}

void check_names(const std::vector<ZipRow>& rows, FaultList& faults) {
    std::set<std::string> seen;
    for (const ZipRow& row : rows) {
        if (const auto reason = unsafe_name(row.name))
            faults.add_at(row.name, "verify.zip-name", "the name " + *reason);
        if (!seen.insert(lower_ascii(row.name)).second)
            faults.add_at(row.name, "verify.zip-duplicate", "two entries have this name");
    }
    if (!std::ranges::is_sorted(rows, {}, &ZipRow::name))
        faults.add("verify.zip-order", "the entries are not in order of name");
}

/// A kit is made at one time by one writer.
void check_uniform(const std::vector<ZipRow>& rows, FaultList& faults) {
    for (const ZipRow& row : rows) {
        if (row.time != rows.front().time || row.date != rows.front().date)
            faults.add_at(row.name, "verify.zip-time", "the entry has another time than the first");
        if (row.made_by != rows.front().made_by)
            faults.add_at(row.name, "verify.zip-version",
                          "the entry is by another writer than the first");
    }
}

} // namespace

std::optional<std::string> unsafe_name(std::string_view path) {
    for (;;) {
        const std::size_t slash = path.find('/');
        if (auto reason = unsafe_part(path.substr(0, slash))) return reason;
        if (slash == std::string_view::npos) return std::nullopt;
        path.remove_prefix(slash + 1);
    }
}

bool check_rows(const std::vector<ZipRow>& rows, FaultList& faults) {
    bool safe = true;
    std::uint64_t total = 0;
    for (const ZipRow& row : rows) {
        check_flags(row, faults);
        check_attributes(row, faults);
        safe = check_method(row, faults) && safe;
        safe = check_size(row, faults) && safe;
        total += row.unpacked_bytes;
    }
    if (total > max_unpacked_bytes) {
        faults.add("verify.zip-bomb", "the archive unpacks to " + human_bytes(total));
        safe = false;
    }
    check_names(rows, faults);
    check_uniform(rows, faults);
    return safe;
}

} // namespace presskit::verify
