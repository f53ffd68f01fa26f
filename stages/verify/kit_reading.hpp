// SPDX-License-Identifier: Apache-2.0
/// Looking into a kit that was found sound, for those who show what is in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// The file at `path` below the kit's top folder; none if there is none, or the zip is not sound.
std::optional<std::string> read_from_kit(std::string_view zip, std::string_view path);

} // namespace presskit::verify
