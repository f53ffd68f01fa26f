// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/limits.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

void attachment_fault(PdfCase& pdf, const std::string& message) {
    pdf.broken({"21-001", "6.8-1"}, message);
}

/// A file specification as ISO 19005-3 6.8 and ISO 14289-1 7.11 want it.
void check_specification(PdfCase& pdf, QPDFObjectHandle file) {
    const std::string name = to_text(file.getKey("/F"));
    const std::string what = "the attachment " + in_backticks(name);
    if (name.empty() || to_text(file.getKey("/UF")) != name)
        attachment_fault(pdf, what + " has no F and UF of one name");
    if (to_text(file.getKey("/Desc")).empty()) attachment_fault(pdf, what + " has no description");
    constexpr std::array<std::string_view, 5> relations{"Source", "Data", "Alternative", "Supplement",
                                                        "Unspecified"};
    if (std::ranges::find(relations, to_name(file.getKey("/AFRelationship"))) == relations.end())
        attachment_fault(pdf, what + " has no AFRelationship");
    QPDFObjectHandle stream = file.getKeyIfDict("/EF").getKeyIfDict("/F");
    if (!stream.isStream()) return attachment_fault(pdf, what + " has no embedded file");
    if (to_name(stream.getDict().getKey("/Subtype")).find('/') == std::string::npos)
        attachment_fault(pdf, what + " has no media type");
    QPDFObjectHandle parameters = stream.getDict().getKeyIfDict("/Params");
    if (to_text(parameters.getKeyIfDict("/ModDate")).empty())
        attachment_fault(pdf, what + " has no ModDate");
    const auto bytes = pdf.decoded(stream);
    if (bytes && to_int(parameters.getKeyIfDict("/Size"), -1) != static_cast<int>(bytes->size()))
        attachment_fault(pdf, what + " is not of the size that it states");
}

/// Object numbers below a name tree, in order. ISO 32000-1 7.9.6.
void read_names(PdfCase& pdf, QPDFObjectHandle node, int depth, std::vector<int>& out) {
    if (depth > max_structure_depth || out.size() > max_pdf_objects || !node.isDictionary())
        return attachment_fault(pdf, "the tree of embedded files is broken");
    const auto names = to_list(node.getKey("/Names"));
    for (std::size_t i = 1; i < names.size(); i += 2)
        out.push_back(QPDFObjectHandle(names[i]).getObjectID());
    for (const QPDFObjectHandle& kid : to_list(node.getKey("/Kids")))
        read_names(pdf, kid, depth + 1, out);
}

} // namespace

void check_attachments(PdfCase& pdf) {
    QPDFObjectHandle catalog = pdf.catalog();
    std::vector<int> associated, named;
    for (QPDFObjectHandle& file : to_list(catalog.getKey("/AF"))) {
        if (!file.isDictionary() || !file.isIndirect()) {
            attachment_fault(pdf, "an associated file is broken");
            continue;
        }
        associated.push_back(file.getObjectID());
        check_specification(pdf, file);
    }
    QPDFObjectHandle names = catalog.getKeyIfDict("/Names");
    if (names.isDictionary() && names.hasKey("/EmbeddedFiles"))
        read_names(pdf, names.getKey("/EmbeddedFiles"), 0, named);
    std::ranges::sort(associated);
    std::ranges::sort(named);
    if (associated != named || associated.size() != pdf.embedded_files())
        attachment_fault(pdf, "associated and embedded files are not the same");
    if (pdf.may_attach() && associated.empty())
        pdf.broken({"6.6.4-1"}, "XMP claims attachments, but there are none");
}

} // namespace presskit::verify
