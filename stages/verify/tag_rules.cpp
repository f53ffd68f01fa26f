// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/tag_tree.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace presskit::verify {
namespace {

using Types = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view type, Types types) {
    return std::ranges::find(types, type) != types.end();
}

/// What may stand in an element, and where the kid may stand; an empty list sets no rule.
struct NestingRule {
    std::string_view type;
    Types kids, parents;
    std::string_view condition;
    bool may_hold_content = true;
};

const NestingRule* rule_of(std::string_view type) {
    static const std::array<NestingRule, 20> rules{{
        {"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}, {}, "09-004", false},
        {"THead", {"TR"}, {"Table"}, "09-004", false},
        {"TBody", {"TR"}, {"Table"}, "09-004", false},
        {"TFoot", {"TR"}, {"Table"}, "09-004", false},
        {"TR", {"TH", "TD"}, {"Table", "THead", "TBody", "TFoot"}, "09-004", false},
        {"TH", {}, {"TR"}, "09-004", true},
        {"TD", {}, {"TR"}, "09-004", true},
        {"L", {"LI", "L", "Caption"}, {}, "09-005", false},
        {"LI", {"Lbl", "LBody"}, {"L"}, "09-005", false},
        {"LBody", {}, {"LI"}, "09-005", true},
        {"TOC", {"TOC", "TOCI", "Caption"}, {}, "09-006", false},
        {"TOCI", {"Lbl", "Reference", "NonStruct", "P", "TOC", "Link"}, {"TOC"}, "09-006", true},
        {"Document", {}, {}, "01-005", false},
        {"Ruby", {"RB", "RT", "RP"}, {}, "09-007", false},
        {"RB", {}, {"Ruby"}, "09-007", true},
        {"RT", {}, {"Ruby"}, "09-007", true},
        {"RP", {}, {"Ruby"}, "09-007", true},
        {"Warichu", {"WT", "WP"}, {}, "09-008", false},
        {"WT", {}, {"Warichu"}, "09-008", true},
        {"WP", {}, {"Warichu"}, "09-008", true},
    }};
    const auto rule = std::ranges::find(rules, type, &NestingRule::type);
    return rule == rules.end() ? nullptr : &*rule;
}

void check_nesting(const TagTree& tree, std::size_t index, FaultList& faults) {
    const TagNode& node = tree.nodes[index];
    const NestingRule* rule = rule_of(node.type);
    if (!rule) return;
    const auto report = [&](const std::string& message) {
        faults.add_broken({rule->condition}, message, index);
    };
    const bool is_root = node.parent == index;
    if (rule->parents.size() != 0 &&
        (is_root || !is_one_of(tree.nodes[node.parent].type, rule->parents)))
        report(node.type + " stands in " + (is_root ? "the root" : tree.nodes[node.parent].type));
    for (const std::size_t kid : node.kids)
        if (rule->kids.size() != 0 && !is_one_of(tree.nodes[kid].type, rule->kids))
            report(node.type + " holds " + tree.nodes[kid].type);
    if (node.has_content && !rule->may_hold_content) report(node.type + " holds text of its own");
    if (node.kids.empty() && !rule->may_hold_content && node.type != "Document")
        report(node.type + " is empty");
}

/// One at most, the first of its element; a table may have it last. ISO 32000-1 14.8.4.3.
void check_caption(const TagTree& tree, std::size_t index, FaultList& faults) {
    const TagNode& node = tree.nodes[index];
    const NestingRule* rule = rule_of(node.type);
    if (!rule || !is_one_of("Caption", rule->kids)) return;
    const auto is_caption = [&](std::size_t kid) { return tree.nodes[kid].type == "Caption"; };
    const auto captions = std::ranges::count_if(node.kids, is_caption);
    if (captions == 0) return;
    const bool at_end = is_caption(node.kids.front()) || (node.type == "Table" && is_caption(node.kids.back()));
    if (captions > 1 || !at_end)
        faults.add_broken({rule->condition},
                          node.type + " has more than one Caption, or has it among its other elements", index);
}

int heading_level(const TagNode& node) {
    const std::string& type = node.type;
    return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6' ? type[1] - '0'
                                                                                  : 0;
}

void check_headings(const TagTree& tree, FaultList& faults) {
    int last = 0;
    std::size_t plain = no_element;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TagNode& node = tree.nodes[i];
        if (node.type == "H") plain = i;
        const int level = heading_level(node);
        if (level == 0) continue;
        if (last == 0 && level != 1)
            faults.add_broken({"14-002"}, "the first heading is " + node.type, i);
        else if (level > last + 1)
            faults.add_broken({"14-003"}, node.type + " follows H" + std::to_string(last), i);
        last = level;
    }
    if (plain != no_element && last != 0)
        faults.add_broken({"14-007"}, "both H and numbered headings are used", plain);
}

