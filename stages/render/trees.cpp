// SPDX-License-Identifier: Apache-2.0
#include "stages/render/trees.hpp"

#include <algorithm>
#include <cassert>
#include <span>

namespace presskit::render {
namespace {

constexpr std::size_t fan_out = 64;

/// A node of the tree and the range of keys below it.
struct Node {
    ObjectId id;
    std::string first, last;
};

std::string leaf(TreeKind kind, std::span<const TreeEntry> entries) {
    std::string out = kind == TreeKind::numbers ? "/Nums [" : "/Names [";
    for (const TreeEntry& entry : entries) out += entry.key + ' ' + entry.value + '\n';
    return out + "]\n";
}

std::string branch(std::span<const Node> kids) {
    std::string out = "/Kids [";
    for (const Node& kid : kids) {
        append_reference(out, kid.id);
        out += ' ';
    }
    return out + "]\n";
}

std::string limits(const std::string& first, const std::string& last) {
    return "/Limits [" + first + ' ' + last + "]\n";
}

std::vector<Node> write_leaves(PdfFile& file, TreeKind kind, std::span<const TreeEntry> entries) {
    std::vector<Node> nodes;
    for (; !entries.empty(); entries = entries.subspan(std::min(fan_out, entries.size()))) {
        const auto part = entries.first(std::min(fan_out, entries.size()));
        const std::string &first = part.front().key, &last = part.back().key;
        nodes.push_back({file.add(limits(first, last) + leaf(kind, part)), first, last});
    }
    return nodes;
}

} // namespace

ObjectId write_tree(PdfFile& file, TreeKind kind, const std::vector<TreeEntry>& entries) {
    if (entries.size() <= fan_out) return file.add(leaf(kind, entries)); // a root has no Limits
    std::vector<Node> nodes = write_leaves(file, kind, entries);
    while (nodes.size() > fan_out) {
        std::vector<Node> parents;
        for (std::span<const Node> rest = nodes; !rest.empty();) {
            const auto part = rest.first(std::min(fan_out, rest.size()));
            const std::string &first = part.front().first, &last = part.back().last;
            parents.push_back({file.add(limits(first, last) + branch(part)), first, last});
            rest = rest.subspan(part.size());
        }
        nodes = std::move(parents);
    }
    return file.add(branch(nodes));
}

} // namespace presskit::render
