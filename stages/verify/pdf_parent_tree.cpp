// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "stages/verify/limits.hpp"

namespace presskit::verify {
namespace {

using Entries = std::map<long long, QPDFObjectHandle>;

void parent_tree_fault(PdfCase& pdf, const std::string& message) {
    pdf.fault("verify.pdf-parent-tree", "PDF: " + message + " (ISO 32000-1 14.7.4.4)");
}

void read_node(PdfCase& pdf, QPDFObjectHandle node, int depth, Entries& entries) {
    if (depth > max_structure_depth || !node.isDictionary())
        return parent_tree_fault(pdf, "the parent tree is too deep or broken");
    const auto numbers = to_list(node.getKey("/Nums"));
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        QPDFObjectHandle key = numbers[i];
        const bool rises =
            key.isInteger() && (entries.empty() || key.getIntValue() > entries.rbegin()->first);
        if (!rises) return parent_tree_fault(pdf, "the keys of the parent tree do not rise");
        entries.emplace(key.getIntValue(), numbers[i + 1]);
    }
    // A node that is its own ancestor ends at the depth; one that is its own sibling at rising
    // keys.
    for (QPDFObjectHandle& kid : to_list(node.getKey("/Kids"))) {
        const std::size_t before = entries.size();
        read_node(pdf, kid, depth + 1, entries);
        if (entries.size() == before)
            return parent_tree_fault(pdf, "the parent tree has an empty node");
    }
}

int object_of(const std::vector<QPDFObjectHandle>& elements, int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= elements.size()) return 0;
    QPDFObjectHandle element = elements[static_cast<std::size_t>(index)];
    return element.isIndirect() && element.isDictionary() ? element.getObjectID() : 0;
}

/// Every MCID of the pages leads, through the parent tree, to the element that holds it.
void check_forward(PdfCase& pdf, const TagTree& tree, const ContentUse& use,
                   const Entries& entries) {
    std::map<int, std::vector<QPDFObjectHandle>> parents;
    for (const auto& [page, key] : use.struct_parents)
        if (const auto entry = entries.find(key); entry != entries.end())
            parents[page] = to_list(entry->second);
    for (const ContentKey& content : use.marked) {
        const auto holder = tree.content.find(content);
        const int element = object_of(parents[content.first], content.second);
        if (element == 0 || holder == tree.content.end() ||
            tree.nodes[holder->second].object != element)
            pdf.broken({"01-005"},
                       "the MCID " + std::to_string(content.second) + " of page object " +
                           std::to_string(content.first) + " does not lead to its element",
                       holder == tree.content.end() ? no_element : holder->second);
    }
}

} // namespace

std::map<long long, QPDFObjectHandle> read_parent_tree(PdfCase& pdf) {
    Entries entries;
    read_node(pdf, pdf.catalog().getKey("/StructTreeRoot").getKey("/ParentTree"), 0, entries);
    return entries;
}

void check_parent_tree(PdfCase& pdf, const TagTree& tree, const ContentUse& use) {
    const Entries entries = read_parent_tree(pdf);
    const long long next =
        to_int(pdf.catalog().getKey("/StructTreeRoot").getKey("/ParentTreeNextKey"), -1);
    if (!entries.empty() && next <= entries.rbegin()->first)
        parent_tree_fault(pdf, "ParentTreeNextKey is not beyond the keys in use");
    std::set<int> keys;
    for (const auto& [page, key] : use.struct_parents)
        if (!keys.insert(key).second) parent_tree_fault(pdf, "two pages have one StructParents");
    check_forward(pdf, tree, use, entries);
    for (const auto& [content, node] : tree.content)
        if (!use.marked.contains(content))
            parent_tree_fault(pdf, tree.nodes[node].type + " holds MCID " +
                                       std::to_string(content.second) +
                                       ", which is not on its page");
}

} // namespace presskit::verify
