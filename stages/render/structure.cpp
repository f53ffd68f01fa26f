// SPDX-License-Identifier: Apache-2.0
#include "stages/render/structure.hpp"

#include "stages/model/document.hpp"
#include "stages/render/roles.hpp"
#include "stages/render/syntax.hpp"
#include "stages/render/trees.hpp"

#include <algorithm>
#include <map>

namespace presskit::render {
namespace {

struct PlacedContent {
    std::uint32_t page = 0, mcid = 0;
};

/// Builds the tree's objects. Elements are reserved first, because kids and parents name each
/// other.
class StructureWriter {
  public:
    StructureWriter(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                    PdfStandard standard);
    StructureObjects write();

  private:
    void reserve(ElementId id, ObjectId parent);
    void write_element(ElementId id);
    std::string head(StructureRole role, ObjectId parent, std::optional<std::uint32_t> page) const;
    std::string write_namespaces();
    std::string references(ElementId id) const;
    void find_aims();
    bool is_pdf_2() const { return standard_ == PdfStandard::ua_2_a_4; }
    std::string kids(ElementId id, std::optional<std::uint32_t> page) const;
    void append_contents(std::string& out, ContentId id, std::optional<std::uint32_t> page) const;
    std::string attributes(ElementId id, std::optional<std::uint32_t> page) const;
    Box figure_box(const StructureElement& element, std::uint32_t page) const;
    std::optional<std::uint32_t> first_page(ElementId id) const;
    std::vector<TreeEntry> parent_entries() const;
    std::vector<TreeEntry> id_entries() const;
    bool is_wrapped(ElementId id) const {
        return !links_[id.value].empty() && pages_.elements[id.value].role != StructureRole::link;
    }

