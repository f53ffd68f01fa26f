// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace presskit::verify {
namespace {

constexpr int invisible = 1, hidden = 2, print = 4, no_view = 32,
              toggle_no_view = 256; // ISO 32000-1 12.5.3

using Entries = std::map<long long, QPDFObjectHandle>;
using Pages = std::set<int>; // by object number

void check_flags(PdfCase& pdf, QPDFObjectHandle annotation, const std::string& where) {
    const int flags = to_int(annotation.getKey("/F"), 0);
    if ((flags & print) == 0) pdf.broken({"6.3.2-1"}, where + "an annotation is not printed");
    if ((flags & (invisible | hidden | no_view | toggle_no_view)) != 0)
        pdf.broken({"6.3.2-2"}, where + "an annotation is hidden");
}

/// The condition that an annotation other than a Link breaks by being there.
std::string_view condition_of_kind(std::string_view subtype) {
    struct Row {
        std::string_view subtype, condition;
    };
    constexpr std::array<Row, 9> rows{{{"FileAttachment", "28-016"},
                                       {"Movie", "28-014"},
                                       {"PrinterMark", "28-017"},
                                       {"RichMedia", "28-014"},
                                       {"Screen", "28-014"},
                                       {"Sound", "28-014"},
                                       {"TrapNet", "28-007"},
                                       {"Widget", "28-010"},
                                       {"3D", "28-014"}}};
    constexpr std::array<std::string_view, 16> others{
        "Text",     "FreeText",  "Line",      "Square",   "Circle",    "Polygon",
        "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp",
        "Caret",    "Ink",       "Popup",     "Watermark"};
    const auto row = std::ranges::find(rows, subtype, &Row::subtype);
    if (row != rows.end()) return row->condition;
    return std::ranges::find(others, subtype) == others.end() ? "28-006" : "28-002";
}

/// Kits have links only. PDF/A forbids some others, and asks the rest for an appearance.
void check_other(PdfCase& pdf, QPDFObjectHandle annotation, const std::string& where) {
    const std::string subtype = to_name(annotation.getKey("/Subtype"));
    const std::string_view condition = condition_of_kind(subtype);
    pdf.broken({condition},
               where + "there is a " + in_backticks(subtype) + " annotation, which no kit has");
    if (condition == "28-014" || condition == "28-016" || condition == "28-006" ||
        condition == "28-007")
        pdf.broken({"6.3.1-1"},
                   where + "PDF/A does not allow a " + in_backticks(subtype) + " annotation");
    if (subtype != "Popup" && !annotation.hasKey("/AP"))
        pdf.broken({"6.3.3-1"}, where + "an annotation has no appearance");
}

/// Kits write places out: a page of the document and where on it. ISO 32000-1 12.3.2.2.
bool is_place(const Pages& pages, QPDFObjectHandle destination) {
    if (!destination.isArray() || destination.getArrayNItems() < 2) return false;
    QPDFObjectHandle page = destination.getArrayItem(0);
    return page.isIndirect() && pages.contains(page.getObjectID());
}

/// A link leads to a place in the document or to an address that is safe to open.
void check_target(PdfCase& pdf, QPDFObjectHandle annotation, const Pages& pages, const std::string& where) {
    QPDFObjectHandle action = annotation.getKey("/A");
    const bool goes = action.isDictionary() && to_name(action.getKey("/S")) == "GoTo";
    // A structure destination alone will do in PDF 2.0, where pdf_2_0 sees to it.
    const bool is_element = goes && pdf.is_pdf_2() && action.hasKey("/SD") && !action.hasKey("/D");
    if ((goes && !is_element && !is_place(pages, action.getKey("/D"))) ||
        (!action.isDictionary() && !is_place(pages, annotation.getKey("/Dest"))))
        pdf.fault("verify.pdf-link-target", where + "a link leads nowhere");
    if (!action.isDictionary()) return;
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
        pdf.broken({"28-011"}, where + "a link annotation does not lead to a Link element and back",
                   holder == tree.objects.end() ? no_element : holder->second);
}

/// What a screen reader says for the link: its Contents; PDF/UA asks that for links whatever their
/// elements say.
void check_words(PdfCase& pdf, QPDFObjectHandle annotation, const TagTree& tree,
                 const std::string& where) {
    if (!trim_ascii(to_text(annotation.getKey("/Contents"))).empty()) return;
    const auto holder =
        annotation.isIndirect() ? tree.objects.find(annotation.getObjectID()) : tree.objects.end();
    const std::size_t element = holder == tree.objects.end() ? no_element : holder->second;
    const std::string message = where + "a link annotation has no Contents";
    if (element != no_element && tree.nodes[element].has_alternative)
        pdf.broken({"28-012"}, message, element);
    else
        pdf.broken({"28-012", "28-004"}, message, element);
}

void check_annotation(PdfCase& pdf, QPDFObjectHandle annotation, const TagTree& tree,
                      const Entries& entries, const Pages& pages, const std::string& where) {
    if (!annotation.isDictionary())
        return pdf.fault("verify.pdf-annotation", where + "an annotation is broken");
    if (to_name(annotation.getKey("/Subtype")) != "Link")
        return check_other(pdf, annotation, where);
    check_flags(pdf, annotation, where);
    check_words(pdf, annotation, tree, where);
    check_target(pdf, annotation, pages, where);
    check_element(pdf, annotation, tree, entries, where);
}

} // namespace

void check_annotations(PdfCase& pdf, const TagTree& tree) {
    const Entries entries = read_parent_tree(pdf);
    Pages pages;
    for (QPDFObjectHandle page : pdf.pages()) pages.insert(page.getObjectID());
    std::size_t number = 0;
    for (QPDFObjectHandle page : pdf.pages()) {
        const std::string where = "page " + std::to_string(++number) + ": ";
        for (QPDFObjectHandle& annotation : to_list(page.getKey("/Annots")))
            check_annotation(pdf, annotation, tree, entries, pages, where);
    }
}

} // namespace presskit::verify
