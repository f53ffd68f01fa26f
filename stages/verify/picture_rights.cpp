// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/picture.hpp"

#include "stages/verify/fault_list.hpp"
#include "stages/verify/xmp.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

constexpr std::string_view dc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view photoshop = "http://ns.adobe.com/photoshop/1.0/";
constexpr std::string_view xmp_rights = "http://ns.adobe.com/xap/1.0/rights/";
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string in(std::string_view space, std::string_view name) {
    return std::string(space).append(name);
}

/// Elements and attributes of a packet with rights and nothing else.
bool is_of_rights(std::string_view name) {
    struct Row {
        std::string_view space, name;
    };
    constexpr std::array<Row, 13> rows{{{dc, "creator"},
                                        {dc, "rights"},
                                        {photoshop, "Credit"},
                                        {xmp_rights, "Marked"},
                                        {xmp_rights, "WebStatement"},
                                        {rdf, "RDF"},
                                        {rdf, "Description"},
                                        {rdf, "about"},
                                        {rdf, "Seq"},
                                        {rdf, "Alt"},
                                        {rdf, "li"},
                                        {"adobe:ns:meta/", "xmpmeta"},
                                        {"http://www.w3.org/XML/1998/namespace", "lang"}}};
    return std::ranges::any_of(
        rows, [&](const Row& row) { return name == in(row.space, row.name); });
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
        const auto found = xmp->properties.find(in(space, name));
        return found == xmp->properties.end() ? std::string() : found->second;
    };
    return {property(dc, "creator"), property(photoshop, "Credit"), property(dc, "rights"),
            property(xmp_rights, "WebStatement")};
}

} // namespace presskit::verify
