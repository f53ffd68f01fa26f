// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/xmp.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

constexpr std::string_view extension_namespace = "http://www.aiim.org/pdfa/ns/extension/";
constexpr std::string_view schema_namespace = "http://www.aiim.org/pdfa/ns/schema#";
constexpr std::string_view property_namespace = "http://www.aiim.org/pdfa/ns/property#";

/// Namespaces whose properties are defined by XMP itself or by PDF/A, with those that we know.
struct Predefined {
    std::string_view space;
    std::initializer_list<std::string_view> names;
};

bool is_predefined(std::string_view name) {
    static const std::array<Predefined, 6> rows{{
        {dc_namespace,
         {"contributor", "coverage", "creator", "date", "description", "format", "identifier",
          "language", "publisher", "relation", "rights", "source", "subject", "title", "type"}},
        {"http://ns.adobe.com/xap/1.0/",
         {"BaseURL", "CreateDate", "CreatorTool", "Identifier", "Label", "MetadataDate",
          "ModifyDate", "Nickname", "Rating", "Thumbnails"}},
        {"http://ns.adobe.com/xap/1.0/rights/",
         {"Certificate", "Marked", "Owner", "UsageTerms", "WebStatement"}},
        {"http://ns.adobe.com/pdf/1.3/", {"Keywords", "PDFVersion", "Producer", "Trapped"}},
        {"http://www.aiim.org/pdfa/ns/id/", {"part", "amd", "corr", "conformance"}},
        {extension_namespace, {"schemas"}},
    }};
    return std::ranges::any_of(rows, [&](const Predefined& row) {
        return name.starts_with(row.space) &&
               std::ranges::find(row.names, name.substr(row.space.size())) != row.names.end();
    });
}

/// A property as the packet describes it.
struct Described {
    std::string space, name, type, category, description;
};

class SchemaReader {
  public:
    explicit SchemaReader(const std::vector<XmlElement>& elements) : elements_(elements) {}

    std::vector<BrokenSchema> check(const XmpProperties& properties) {
        read();
        for (const Described& row : described_) check_description(row, properties);
        for (const auto& [name, value] : properties)
            if (!is_predefined(name) && !name.starts_with(rdf_namespace) && !is_described(name))
                broken_.push_back({"6.6.2.3-1", name});
        return std::move(broken_);
    }

  private:
    /// Text of the element's child of that name; empty without one.
    std::string child(std::size_t element, const std::string& name) const {
        for (std::size_t i = element + 1; i < elements_.size(); ++i)
            if (elements_[i].parent == element && elements_[i].name == name)
                return elements_[i].text;
        return {};
    }

    /// The element that a list item of a list of this one stands in, two steps up.
    std::size_t grandparent(std::size_t element) const {
        return elements_[elements_[element].parent].parent;
    }

    void read() {
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            if (elements_[i].name != qualified(rdf_namespace, "li")) continue;
            const std::size_t list = grandparent(i);
            if (elements_[list].name == qualified(extension_namespace, "schemas"))
                check_schema(i);
            else if (elements_[list].name == qualified(schema_namespace, "property"))
                described_.push_back(
                    {child(elements_[list].parent, qualified(schema_namespace, "namespaceURI")),
                     child(i, qualified(property_namespace, "name")),
                     child(i, qualified(property_namespace, "valueType")),
                     child(i, qualified(property_namespace, "category")),
                     child(i, qualified(property_namespace, "description"))});
        }
    }

    void check_schema(std::size_t item) {
        for (const std::string_view entry : {"schema", "namespaceURI", "prefix"})
            if (child(item, qualified(schema_namespace, entry)).empty())
                broken_.push_back({"6.6.2.3-2", "pdfaSchema:" + std::string(entry)});
    }

    void check_description(const Described& row, const XmpProperties& properties) {
        if (row.space.empty() || row.name.empty() || row.type.empty() || row.description.empty() ||
            (row.category != "internal" && row.category != "external"))
            return broken_.push_back({"6.6.2.3-2", "pdfaProperty:" + row.name});
        const auto value = properties.find(row.space + row.name);
        if (value == properties.end() || row.type != "Integer") return;
        if (value->second.empty() ||
            !std::ranges::all_of(value->second, [](char c) { return c >= '0' && c <= '9'; }))
            broken_.push_back({"6.6.2.3-3", row.space + row.name});
    }

    bool is_described(const std::string& name) const {
        return std::ranges::any_of(
            described_, [&](const Described& row) { return row.space + row.name == name; });
    }

    const std::vector<XmlElement>& elements_;
    std::vector<Described> described_;
    std::vector<BrokenSchema> broken_;
};

} // namespace

std::vector<BrokenSchema> check_schemas(const XmpPacket& packet) {
    return SchemaReader(packet.elements).check(packet.properties);
}

} // namespace presskit::verify
