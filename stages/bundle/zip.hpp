// SPDX-License-Identifier: Apache-2.0
/// Zip archives whose bytes depend on nothing but their entries and one instant.
///
/// Entries lie in order of name, all with the same UTC time, mode 0644 and UTF-8 names, without
/// extra fields, data descriptors or comments. What is compressed already (PDF, PNG, JPEG, zip) is
/// stored, the rest deflated at one level; what many archives hold is deflated once, before they
/// are written. zip64 is not written: a kit ends far below 4 GiB.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace presskit::bundle {

/// What deflated bytes are when they are inflated.
struct Inflated {
    std::uint64_t bytes = 0;
    std::uint32_t crc32 = 0;
};

/// `name` is a path in the archive, see entry_name.hpp. `bytes` are the file's own or, with
/// `inflated`, these deflated.
struct ZipEntry {
    std::string_view name;
    std::string_view bytes;
    std::optional<Inflated> inflated{};

    std::uint64_t file_bytes() const { return inflated ? inflated->bytes : bytes.size(); }
};

/// A file as zips hold it, to be packed into many.
struct DeflatedFile {
    std::string bytes;
    Inflated inflated;
};

/// Deflates files for zips. One thread; keeps its tables from file to file.
class ZipDeflater {
  public:
    ZipDeflater();
    DeflatedFile deflate(std::string_view bytes);
    /// The same for one of a few small files that come again and again: kept as long as this lives.
    const DeflatedFile& deflate_once(std::string_view bytes);

  private:
    Deflater deflater_;
    std::map<std::string, DeflatedFile, std::less<>> kept_;
};

/// By its name: PDF, PNG, JPEG, DOCX, zip.
bool is_compressed_already(std::string_view name);

/// What a sealed zip holds.
struct SealedZip {
    ZipEntry readme, contents;
};

inline constexpr std::size_t max_zip_entries = 10'000;
inline constexpr std::uint64_t max_zip_content_bytes = 2'000'000'000;

/// Writes the archive. `timestamp` is in seconds since 1970-01-01T00:00Z, kept within DOS time.
/// Errors: a name is not portable, or two are one on a system without case; nothing to pack, or
/// more than the limits; a fault of libzip (internal).
Result<std::string> write_zip(std::span<const ZipEntry> entries, std::int64_t timestamp);

/// A zip for one reader: `contents` is encrypted by AES-256 (WinZip's AE-2, never ZipCrypto), `readme`
/// is not. Names and sizes are never hidden in a zip, so they should tell nothing; the time of both is
/// 1980. Salts are random: this alone of all that presskit writes differs from run to run.
/// Errors: as of write_zip.
Result<std::string> write_sealed(const SealedZip& zip, const std::string& passphrase);

/// The same for a file format that is a zip: its names are the format's own, and only two equal ones
/// are refused.
Result<std::string> write_package(std::span<const ZipEntry> entries, std::int64_t timestamp);

} // namespace presskit::bundle
