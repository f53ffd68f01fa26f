// SPDX-License-Identifier: Apache-2.0
// What PDF/UA-2 and PDF/A-4 ask beyond PDF/UA-1 and PDF/A-2.
#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

/// Dest and GoTo of an annotation or outline entry. ISO 14289-2 8.8.
void check_destination(PdfCase& pdf, QPDFObjectHandle holder, const std::set<int>& elements) {
    QPDFObjectHandle action = holder.getKey("/A");
    const bool goes = action.isDictionary() && to_name(action.getKey("/S")) == "GoTo";
    if (!holder.hasKey("/Dest") && !goes) return;
    const auto aim = goes ? to_list(action.getKey("/SD")) : std::vector<QPDFObjectHandle>{};
    QPDFObjectHandle element = aim.empty() ? QPDFObjectHandle::newNull() : aim.front();
    if (!element.isIndirect() || !elements.contains(element.getObjectID()))
        pdf.broken({"8.8-1"}, "a destination leads to a page instead of a structure element");
}

void check_outline(PdfCase& pdf, const std::set<int>& elements) {
    std::vector<QPDFObjectHandle> open{pdf.catalog().getKey("/Outlines")};
    std::set<int> seen;
    while (!open.empty()) {
        QPDFObjectHandle entry = open.back();
        open.pop_back();
        if (!entry.isDictionary() || !seen.insert(entry.getObjectID()).second) continue;
        check_destination(pdf, entry, elements);
        open.push_back(entry.getKey("/Next"));
        open.push_back(entry.getKey("/First"));
    }
}

/// The kids of an element, and those of its kids that only group: ISO 32000-2 annex L.
void find_kids(const TagTree& tree, const TagNode& node, std::vector<const TagNode*>& out) {
    for (const std::size_t index : node.kids) {
        const TagNode& kid = tree.nodes[index];
        if (kid.type == "Div" || kid.type == "Part" || kid.type == "NonStruct") {
            find_kids(tree, kid, out);
        } else {
            out.push_back(&kid);
        }
    }
}

/// ISO 14289-2 8.2.5.27, ISO 32000-2 annex L.
void check_captions(const TagTree& tree, FaultList& faults) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        std::vector<const TagNode*> kids;
        find_kids(tree, tree.nodes[i], kids);
        const bool is_document = tree.nodes[i].type == "Document";
        for (const TagNode* kid : kids)
            if (kid->type == "Caption" && (is_document || (kid != kids.front() && kid != kids.back())))
                faults.add_broken({"8.2.5.27-1"},
                                  tree.nodes[i].type + " holds a Caption " +
                                      (is_document ? "of its own" : "among its other elements"),
                                  i);
    }
}

} // namespace

std::string check_namespace(PdfCase& pdf, QPDFObjectHandle element) {
    constexpr std::array<std::string_view, 40> of_2_0{
        "Annot",   "Artifact", "Aside", "Caption", "Div",  "Document", "DocumentFragment", "Em",
        "FENote",  "Figure",   "Form",  "Formula", "H1",   "H2",       "H3",               "H4",
        "H5",      "H6",       "L",     "LBody",   "LI",   "Lbl",      "Link",             "NonStruct",
        "P",       "Part",     "RB",    "RP",      "RT",   "Ruby",     "Sect",             "Span",
        "Strong",  "Sub",      "TBody", "TD",      "TFoot", "TH",      "THead",            "TR"};
    std::string type = to_name(element.getKey("/S"));
    const std::string space = to_text(element.getKeyIfDict("/NS").getKeyIfDict("/NS"));
    if (space == "http://iso.org/pdf2/ssn") {
        const bool known = std::ranges::find(of_2_0, type) != of_2_0.end() || type == "Table" ||
                           type == "Title" || type == "Warichu" || type == "WT" || type == "WP";
        if (!known)
            pdf.broken({"8.2.4-1"}, "the type " + in_backticks(type) + " is none of PDF 2.0");
        return type == "FENote" ? "Note" : type == "Title" ? "P" : type;
    }
    if (space != "http://iso.org/pdf/ssn")
        pdf.broken({"8.2.4-1"}, "an element is in no namespace of PDF");
    if (type == "Document") pdf.broken({"8.2.5.2-1"}, "the Document is that of PDF 1.7");
    if (type == "Note") pdf.broken({"8.2.5.14-1"}, "a note is a Note of PDF 1.7");
    if (type == "H") pdf.broken({"8.2.5.12-1"}, "a heading has no level of its own");
    return type;
}

void check_known_characters(PdfCase& pdf, QPDFObjectHandle text) {
    const std::string words = to_text(text);
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint c = decode(words, at);
        // Planes 15 and 16 are private, too.
        if ((c.value >= 0xE000 && c.value <= 0xF8FF) || c.value >= 0xF0000)
            return pdf.broken({"8.4.3-1"}, "an ActualText or Alt has a private use character");
        at += c.bytes;
    }
}

void check_pdf_2(PdfCase& pdf, const TagTree& tree) {
    if (pdf.pdf().getTrailer().hasKey("/Info"))
        pdf.broken({"6.1.3-4"}, "the trailer has an Info dictionary");
    if (tree.roots.size() != 1 || tree.nodes[tree.roots.front()].type != "Document")
        pdf.broken({"8.2.5.2-1"}, "the structure tree is not one Document");
    std::set<int> elements;
    for (const TagNode& node : tree.nodes) elements.insert(node.object);
    for (QPDFObjectHandle page : pdf.pages())
        for (const QPDFObjectHandle& annotation : to_list(page.getKey("/Annots")))
            if (QPDFObjectHandle(annotation).isDictionary())
                check_destination(pdf, annotation, elements);
    check_outline(pdf, elements);
    check_references(tree, pdf.faults());
    check_captions(tree, pdf.faults());
}

} // namespace presskit::verify
