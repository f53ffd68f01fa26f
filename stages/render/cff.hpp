// SPDX-License-Identifier: Apache-2.0
/// Just enough of the Compact Font Format to know by which number a PDF calls a glyph: its position
/// in a name-keyed font, its CID in a CID-keyed one (ISO 32000-1 9.7.4.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace presskit::render {

/// `cids` has the CID of each glyph of a CID-keyed font and is empty for a name-keyed one.
struct CffCharset {
    bool cid_keyed = false;
    std::vector<std::uint16_t> cids;
};

/// Reads a `CFF ` table; none if it is malformed. Never reads outside `table`.
/// Spec: Adobe Technical Note 5176, 5, 9, 13.
std::optional<CffCharset> read_cff_charset(std::string_view table);

} // namespace presskit::render
