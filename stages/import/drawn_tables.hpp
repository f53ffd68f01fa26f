// SPDX-License-Identifier: Apache-2.0
/// Tables that pandoc draws with dashes and bars in plain text, as words: those of word processors'
/// files are often only there to place a letterhead.
#pragma once

#include <string>
#include <string_view>

namespace presskit::import {

/// Each cell is a paragraph, row by row; rules between paragraphs are gone.
std::string without_drawn_tables(std::string_view text);

} // namespace presskit::import