/// Notes need an ID, and no two elements may share one.
void check_ids(const TagTree& tree, FaultList& faults) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TagNode& node = tree.nodes[i];
        if (node.type == "Note" && node.id.empty())
            faults.add_broken({"19-003"}, "a Note has no ID", i);
        if (!node.id.empty() && !ids.insert(node.id).second)
            faults.add_broken({"19-004"}, "two elements have the ID " + in_backticks(node.id), i);
    }
}

void check_node(const TagTree& tree, std::size_t index, FaultList& faults) {
    const TagNode& node = tree.nodes[index];
    check_nesting(tree, index, faults);
    check_caption(tree, index, faults);
    if (node.type == "Figure" && !node.has_alternative)
        faults.add_broken({"13-004"}, "a Figure has no alternative text", index);
    if (node.type == "Figure" && !node.has_box)
        faults.add("verify.pdf-figure-box",
                   "PDF: a Figure has no BBox (ISO 32000-1 14.8.5.4.3)");
    if (node.type == "Formula" && !node.has_alternative)
        faults.add_broken({"17-002"}, "a Formula has no alternative text", index);
    if (node.type == "Link" && !node.has_object)
        faults.add_broken({"28-011"}, "a Link has no annotation", index);
    const auto plain_headings = std::ranges::count_if(
        node.kids, [&](std::size_t kid) { return tree.nodes[kid].type == "H"; });
    if (plain_headings > 1) faults.add_broken({"14-006"}, node.type + " holds several H", index);
    if (node.type == "Table") check_table_grid(tree, index, faults);
}

} // namespace

bool stands_in(const TagTree& tree, std::size_t element, const std::string& type) {
    while (tree.nodes[element].type != type) {
        if (tree.nodes[element].parent == element) return false;
        element = tree.nodes[element].parent;
    }
    return true;
}

bool is_standard_type(const std::string& type) {
    static constexpr std::array<std::string_view, 49> types{
        "Annot",    "Art",    "BibEntry", "BlockQuote", "Caption", "Code",      "Div",
        "Document", "Figure", "Form",     "Formula",    "H",       "H1",        "H2",
        "H3",       "H4",     "H5",       "H6",         "Index",   "L",         "LBody",
        "LI",       "Lbl",    "Link",     "NonStruct",  "Note",    "P",         "Part",
        "Private",  "Quote",  "RB",       "RP",         "RT",      "Reference", "Ruby",
        "Sect",     "Span",   "TBody",    "TD",         "TFoot",   "TH",        "THead",
        "TOC",      "TOCI",   "TR",       "Table",      "WP",      "WT",        "Warichu"};
    static_assert(std::ranges::is_sorted(types));
    return std::ranges::binary_search(types, std::string_view(type));
}

void check_tag_rules(const TagTree& tree, FaultList& faults) {
    check_headings(tree, faults);
    check_ids(tree, faults);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) check_node(tree, i, faults);
}

} // namespace presskit::verify
