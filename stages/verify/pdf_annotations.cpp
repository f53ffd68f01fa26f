// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "pipeline/base/text.hpp"

namespace presskit::verify {
namespace {

constexpr int invisible = 1, hidden = 2, print = 4, no_view = 32,
              toggle_no_view = 256; // ISO 32000-1 12.5.3

using Entries = std::map<long long, QPDFObjectHandle>;

void check_flags(PdfCase& pdf, QPDFObjectHandle annotation, const std::string& where) {
    const int flags = to_int(annotation.getKey("/F"), 0);
    if ((flags & print) == 0 || (flags & (invisible | hidden | no_view | toggle_no_view)) != 0)
        pdf.fault("verify.pdf-annotation-flags",
                  "PDF/A-2a: " + where +
                      "an annotation is not for print and view (ISO 19005-2 6.3.2)");
}

/// A link leads to a place in the document or to an address that is safe to open.
void check_target(PdfCase& pdf, QPDFObjectHandle annotation, const std::string& where) {
    QPDFObjectHandle action = annotation.getKey("/A");
    if (!action.isDictionary()) {
        if (!annotation.hasKey("/Dest"))
            pdf.fault("verify.pdf-link-target", where + "a link leads nowhere");
        return;
    }
    const std::string type = to_name(action.getKey("/S"));
    const std::string address = lower_ascii(to_text(action.getKey("/URI")));
    const bool safe = address.starts_with("https://") || address.starts_with("http://") ||
                      address.starts_with("mailto:");
    if (type != "GoTo" && !(type == "URI" && safe))
        pdf.fault("verify.pdf-link-target", where + "a link has the target " +
                                                in_backticks(address.empty() ? type : address));
}

/// From the annotation by StructParent to an element, which must be the one that refers back.
void check_element(PdfCase& pdf, QPDFObjectHandle annotation, const TagTree& tree,
                   const Entries& entries, const std::string& where) {
    const auto entry = entries.find(to_int(annotation.getKey("/StructParent"), -1));
    const auto holder =
        annotation.isIndirect() ? tree.objects.find(annotation.getObjectID()) : tree.objects.end();
    QPDFObjectHandle element = entry == entries.end() ? QPDFObjectHandle::newNull() : entry->second;
    const bool both_ways = holder != tree.objects.end() && element.isIndirect() &&
                           element.getObjectID() == tree.nodes[holder->second].object;
    if (!both_ways || !stands_in(tree, holder->second, "Link"))
        pdf.ua_fault("verify.pdf-link",
                     where + "a link annotation does not lead to a Link element and back",
                     "28-011");
}

void check_annotation(PdfCase& pdf, QPDFObjectHandle annotation, const TagTree& tree,
                      const Entries& entries, const std::string& where) {
    if (!annotation.isDictionary())
        return pdf.fault("verify.pdf-annotation", where + "an annotation is broken");
    const std::string subtype = to_name(annotation.getKey("/Subtype"));
    if (subtype != "Link")
        return pdf.fault("verify.pdf-annotation", where + "there is a " + in_backticks(subtype) +
                                                      " annotation, which no kit has");
    check_flags(pdf, annotation, where);
    if (trim_ascii(to_text(annotation.getKey("/Contents"))).empty())
        pdf.ua_fault("verify.pdf-link-contents", where + "a link annotation has no Contents",
                     "28-012");
    check_target(pdf, annotation, where);
    check_element(pdf, annotation, tree, entries, where);
}

} // namespace

void check_annotations(PdfCase& pdf, const TagTree& tree) {
    const Entries entries = read_parent_tree(pdf);
    std::size_t number = 0;
    for (QPDFObjectHandle page : pdf.pages()) {
        const std::string where = "page " + std::to_string(++number) + ": ";
        for (QPDFObjectHandle& annotation : to_list(page.getKey("/Annots")))
            check_annotation(pdf, annotation, tree, entries, where);
    }
}

} // namespace presskit::verify
