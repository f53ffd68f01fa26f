// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/zip.hpp"

#include "pipeline/base/text.hpp"
#include "stages/bundle/dos_time.hpp"
#include "stages/bundle/entry_name.hpp"
#include "stages/bundle/utf8_flags.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
#include <zip.h>

namespace presskit::bundle {
namespace {

constexpr int deflate_level = 1; // 4 takes twice as long and takes a fiftieth off a kit
constexpr zip_uint32_t regular_file_0644 = 0100644u << 16; // the upper half holds the Unix mode

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// The message of a zip_error_t, which owns memory of its own.
class ZipError {
  public:
    ZipError() { zip_error_init(&error_); }
    ~ZipError() { zip_error_fini(&error_); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    zip_error_t* get() { return &error_; }
    std::string text() { return zip_error_strerror(&error_); }

  private:
    zip_error_t error_{};
};

Diagnostic internal_fault(std::string message) {
    return {"bundle.zip-failed",
            "the zip cannot be written: " + std::move(message),
            "report this",
            {},
            {},
            Severity::error,
            Blame::internal};
}

Diagnostic content_fault(std::string code, std::string message, std::string hint) {
    return {std::move(code), std::move(message), std::move(hint), {}, {},
            Severity::error, Blame::content};
}

Diagnostics name_faults(std::span<const ZipEntry> entries) {
    Diagnostics faults;
    std::vector<std::string_view> names;
    for (const ZipEntry& entry : entries) {
        names.push_back(entry.name);
        if (const auto fault = name_fault(entry.name))
            faults.push_back(
                content_fault("bundle.name-not-portable",
                              "the file name `" + to_utf8(printable(entry.name)) + "` " + *fault,
                              "use short names of ASCII letters, digits and `-`"));
    }
    if (const auto collision = find_collision(names))
        faults.push_back(content_fault("bundle.name-collision",
                                       "the file names `" + collision->first + "` and `" +
                                           collision->second + "` are one on some systems",
                                       "rename one of them"));
    return faults;
}

Diagnostics faults_of(std::span<const ZipEntry> entries) {
    std::uint64_t total = 0;
    for (const ZipEntry& entry : entries) total += entry.file_bytes();
    if (entries.empty() || entries.size() > max_zip_entries || total > max_zip_content_bytes)
        return {content_fault("bundle.kit-size",
                              "a zip of " + std::to_string(entries.size()) + " files with " +
                                  human_bytes(total) + " cannot be made",
                              "keep a kit between 1 and " + std::to_string(max_zip_entries) +
                                  " files and below " + human_bytes(max_zip_content_bytes))};
    return name_faults(entries);
}

/// Deflated bytes as libzip takes them from another archive: it copies them as they are. `bytes`
/// are the caller's.
struct DeflatedReader {
    std::string_view bytes;
    Inflated inflated;
    std::size_t read = 0;
};

zip_int64_t describe(const DeflatedReader& reader, zip_stat_t& stat) {
    zip_stat_init(&stat);
    stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    stat.size = reader.inflated.bytes;
    stat.crc = reader.inflated.crc32;
    stat.comp_size = reader.bytes.size();
    stat.comp_method = ZIP_CM_DEFLATE;
    return sizeof stat;
}

zip_int64_t read_deflated(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& reader = *static_cast<DeflatedReader*>(state);
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
    case ZIP_SOURCE_OPEN: reader.read = 0; return 0;
    case ZIP_SOURCE_READ: {
        const std::size_t count = reader.bytes.copy(static_cast<char*>(data), size, reader.read);
        reader.read += count;
        return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_STAT: return describe(reader, *static_cast<zip_stat_t*>(data));
    case ZIP_SOURCE_FREE: delete &reader; return 0;
    default: return 0; // closing; errors there are none
    }
}

zip_source_t* deflated_source(zip_t* archive, const ZipEntry& entry) {
    auto reader = std::make_unique<DeflatedReader>(DeflatedReader{entry.bytes, *entry.inflated});
    zip_source_t* source = zip_source_function(archive, read_deflated, reader.get());
    if (source != nullptr) static_cast<void>(reader.release()); // freed with the source
    return source;
}

/// Bytes to encrypt, where a zip has any.
struct Encryption {
    std::string_view entry;
    const char* passphrase = nullptr;
};

bool encrypt(zip_t* archive, zip_uint64_t index, const ZipEntry& entry,
             const Encryption& encryption) {
    return encryption.passphrase == nullptr || entry.name != encryption.entry ||
           zip_file_set_encryption(archive, index, ZIP_EM_AES_256, encryption.passphrase) == 0;
}

bool add(zip_t* archive, const ZipEntry& entry, DosTime time, const Encryption& encryption) {
    Source source{entry.inflated
                      ? deflated_source(archive, entry)
                      : zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0)};
    if (!source) return false;
    const std::string name(entry.name);
    const zip_int64_t added = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (added < 0) return false;
    static_cast<void>(source.release()); // the archive owns it from here on
    const auto index = static_cast<zip_uint64_t>(added);
    const zip_int32_t method = entry.inflated ? ZIP_CM_DEFAULT : ZIP_CM_STORE;
    return zip_file_set_dostime(archive, index, time.time, time.date, 0) == 0 &&
           zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, regular_file_0644) ==
               0 &&
           zip_set_file_compression(archive, index, method, 0) == 0 &&
           encrypt(archive, index, entry, encryption);
}

/// The bytes that a closed archive left in `buffer`; empty if they cannot be read.
std::string bytes_of(zip_source_t* buffer) {
    if (zip_source_open(buffer) != 0) return {};
    std::string bytes;
    if (zip_source_seek(buffer, 0, SEEK_END) == 0)
        if (const zip_int64_t size = zip_source_tell(buffer); size > 0)
            bytes.resize(static_cast<std::size_t>(size));
    const bool rewound = zip_source_seek(buffer, 0, SEEK_SET) == 0;
    const zip_int64_t read = rewound ? zip_source_read(buffer, bytes.data(), bytes.size()) : -1;
    zip_source_close(buffer);
    if (!std::in_range<std::size_t>(read) || static_cast<std::size_t>(read) != bytes.size())
        return {};
    return bytes;
}

/// Entries in order of name, those deflated that are worth it. The deflated bytes lie in `made`.
std::vector<ZipEntry> prepared(std::span<const ZipEntry> entries, std::deque<DeflatedFile>& made) {
    std::vector<ZipEntry> sorted(entries.begin(), entries.end());
    std::ranges::sort(sorted, {}, &ZipEntry::name);
    std::optional<ZipDeflater> deflater;
    for (ZipEntry& entry : sorted) {
        if (entry.inflated || is_compressed_already(entry.name)) continue;
        if (!deflater) deflater.emplace();
        const DeflatedFile& file = made.emplace_back(deflater->deflate(entry.bytes));
        entry.bytes = file.bytes;
        entry.inflated = file.inflated;
    }
    return sorted;
}

Result<std::string> pack(std::span<const ZipEntry> entries, DosTime time,
                         const Encryption& encryption = {}) {
    std::deque<DeflatedFile> made;
    const std::vector<ZipEntry> sorted = prepared(entries, made);
    ZipError error;
    const Source buffer{zip_source_buffer_create(nullptr, 0, 0, error.get())};
    if (!buffer) return internal_fault(error.text());
    Archive archive{zip_open_from_source(buffer.get(), ZIP_CREATE | ZIP_TRUNCATE, error.get())};
    if (!archive) return internal_fault(error.text());
    zip_source_keep(buffer.get()); // one reference for the archive, one for `buffer`
    for (const ZipEntry& entry : sorted)
        if (!add(archive.get(), entry, time, encryption))
            return internal_fault(zip_strerror(archive.get()));
    if (zip_close(archive.get()) != 0) return internal_fault(zip_strerror(archive.get()));
    static_cast<void>(archive.release()); // a successful close has freed it
    std::string bytes = bytes_of(buffer.get());
    if (!set_utf8_flags(bytes, sorted.size())) return internal_fault("unexpected headers");
    return bytes;
}

} // namespace

