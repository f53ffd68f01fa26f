// SPDX-License-Identifier: Apache-2.0
/// The bones of a zip, read byte by byte: what a lenient library would overlook is what makes one
/// archive unpack differently in two places.
#pragma once

#include "stages/verify/fault_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// What stands in a local file header before the name. APPNOTE 4.3.7.
inline constexpr std::size_t zip_local_bytes = 30;
/// The method of an entry that is in the archive as it is. APPNOTE 4.4.5.
inline constexpr std::uint16_t zip_stored = 0;

/// One row of the central directory. APPNOTE 4.3.12.
struct ZipRow {
    std::string name;
    std::uint16_t made_by = 0, version_needed = 0, flags = 0, method = 0, time = 0, date = 0;
    std::uint16_t internal_attributes = 0;
    std::uint32_t crc = 0, packed_bytes = 0, unpacked_bytes = 0;
    std::uint32_t external_attributes = 0, local_offset = 0;
    std::uint16_t extra_bytes = 0, comment_bytes = 0, disk = 0;
};

/// Reads the directory and reports all that is not as presskit writes it: anything before, between
/// or after the entries, comments, extra fields, other flags, methods, modes and times, headers
/// that disagree, unsafe or repeated names, bombs. Nothing, if the directory cannot be read or the
/// contents are not safe to unpack.
std::optional<std::vector<ZipRow>> check_layout(std::string_view zip, FaultList& faults);

/// Why a path must not be unpacked, or nothing.
std::optional<std::string> unsafe_name(std::string_view path);

} // namespace presskit::verify
