// SPDX-License-Identifier: Apache-2.0
/// XMP metadata, as far as presskit uses it. ISO 16684-1.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// Values of properties by namespace address followed by the local name. Of an array's items the
/// first, unless they are several in a list: then joined by ", ".
using XmpProperties = std::map<std::string, std::string, std::less<>>;

/// Nothing if the packet is not well-formed XML of bounded size and depth, or has a document type.
std::optional<XmpProperties> read_xmp(std::string_view packet);

} // namespace presskit::verify