bool is_compressed_already(std::string_view name) {
    constexpr std::array<std::string_view, 6> extensions{".pdf",  ".png", ".jpg",
                                                         ".jpeg", ".zip", ".docx"};
    const std::string folded = lower_ascii(name);
    return std::ranges::any_of(extensions, [&](auto e) { return folded.ends_with(e); });
}

ZipDeflater::ZipDeflater() : deflater_(deflate_level) {}

DeflatedFile ZipDeflater::deflate(std::string_view bytes) {
    return {deflater_.deflate_raw(bytes), {bytes.size(), crc32_of(bytes)}};
}

const DeflatedFile& ZipDeflater::deflate_once(std::string_view bytes) {
    const auto known = kept_.find(bytes);
    if (known != kept_.end()) return known->second;
    return kept_.emplace(bytes, deflate(bytes)).first->second;
}

Result<std::string> write_zip(std::span<const ZipEntry> entries, std::int64_t timestamp) {
    if (Diagnostics faults = faults_of(entries); !faults.empty()) return faults;
    return pack(entries, to_dos_time(timestamp));
}

Result<std::string> write_sealed(const SealedZip& zip, const std::string& passphrase) {
    const std::array<ZipEntry, 2> entries{zip.readme, zip.contents};
    if (Diagnostics faults = faults_of(entries); !faults.empty()) return faults;
    return pack(entries, to_dos_time(0), {zip.contents.name, passphrase.c_str()});
}

Result<std::string> write_package(std::span<const ZipEntry> entries, std::int64_t timestamp) {
    return pack(entries, to_dos_time(timestamp)); // libzip refuses two of one name
}

} // namespace presskit::bundle
