// SPDX-License-Identifier: Apache-2.0
/// Inputs made hostile: a few changes to a sound file, so that what reads it gets past its first check.
#pragma once

#include "tests/fuzz/random.hpp"

#include <string>
#include <string_view>

namespace presskit::fuzz {

/// Lines, words and numbers of a text moved, repeated, lost, or replaced by what is special in YAML,
/// Markdown, SVG, Unicode or JSON.
std::string mutated_text(std::string text, Random& random);

/// Bytes changed, lost, repeated, inserted; or the end cut off.
std::string mutated_bytes(std::string bytes, Random& random);

/// As many bytes as before, some of them others: no offset moves.
std::string overwritten(std::string bytes, Random& random);

/// Chunks of a PNG changed, lost, repeated or swapped, with checksums that are right.
std::string mutated_png(const std::string& png, Random& random);

/// Segments of a JPEG changed, lost, repeated or swapped, with lengths that are right.
std::string mutated_jpeg(const std::string& jpeg, Random& random);

/// Numbers inside the tables of an OpenType font changed, mostly at their heads. Checksums of tables stay
/// as they were: nobody reads them.
std::string mutated_font(std::string font, Random& random);

} // namespace presskit::fuzz
