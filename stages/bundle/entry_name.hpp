// SPDX-License-Identifier: Apache-2.0
/// File names that every system a journalist may use can unpack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::bundle {

/// Bytes, for one part of a path: the shortest limit of the archive formats that kits end up in.
inline constexpr std::size_t max_name_bytes = 100;
/// Bytes, for a whole path: leaves room for a folder below the 260 that Windows allows.
inline constexpr std::size_t max_path_bytes = 220;

/// Why `path` cannot be an entry ("is a name reserved by Windows"), or nothing. A path is relative,
/// with `/` between parts of ASCII letters, digits, `.`, `_`, `+` and `-`.
std::optional<std::string> name_fault(std::string_view path);

/// The first two of `paths` that a system without case, or with a folder where the other has a
/// file, cannot keep apart.
struct Collision {
    std::string first, second;
};
std::optional<Collision> find_collision(const std::vector<std::string_view>& paths);

/// A portable file name near to `name`: other characters become `-`.
std::string to_portable_name(std::string_view name);

} // namespace presskit::bundle
