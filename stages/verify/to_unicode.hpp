// SPDX-License-Identifier: Apache-2.0
/// ToUnicode CMaps. ISO 32000-1 9.10.3.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// UTF-16BE text by two-byte code, from the bfchar and bfrange sections. Nothing if they are
/// malformed.
std::optional<std::map<unsigned, std::string>> read_to_unicode(std::string_view cmap);

} // namespace presskit::verify
