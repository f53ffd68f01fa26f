// SPDX-License-Identifier: Apache-2.0
/// A document as plain text, to paste into whatever a newsroom writes with.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// UTF-8 with one line a paragraph and an empty line between paragraphs. Items of lists are indented
/// and begin with their number or "•", cells of a row are parted by tabs, and notes are
/// referred to as "[1]", or by their own mark. Addresses behind words are left out: all that stands
/// here can be printed.
std::string to_text(const Copy& copy);

/// The body and its notes alone, without title and notices.
std::string text_of_body(const Copy& copy);

} // namespace presskit::formats
