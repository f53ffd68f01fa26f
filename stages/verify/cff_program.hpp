// SPDX-License-Identifier: Apache-2.0
/// The advance widths of a CFF font program, which stand at the beginning of its charstrings. The only door to
/// FreeType in this folder: programs with PostScript outlines are run, and FreeType runs hostile ones safely.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace presskit::verify {

class CffProgram {
  public:
    /// Nothing if it is no CFF, alone or in OpenType.
    static std::optional<CffProgram> read(std::string bytes);

    /// In thousandths of the font's size; nothing if no glyph is the CID's, or it cannot be run. In a
    /// name-keyed font the CID is the glyph's place. ISO 32000-1 9.7.4.2.
    std::optional<double> width(unsigned cid) const;

  private:
    struct Face;
    explicit CffProgram(std::shared_ptr<Face> face) : face_(std::move(face)) {}
    std::shared_ptr<Face> face_;
};

} // namespace presskit::verify
