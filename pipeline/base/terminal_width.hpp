// SPDX-License-Identifier: Apache-2.0
/// How many cells of a terminal a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace presskit {

/// Two for East Asian wide and fullwidth characters and for emoji, none for combining marks, joiners
/// and other characters that show nothing, one for all others. As terminals count: what is joined
/// into one emoji is not one. Spec: UAX #11.
std::size_t terminal_width(std::u32string_view text);

} // namespace presskit
