// SPDX-License-Identifier: Apache-2.0
/// The font files of a run: read once, shared by every document on every thread.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/model/page.hpp"

#include <string>
#include <vector>

namespace presskit {

/// `bytes` is a whole OpenType file of one font; `path` is FontFile::name().
struct FontBytes {
    std::string path;
    std::string bytes;
    Digest digest;
};

/// Indexed by FontId; sorted by path, so that ids are the same on every machine.
struct FontLibrary {
    std::vector<FontBytes> fonts;
    const FontBytes& at(FontId id) const { return fonts[id.value]; }
};

} // namespace presskit
