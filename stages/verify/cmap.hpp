// SPDX-License-Identifier: Apache-2.0
/// CMaps: from codes to CIDs (ISO 32000-1 9.7.5) and from codes to text (9.10.3).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// UTF-16BE text by code, from the bfchar and bfrange sections. Nothing if they are malformed, or
/// if a code has not `bytes_a_code` bytes.
std::optional<std::map<unsigned, std::string>> read_to_unicode(std::string_view cmap,
                                                               std::size_t bytes_a_code = 2);

/// What an embedded CMap says of itself.
struct CodeMap {
    /// Every byte is a code, and the CID of that number; nothing else is mapped.
    bool is_one_byte_identity = false;
    bool builds_on_another = false;
    unsigned writing_mode = 0;
};

/// Malformed sections map nothing.
CodeMap read_code_map(std::string_view cmap);

} // namespace presskit::verify
