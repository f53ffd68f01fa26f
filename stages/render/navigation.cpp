// SPDX-License-Identifier: Apache-2.0
#include "stages/render/navigation.hpp"

#include "stages/render/syntax.hpp"

#include <optional>

namespace presskit::render {
namespace {

/// What destinations are written with.
struct Aim {
    const Pages& pages;
    const std::vector<ObjectId>& page_objects;
    const StructureObjects* structure; ///< null in PDF 1.7
};

/// `[page /XYZ null top null]`: zoom and horizontal place stay as the reader has them.
void append_place(std::string& out, const Aim& aim, const Destination& destination, ObjectId in) {
    out += '[';
    append_reference(out, in);
    out += " /XYZ null ";
    append_points(out, aim.pages.pages[destination.page].height - destination.y);
    out += " null]";
}

/// A destination; in PDF 2.0 an action that leads to the element there, ISO 32000-2 12.3.2.3.
void append_destination(std::string& out, const Aim& aim, const Destination& destination) {
    const ObjectId page = aim.page_objects[destination.page];
    const auto element = aim.structure ? aim.structure->places->find(destination) : std::nullopt;
    out += element ? "\n/A <</S /GoTo /D " : "\n/Dest ";
    append_place(out, aim, destination, page);
    if (!element) return;
    out += " /SD ";
    append_place(out, aim, destination, aim.structure->elements[element->value]);
    out += ">>";
}

std::string link_entries(const Aim& aim, const LinkArea& link, std::size_t key) {
    std::string out = "/Subtype /Link\n/Rect "; // Type and P are optional, ISO 32000-1 table 164
    append_rectangle(out, link.box, aim.pages.pages[link.page].height);
    out += "\n/F 4\n/Border [0 0 0]\n/StructParent ";
    append_integer(out, static_cast<std::int64_t>(key));
    out += "\n/Contents ";
    append_text(out, link.description);
    if (const auto* address = std::get_if<std::string>(&link.target)) {
        out += "\n/A <</S /URI /URI ";
        append_string(out, ascii_uri(*address));
        out += ">>";
    } else {
        append_destination(out, aim, std::get<Destination>(link.target));
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

void write_links(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                 const StructureObjects* structure) {
    const Aim aim{pages, targets.pages, structure};
    for (std::size_t link = 0; link < pages.links.size(); ++link)
        file.set(targets.annotations[link],
                 link_entries(aim, pages.links[link], pages.pages.size() + link));
}

ObjectId write_outline(PdfFile& file, const Pages& pages,
                       const std::vector<ObjectId>& page_objects,
                       const StructureObjects* structure) {
    const Aim aim{pages, page_objects, structure};
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
        append_destination(out, aim, entries[i].destination);
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
