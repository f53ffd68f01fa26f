// SPDX-License-Identifier: Apache-2.0
/// A small strict reader of XML without a document type: no entities beyond the five, no recursion.
/// XML 1.0 and Namespaces in XML 1.0.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// Names are namespace address and local name run together
/// ("http://purl.org/dc/elements/1.1/title").
struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;       ///< of its own, entities resolved
    std::size_t parent = 0; ///< index; of itself at the root
};

/// All elements in document order, or nothing if the text is not well-formed, is not UTF-8, uses a
/// document type, or is nested deeper than max_xml_depth.
std::optional<std::vector<XmlElement>> read_xml(std::string_view text);

} // namespace presskit::verify
