// SPDX-License-Identifier: Apache-2.0
/// The logical structure of a PDF as a value, and the rules it must keep. ISO 32000-1 14.7
/// and 14.8.
#pragma once

#include "stages/verify/fault_list.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace presskit::verify {

/// A structure element. `type` is the standard type after role mapping.
struct TagNode {
    std::string type;
    int object = 0;         ///< its object number
    std::size_t parent = 0; ///< index; of itself at the top
    std::vector<std::size_t> kids;
    bool has_content = false;     ///< marked content of its own
    bool has_object = false;      ///< an object reference, of its own or below
    bool has_alternative = false; ///< Alt or ActualText
    bool has_box = false;
    std::string id, scope, language;
    bool disowns_language = false; ///< Lang is empty: unknown, whatever it stands in. ISO 32000-1 14.9.2
    std::string note_type;
    std::vector<std::string> headers;
    std::vector<int> references; ///< object numbers of the elements that Ref names
    int row_span = 1, column_span = 1;
};

/// A marked-content sequence: object number of its page, and its MCID.
using ContentKey = std::pair<int, int>;

/// `nodes` are in document order, parents first.
struct TagTree {
    std::vector<TagNode> nodes;
    std::vector<std::size_t> roots;
    std::map<ContentKey, std::size_t> content; ///< to the node that holds it
    std::map<int, std::size_t> objects;        ///< annotation's object number to its node
};

/// Is the element, or one it stands in, of this type?
bool stands_in(const TagTree& tree, std::size_t element, const std::string& type);

/// Is it a structure type of ISO 32000-1 14.8.4?
bool is_standard_type(const std::string& type);

/// Nesting of lists, contents and tables, heading levels, figures, notes, links.
/// Spec: Matterhorn 09-004 to 09-006, 13-004, 14-002 to 14-007, 15-003, 17-002, 19-003, 19-004,
/// 28-011.
void check_tag_rules(const TagTree& tree, FaultList& faults);

/// Notes and what refers to them name each other, lines of contents their headings. ISO 14289-2 8.2.5.8,
/// 8.2.5.14.
void check_references(const TagTree& tree, FaultList& faults);

/// Rows of equal width and cells that do not overlap, after row and column spans.
void check_table_grid(const TagTree& tree, std::size_t table, FaultList& faults);

} // namespace presskit::verify
