// SPDX-License-Identifier: Apache-2.0
/// What the key figures, glossaries, pull quotes and the index of instruments of a text must look like.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/document.hpp"

namespace presskit::load {

inline constexpr std::size_t least_figures = 2;
inline constexpr std::size_t most_figures = 8;
inline constexpr std::size_t most_terms = 500;

/// Errors: `load.malformed-figures` (not one list whose items are a bold value and what it counts),
/// `load.malformed-glossary` (the same of terms and what they mean),
/// `load.malformed-pull-quote` (not one paragraph of plain words), `load.pull-quote-not-in-text`.
/// A pull quote is an artefact of the page (ISO 14289-1 7.1), which nobody hears: so its words must
/// stand in the text, in the same order and in one block.
void check_sections(const Blocks& body, Diagnostics& diagnostics);

} // namespace presskit::load
