// SPDX-License-Identifier: Apache-2.0
/// Bytes as text, for pictures inside pages.
#pragma once

#include <string>
#include <string_view>

namespace presskit::formats {

/// RFC 4648 4, on one line.
std::string to_base64(std::string_view bytes);

} // namespace presskit::formats
