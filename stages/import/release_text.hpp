// SPDX-License-Identifier: Apache-2.0
/// The parts of a release as Markdown, so written that reading it back gives each word as it stood.
#pragma once

#include "stages/import/release_parts.hpp"

#include <string>
#include <string_view>

namespace presskit::import {

/// texts/release/LANG.md.
std::string to_release_text(const ReleaseParts& parts, const Language& language);

/// Escapes what Markdown or this dialect would take as a mark, also at the start of a line.
std::string escape_markdown(std::u32string_view text, bool at_line_start);

/// A YAML string in double quotes.
std::string to_yaml_string(std::u32string_view text);

} // namespace presskit::import