    PdfFile& file_;
    const Pages& pages_;
    const StructureTargets& targets_;
    PdfStandard standard_;
    std::optional<ElementPlaces> elements_at_; ///< for PDF/UA-2
    ObjectId namespace_1_7_, namespace_2_0_; ///< none before PDF 2.0
    std::vector<std::vector<ElementId>> aims_; ///< by ElementId: what it refers to
    std::vector<std::vector<PlacedContent>> places_; ///< by ContentId
    std::vector<std::vector<std::uint32_t>> links_;  ///< link areas by ElementId
    std::vector<ElementId> owners_;
    std::vector<ObjectId> objects_;  ///< by ElementId; none for an element outside the tree
    std::vector<ObjectId> parents_;  ///< by ElementId
    std::vector<ObjectId> wrappers_; ///< by ElementId: the Link element inside, if any
};

StructureWriter::StructureWriter(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                                 PdfStandard standard)
    : file_(file),
      pages_(pages),
      targets_(targets),
      standard_(standard),
      aims_(pages.elements.size()),
      places_(pages.contents),
      links_(pages.elements.size()),
      owners_(owners_of_contents(pages)),
      objects_(pages.elements.size()),
      parents_(pages.elements.size()),
      wrappers_(pages.elements.size()) {
    for (std::uint32_t page = 0; page < targets.marks.size(); ++page)
        for (std::uint32_t mcid = 0; mcid < targets.marks[page].size(); ++mcid)
            places_[targets.marks[page][mcid].value].push_back({page, mcid});
    for (std::uint32_t link = 0; link < pages.links.size(); ++link)
        links_[pages.links[link].element.value].push_back(link);
}

StructureObjects StructureWriter::write() {
    const ObjectId root = file_.reserve();
    const std::string namespaces = write_namespaces();
    if (is_pdf_2()) {
        elements_at_.emplace(pages_);
        find_aims();
    }
    reserve(ElementId{0}, root);
    for (std::uint32_t i = 0; i < objects_.size(); ++i)
        if (objects_[i]) write_element({i});
    std::string out = "/Type /StructTreeRoot\n/K ";
    append_reference(out, objects_[0]);
    out += "\n/ParentTree ";
    append_reference(out, write_tree(file_, TreeKind::numbers, parent_entries()));
    out += "\n/ParentTreeNextKey ";
    append_integer(out, static_cast<std::int64_t>(pages_.pages.size() + pages_.links.size()));
    if (const auto ids = id_entries(); !ids.empty()) {
        out += "\n/IDTree ";
        append_reference(out, write_tree(file_, TreeKind::names, ids));
    }
    file_.set(root, out + namespaces + '\n');
    return {root, std::move(objects_), std::move(elements_at_)};
}

/// ISO 32000-2 14.7.4, 14.8.6.
std::string StructureWriter::write_namespaces() {
    if (!is_pdf_2()) return {};
    namespace_2_0_ = file_.add("/Type /Namespace /NS (http://iso.org/pdf2/ssn)");
    namespace_1_7_ = file_.add("/Type /Namespace /NS (http://iso.org/pdf/ssn)");
    std::string out = "\n/Namespaces [";
    append_reference(out, namespace_2_0_);
    out += ' ';
    append_reference(out, namespace_1_7_);
    return out + ']';
}

/// A note and what refers to it name each other; a line of contents names its heading. ISO 14289-2
/// 8.2.5.8, 8.2.5.14.
void StructureWriter::find_aims() {
    for (const LinkArea& link : pages_.links) {
        const auto* place = std::get_if<Destination>(&link.target);
        const auto aim = place ? elements_at_->find(*place) : std::nullopt;
        if (!aim) continue;
        ElementId note = *aim, from = link.element;
        while (note.value != 0 && pages_.elements[note.value].role != StructureRole::note)
            note = elements_at_->parents()[note.value];
        const auto refer = [&](ElementId a, ElementId b) {
            if (std::ranges::find(aims_[a.value], b) == aims_[a.value].end())
                aims_[a.value].push_back(b);
        };
        if (note.value != 0) {
            refer(from, note);
            refer(note, from);
            continue;
        }
        while (from.value != 0 && pages_.elements[from.value].role != StructureRole::contents_item)
            from = elements_at_->parents()[from.value];
        if (from.value != 0) refer(from, *aim);
    }
}

std::string StructureWriter::references(ElementId id) const {
    if (aims_[id.value].empty()) return {};
    std::string out = "\n/Ref [";
    for (const ElementId aim : aims_[id.value]) {
        append_reference(out, objects_[aim.value]);
        out += ' ';
    }
    out.back() = ']';
    return out;
}

/// Depth is bounded by `check`.
void StructureWriter::reserve(ElementId id, ObjectId parent) {
    objects_[id.value] = file_.reserve();
    parents_[id.value] = parent;
    ObjectId parent_of_kids = objects_[id.value];
    if (is_wrapped(id)) parent_of_kids = wrappers_[id.value] = file_.reserve();
    for (const StructureKid& kid : pages_.elements[id.value].kids)
        if (const auto* element = std::get_if<ElementId>(&kid)) reserve(*element, parent_of_kids);
}

void StructureWriter::write_element(ElementId id) {
    const StructureElement& element = pages_.elements[id.value];
    const auto page = first_page(id);
    std::string out = head(element.role, parents_[id.value], page);
    const auto text = [&](std::string_view key, const std::string& value) {
        if (value.empty()) return;
        out += key;
        append_text(out, value);
    };
    if (element.language) text("\n/Lang ", element.language->tag);
    text("\n/Alt ", element.alternative_text);
    text("\n/E ", element.expansion);
    if (!element.id.empty()) {
        out += "\n/ID ";
        append_string(out, element.id);
    }
    out += references(id);
    out += attributes(id, page);
    if (const ObjectId wrapper = wrappers_[id.value]) {
        out += "\n/K ";
        append_reference(out, wrapper);
        file_.set(wrapper, head(StructureRole::link, objects_[id.value], page) + kids(id, page) + '\n');
    } else {
        out += kids(id, page);
    }
    file_.set(objects_[id.value], out + '\n');
}

std::string StructureWriter::head(StructureRole role, ObjectId parent,
                                  std::optional<std::uint32_t> page) const {
    constexpr std::size_t usual_entries = 96; // bytes of an element's whole dictionary
    std::string out;
    out.reserve(usual_entries);
    out += "/S "; // Type is optional, ISO 32000-1 table 323
    append_name(out, is_pdf_2() ? structure_type_2_0(role) : structure_type(role));
    if (is_pdf_2()) {
        out += "\n/NS ";
        append_reference(out, is_in_pdf_2_0(role) ? namespace_2_0_ : namespace_1_7_);
    }
    out += "\n/P ";
    append_reference(out, parent);
    if (page) {
        out += "\n/Pg ";
        append_reference(out, targets_.pages[*page]);
    }
    return out;
}

std::string StructureWriter::kids(ElementId id, std::optional<std::uint32_t> page) const {
    std::string list;
    std::size_t entries = links_[id.value].size();
    for (const StructureKid& kid : pages_.elements[id.value].kids) {
        if (const auto* content = std::get_if<ContentId>(&kid)) {
            append_contents(list, *content, page);
            entries += places_[content->value].size();
        } else {
            ++entries;
            append_reference(list, objects_[std::get<ElementId>(kid).value]);
            list += ' ';
        }
    }
    for (const std::uint32_t link : links_[id.value]) {
        list += "<</Type /OBJR ";
        if (pages_.links[link].page != page) {
            list += "/Pg ";
            append_reference(list, targets_.pages[pages_.links[link].page]);
            list += ' ';
        }
        list += "/Obj ";
        append_reference(list, targets_.annotations[link]);
        list += ">> ";
    }
    if (list.empty()) return {};
    list.pop_back();
    return entries == 1 ? "\n/K " + list : "\n/K [" + list + "]";
}

/// An MCID alone is on the element's own page, ISO 32000-1 14.7.4.2.
void StructureWriter::append_contents(std::string& out, ContentId id,
                                      std::optional<std::uint32_t> page) const {
    for (const PlacedContent& place : places_[id.value]) {
        if (place.page == page) {
            append_integer(out, place.mcid);
            out += ' ';
            continue;
        }
        out += "<</Type /MCR /Pg ";
        append_reference(out, targets_.pages[place.page]);
        out += " /MCID ";
        append_integer(out, place.mcid);
        out += ">> ";
    }
}

std::optional<std::uint32_t> StructureWriter::first_page(ElementId id) const {
    for (const StructureKid& kid : pages_.elements[id.value].kids)
        if (const auto* content = std::get_if<ContentId>(&kid))
            if (!places_[content->value].empty()) return places_[content->value].front().page;
    return std::nullopt;
}

/// ISO 32000-1 14.8.5.4 (Layout), 14.8.5.5 (List), 14.8.5.7 (Table).
std::string StructureWriter::attributes(ElementId id, std::optional<std::uint32_t> page) const {
    const StructureElement& element = pages_.elements[id.value];
    if (element.role == StructureRole::list)
        return "\n/A <</O /List /ListNumbering /" + std::string(list_numbering(element.marks, is_pdf_2())) + ">>";
    if (element.role == StructureRole::note && is_pdf_2())
        return "\n/A <</O /FENote /NoteType /Footnote>>"; // ISO 32000-2 14.8.5.10
    if (element.role == StructureRole::figure && page) {
        std::string out = "\n/A <</O /Layout /Placement /Block /BBox ";
        append_rectangle(out, figure_box(element, *page), pages_.pages[*page].height);
        return out + ">>";
    }
    std::string out;
    if (element.role == StructureRole::table_header_cell && element.scope != CellScope::none)
        out += element.scope == CellScope::column ? " /Scope /Column"
               : element.scope == CellScope::row  ? " /Scope /Row"
                                                  : " /Scope /Both";
    const bool cell = element.role == StructureRole::table_header_cell ||
                      element.role == StructureRole::table_data_cell;
    if (cell && element.row_span > 1) out += " /RowSpan " + std::to_string(element.row_span);
    if (cell && element.column_span > 1) out += " /ColSpan " + std::to_string(element.column_span);
    if (cell && !element.headers.empty()) {
        out += " /Headers [";
        for (const ElementId header : element.headers) append_string(out, pages_.elements[header.value].id);
        out += ']';
    }
    return out.empty() ? out : "\n/A <</O /Table" + out + ">>";
}

Box StructureWriter::figure_box(const StructureElement& element, std::uint32_t page) const {
    if (element.box) return *element.box;
    std::optional<Box> all;
    for (const PageItem& item : pages_.pages[page].items) {
        const auto* content = std::get_if<ContentId>(&item.tag);
        if (!content || &pages_.elements[owners_[content->value].value] != &element) continue;
        const Box box = extent_of(&item, &item + 1);
        all = all ? united(*all, box) : box;
    }
    return all.value_or(Box{});
}

std::vector<TreeEntry> StructureWriter::parent_entries() const {
    const auto object_of = [&](ElementId id) {
        return wrappers_[id.value] ? wrappers_[id.value] : objects_[id.value];
    };
    std::vector<TreeEntry> entries;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
        std::string parents = "[";
        for (const ContentId content : targets_.marks[page]) {
            append_reference(parents, object_of(owners_[content.value]));
            parents += ' ';
        }
        entries.push_back({std::to_string(page), parents + ']'});
    }
    for (const LinkArea& link : pages_.links) {
        std::string parent;
        append_reference(parent, object_of(link.element));
        entries.push_back({std::to_string(entries.size()), std::move(parent)});
    }
    return entries;
}

std::vector<TreeEntry> StructureWriter::id_entries() const {
    std::map<std::string, ObjectId> sorted;
    for (std::size_t i = 0; i < objects_.size(); ++i)
        if (objects_[i] && !pages_.elements[i].id.empty())
            sorted[pages_.elements[i].id] = objects_[i];
    std::vector<TreeEntry> entries;
    for (const auto& [id, object] : sorted) {
        TreeEntry entry;
        append_string(entry.key, id);
        append_reference(entry.value, object);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

StructureObjects write_structure(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                                 PdfStandard standard) {
    return StructureWriter(file, pages, targets, standard).write();
}

std::vector<ElementId> owners_of_contents(const Pages& pages) {
    std::vector<ElementId> owners(pages.contents);
    for (std::uint32_t i = 0; i < pages.elements.size(); ++i)
        for (const StructureKid& kid : pages.elements[i].kids)
            if (const auto* content = std::get_if<ContentId>(&kid)) owners[content->value] = {i};
    return owners;
}

} // namespace presskit::render
