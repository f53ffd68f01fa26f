// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/tag_tree.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace presskit::verify {
namespace {

/// By object number of an element: those of the elements that name it.
std::map<int, std::set<int>> referring_elements(const TagTree& tree) {
    std::map<int, std::set<int>> referring;
    for (const TagNode& node : tree.nodes)
        for (const int aim : node.references) referring[aim].insert(node.object);
    return referring;
}

bool names_a_heading(const TagTree& tree, std::size_t index) {
    const TagNode& node = tree.nodes[index];
    return !node.references.empty() ||
           std::ranges::any_of(node.kids,
                               [&](std::size_t kid) { return names_a_heading(tree, kid); });
}

void check_note(const TagTree& tree, std::size_t index, const std::set<int>& referring,
                FaultList& faults) {
    const TagNode& note = tree.nodes[index];
    if (note.note_type != "Footnote" && note.note_type != "Endnote" && note.note_type != "None")
        faults.add_broken({"8.2.5.14-3"}, "a note has the NoteType " + in_backticks(note.note_type),
                          index);
    const std::set<int> named(note.references.begin(), note.references.end());
    if (referring.empty())
        faults.add_broken({"8.2.5.14-2"}, "no element refers to a note", index);
    else if (named != referring)
        faults.add_broken({"8.2.5.14-2"}, "a note and what refers to it do not name each other",
                          index);
}

} // namespace

void check_references(const TagTree& tree, FaultList& faults) {
    auto referring = referring_elements(tree);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TagNode& node = tree.nodes[i];
        if (node.type == "Note") check_note(tree, i, referring[node.object], faults);
        if (node.type == "TOCI" && !names_a_heading(tree, i))
            faults.add_broken({"8.2.5.8-1"}, "a line of the contents names no heading", i);
    }
}

} // namespace presskit::verify
