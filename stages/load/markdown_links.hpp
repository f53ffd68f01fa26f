// SPDX-License-Identifier: Apache-2.0
/// Where a link may lead and where a picture may lie.
#pragma once

#include "pipeline/base/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::load {

inline constexpr std::size_t address_byte_limit = 2048;

/// The address as it is written into files: ASCII, with other bytes of the path percent-encoded
/// (RFC 3986 2.1). None after an error.
/// Errors: `load.link-scheme` (neither https nor mailto), `load.malformed-link`.
std::optional<std::string> checked_address(std::string_view address, Span span,
                                           Diagnostics& diagnostics);

/// Reports a path that is not a plain relative path inside the campaign as `load.image-path`.
bool check_image_path(std::string_view path, Span span, Diagnostics& diagnostics);

} // namespace presskit::load
