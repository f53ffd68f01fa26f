// SPDX-License-Identifier: Apache-2.0
/// Files that no editor would write, made where a test needs them.
#pragma once

#include <cstdint>
#include <string>

namespace presskit::e2e {

std::string repeated(const std::string& piece, int times);

/// `[[[…]]]`.
std::string nested(const std::string& open, const std::string& close, int depth);

/// Lists of lists by anchors and aliases: 2^30 values in a kilobyte.
std::string alias_bomb();

/// A block mapping `depth` levels deep.
std::string deep_yaml_block(int depth);

/// The sample campaign's logo: a good PNG.
std::string good_png();
/// The same with one bit of its pixels turned.
std::string damaged_png();
/// The same, but its header claims another size.
std::string png_of_size(std::uint32_t width, std::uint32_t height);

/// Noto Sans, saying in OS/2 fsType what may be done with it.
std::string font_with_permission(std::uint16_t fs_type);

} // namespace presskit::e2e
