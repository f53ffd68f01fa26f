// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/xmp.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

namespace presskit::verify {
namespace {

std::string rdf(std::string_view name) { return std::string(rdf_namespace).append(name); }

bool is_description(const XmlElement& element) { return element.name == rdf("Description"); }

} // namespace

std::optional<XmpPacket> read_xmp(std::string_view packet) {
    if (packet.size() > max_xmp_bytes) return std::nullopt;
    auto elements = read_xml(packet);
    if (!elements) return std::nullopt;
    XmpProperties properties;
    const auto set = [&](const std::string& name, std::string_view value) {
        std::string& text = properties[name];
        if (!value.empty()) text.append(text.empty() ? "" : ", ").append(value);
    };
    for (const XmlElement& element : *elements) {
        const XmlElement& parent = (*elements)[element.parent];
        // Top-level descriptions only: those of extension schemas describe other properties.
        if (is_description(element) && parent.name == rdf("RDF"))
            for (const auto& [name, value] : element.attributes) set(name, value);
        const bool top = is_description(parent) && (*elements)[parent.parent].name == rdf("RDF");
        if (top) set(element.name, trim_ascii(element.text));
        const XmlElement& property = (*elements)[parent.parent];
        const XmlElement& description = (*elements)[property.parent];
        if (element.name == rdf("li") && is_description(description) &&
            (*elements)[description.parent].name == rdf("RDF"))
            if (parent.name != rdf("Alt") || properties[property.name].empty())
                set(property.name, element.text);
    }
    return XmpPacket{std::move(*elements), std::move(properties)};
}

} // namespace presskit::verify
