// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/picture.hpp"

#include "stages/verify/fault_list.hpp"
#include "stages/verify/xmp.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

constexpr std::string_view photoshop = "http://ns.adobe.com/photoshop/1.0/";
constexpr std::string_view xmp_rights = "http://ns.adobe.com/xap/1.0/rights/";

/// Elements and attributes of a packet with rights and nothing else.
bool is_of_rights(std::string_view name) {
    struct Row {
        std::string_view space, name;
    };
    constexpr std::array<Row, 13> rows{{{dc_namespace, "creator"},
                                        {dc_namespace, "rights"},
                                        {photoshop, "Credit"},
                                        {xmp_rights, "Marked"},
                                        {xmp_rights, "WebStatement"},
                                        {rdf_namespace, "RDF"},
                                        {rdf_namespace, "Description"},
                                        {rdf_namespace, "about"},
                                        {rdf_namespace, "Seq"},
                                        {rdf_namespace, "Alt"},
                                        {rdf_namespace, "li"},
                                        {"adobe:ns:meta/", "xmpmeta"},
                                        {"http://www.w3.org/XML/1998/namespace", "lang"}}};
    return std::ranges::any_of(
        rows, [&](const Row& row) { return name == qualified(row.space, row.name); });
}

} // namespace

SeenRights read_rights(std::string_view packet, std::vector<std::string>& faults) {
    if (packet.find("<!--") != std::string_view::npos) faults.emplace_back("has a comment in its XMP");
    const auto xmp = read_xmp(packet);
    if (!xmp) {
        faults.emplace_back("has XMP that is not well-formed");
        return {};
    }
    const auto check = [&](const std::string& name) {
        if (!is_of_rights(name)) faults.push_back("has " + in_backticks(name) + " in its XMP");
    };
    for (const XmlElement& element : xmp->elements) {
        check(element.name);
        for (const auto& [name, value] : element.attributes) check(name);
    }
    const auto property = [&](std::string_view space, std::string_view name) {
        const auto found = xmp->properties.find(qualified(space, name));
        return found == xmp->properties.end() ? std::string() : found->second;
    };
    return {property(dc_namespace, "creator"), property(photoshop, "Credit"),
            property(dc_namespace, "rights"), property(xmp_rights, "WebStatement")};
}

} // namespace presskit::verify
