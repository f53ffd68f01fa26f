// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/zip_contents.hpp"

#include <memory>
#include <optional>
#include <zip.h>

namespace presskit::verify {
namespace {

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

Archive open(std::string_view zip) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(zip.data(), zip.size(), 0, &error);
    Archive archive;
    if (source) archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (source && !archive) zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

/// The entry's bytes if there are exactly as many as claimed and their CRC agrees.
std::optional<std::string> read(zip_t* archive, std::size_t index, std::size_t claimed_bytes) {
    const File file{zip_fopen_index(archive, index, 0)};
    if (!file) return std::nullopt;
    std::string bytes(claimed_bytes, '\0');
    std::size_t filled = 0;
    while (filled < claimed_bytes) {
        const zip_int64_t count =
            zip_fread(file.get(), bytes.data() + filled, claimed_bytes - filled);
        if (count <= 0) return std::nullopt;
        filled += static_cast<std::size_t>(count);
    }
    // libzip compares the CRC when it meets the end, so the end must be read.
    char beyond = 0;
    if (zip_fread(file.get(), &beyond, 1) != 0) return std::nullopt;
    return bytes;
}

} // namespace

std::map<std::string, std::string>
read_contents(std::string_view zip, const std::vector<ZipRow>& rows, FaultList& faults) {
    std::map<std::string, std::string> contents;
    const Archive archive = open(zip);
    if (!archive ||
        zip_get_num_entries(archive.get(), 0) != static_cast<zip_int64_t>(rows.size())) {
        faults.add("verify.not-a-zip", "cannot be opened as a zip archive");
        return contents;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto bytes = read(archive.get(), i, rows[i].unpacked_bytes);
        if (!bytes)
            faults.add_at(rows[i].name, "verify.zip-content",
                          "the entry does not unpack to the size and CRC it claims");
        else
            contents.try_emplace(rows[i].name, std::move(*bytes));
    }
    return contents;
}

} // namespace presskit::verify
