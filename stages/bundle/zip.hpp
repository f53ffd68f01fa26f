// SPDX-License-Identifier: Apache-2.0
/// Zip archives whose bytes depend on nothing but their entries and one instant.
///
/// Entries lie in order of name, all with the same UTC time, mode 0644 and UTF-8 names, without
/// extra fields, data descriptors or comments. What is compressed already (PDF, PNG, JPEG, zip) is
/// stored, the rest deflated at one level. zip64 is not written: a kit ends far below 4 GiB.
#pragma once

#include "pipeline/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace presskit::bundle {

/// `name` is a path in the archive, see entry_name.hpp.
struct ZipEntry {
    std::string_view name;
    std::string_view bytes;
};

inline constexpr std::size_t max_zip_entries = 10'000;
inline constexpr std::uint64_t max_zip_content_bytes = 2'000'000'000;

/// Writes the archive. `timestamp` is in seconds since 1970-01-01T00:00Z, kept within DOS time.
/// Errors: a name is not portable, or two are one on a system without case; nothing to pack, or
/// more than the limits; a fault of libzip (internal).
Result<std::string> write_zip(std::span<const ZipEntry> entries, std::int64_t timestamp);

/// The same for a file format that is a zip: its names are the format's own, and only two equal ones
/// are refused.
Result<std::string> write_package(std::span<const ZipEntry> entries, std::int64_t timestamp);

} // namespace presskit::bundle
