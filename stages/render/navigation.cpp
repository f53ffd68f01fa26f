// SPDX-License-Identifier: Apache-2.0
#include "stages/render/navigation.hpp"

#include "stages/render/syntax.hpp"

#include <optional>

namespace presskit::render {
namespace {

/// `[page /XYZ null top null]`: zoom and horizontal place stay as the reader has them.
void append_destination(std::string& out, const Pages& pages, const Destination& destination,
                        const std::vector<ObjectId>& page_objects) {
    out += '[';
    append_reference(out, page_objects[destination.page]);
    out += " /XYZ null ";
    append_points(out, pages.pages[destination.page].height - destination.y);
    out += " null]";
}

std::string link_entries(const Pages& pages, const LinkArea& link, std::size_t key,
                         const std::vector<ObjectId>& page_objects) {
    std::string out = "/Subtype /Link\n/Rect "; // Type and P are optional, ISO 32000-1 table 164
    append_rectangle(out, link.box, pages.pages[link.page].height);
    out += "\n/F 4\n/Border [0 0 0]\n/StructParent ";
    append_integer(out, static_cast<std::int64_t>(key));
    out += "\n/Contents ";
    append_text(out, link.description);
    if (const auto* address = std::get_if<std::string>(&link.target)) {
        out += "\n/A <</S /URI /URI ";
        append_string(out, ascii_uri(*address));
        out += ">>";
    } else {
        out += "\n/Dest ";
        append_destination(out, pages, std::get<Destination>(link.target), page_objects);
    }
    return out + '\n';
}

/// An outline entry's neighbours, as indices of Pages::outline.
struct OutlineNode {
    std::optional<std::size_t> parent, previous, next, first, last;
    std::int64_t kids = 0;
};

std::vector<OutlineNode> outline_tree(const std::vector<OutlineEntry>& entries) {
    std::vector<OutlineNode> nodes(entries.size());
    std::vector<std::size_t> open; // the last entry and its ancestors
    std::optional<std::size_t> last_root;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        while (!open.empty() && entries[open.back()].level >= entries[i].level) open.pop_back();
        OutlineNode& node = nodes[i];
        if (!open.empty()) node.parent = open.back();
        auto& last = node.parent ? nodes[*node.parent].last : last_root;
        if (last) nodes[*last].next = i;
        node.previous = last;
        last = i;
        if (node.parent) {
            OutlineNode& parent = nodes[*node.parent];
            if (!parent.first) parent.first = i;
            ++parent.kids;
        }
        open.push_back(i);
    }
    return nodes;
}

} // namespace

std::vector<ObjectId> write_links(PdfFile& file, const Pages& pages,
                                  const std::vector<ObjectId>& page_objects) {
    std::vector<ObjectId> annotations;
    for (const LinkArea& link : pages.links) {
        const std::size_t key = pages.pages.size() + annotations.size();
        annotations.push_back(file.add(link_entries(pages, link, key, page_objects)));
    }
    return annotations;
}

ObjectId write_outline(PdfFile& file, const Pages& pages,
                       const std::vector<ObjectId>& page_objects) {
    const auto& entries = pages.outline;
    if (entries.empty()) return {};
    const std::vector<OutlineNode> nodes = outline_tree(entries);
    const ObjectId root = file.reserve();
    std::vector<ObjectId> objects;
    for (std::size_t i = 0; i < entries.size(); ++i) objects.push_back(file.reserve());
    std::int64_t roots = 0;
    std::size_t last_root = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OutlineNode& node = nodes[i];
        std::string out = "/Title ";
        append_text(out, entries[i].title);
        const auto link = [&](std::string_view key, std::optional<std::size_t> to) {
            if (!to) return;
            out += key;
            append_reference(out, objects[*to]);
        };
        out += "\n/Parent ";
        append_reference(out, node.parent ? objects[*node.parent] : root);
        link("\n/Prev ", node.previous);
        link("\n/Next ", node.next);
        link("\n/First ", node.first);
        link("\n/Last ", node.last);
        if (node.kids > 0) { // negative: closed, ISO 32000-1 table 153
            out += "\n/Count ";
            append_integer(out, -node.kids);
        }
        out += "\n/Dest ";
        append_destination(out, pages, entries[i].destination, page_objects);
        file.set(objects[i], out + '\n');
        if (node.parent) continue;
        ++roots;
        last_root = i;
    }
    std::string out = "/Type /Outlines\n/First ";
    append_reference(out, objects.front());
    out += "\n/Last ";
    append_reference(out, objects[last_root]);
    out += "\n/Count ";
    append_integer(out, roots);
    file.set(root, out + '\n');
    return root;
}

std::string ascii_uri(std::string_view address) {
    std::string out;
    for (const char c : address) {
        if (c > 0x20 && c < 0x7F) {
            out += c;
        } else {
            out += '%';
            append_hex(out, static_cast<unsigned char>(c), 2);
        }
    }
    return out;
}

} // namespace presskit::render
