// SPDX-License-Identifier: Apache-2.0
/// XMP metadata, as far as presskit uses it. ISO 16684-1.
#pragma once

#include "stages/verify/xml.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

inline constexpr std::string_view dc_namespace = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view rdf_namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Values of properties by namespace address followed by the local name. Of an array's items the
/// first, unless they are several in a list: then joined by ", ".
using XmpProperties = std::map<std::string, std::string, std::less<>>;

/// An element or property of the namespace, as XmpProperties and XmlElement name it.
inline std::string qualified(std::string_view space, std::string_view name) {
    return std::string(space).append(name);
}

/// A packet. `elements` are those of its XML.
struct XmpPacket {
    std::vector<XmlElement> elements;
    XmpProperties properties;
};

/// Nothing if the packet is not well-formed XML of bounded size and depth, or has a document type.
std::optional<XmpPacket> read_xmp(std::string_view packet);

/// A condition that the packet's own descriptions of properties break, and of what.
struct BrokenSchema {
    std::string_view id;
    std::string property;
};

/// Each property must be one that XMP or PDF/A defines, or be described in the packet itself.
/// Spec: ISO 19005-2 6.6.2.3.
std::vector<BrokenSchema> check_schemas(const XmpPacket& packet);

} // namespace presskit::verify
