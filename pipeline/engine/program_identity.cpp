// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/program_identity.hpp"

#include <cstddef>
#include <cstring>
#include <elf.h>
#include <link.h>
#include <string_view>

namespace presskit::engine {
namespace {

constexpr std::size_t padded(std::size_t bytes) { return (bytes + 3) / 4 * 4; }

/// The build id among the notes of one segment, each a header, a name and a value. System V ABI,
/// "Note Section".
std::string_view build_id_in(std::string_view notes) {
    while (notes.size() >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) header;
        std::memcpy(&header, notes.data(), sizeof header);
        const std::size_t value = sizeof header + padded(header.n_namesz);
        const std::size_t next = value + padded(header.n_descsz);
        if (next > notes.size()) return {};
        const std::string_view name = notes.substr(sizeof header, header.n_namesz);
        if (header.n_type == NT_GNU_BUILD_ID && name == std::string_view("GNU\0", 4))
            return notes.substr(value, header.n_descsz);
        notes.remove_prefix(next);
    }
    return {};
}

std::string_view build_id_of(const dl_phdr_info& object) {
    for (ElfW(Half) i = 0; i < object.dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object.dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader gives addresses as numbers.
        const auto* notes = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
        if (const auto id = build_id_in({notes, segment.p_memsz}); !id.empty()) return id;
    }
    return {};
}

struct Identity {
    std::string text;
    bool is_known = true;
};

int add_object(dl_phdr_info* object, std::size_t, void* data) {
    auto& identity = *static_cast<Identity*>(data);
    const std::string_view file = object->dlpi_name;
    if (file.starts_with("linux-vdso")) return 0; // the kernel's: it computes nothing of ours
    const std::string_view id = build_id_of(*object);
    identity.is_known = identity.is_known && !id.empty();
    identity.text.append(std::to_string(id.size())).append(":").append(id);
    return 0;
}

} // namespace

std::optional<std::string> program_identity() {
    Identity identity;
    dl_iterate_phdr(add_object, &identity);
    return identity.is_known ? std::optional(std::move(identity.text)) : std::nullopt;
}

} // namespace presskit::engine
