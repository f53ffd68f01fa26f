// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/object_entries.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

constexpr int longest_role_chain = 16;

/// What an element says that is looked at; no objects where there is nothing.
struct ElementEntries {
    QPDFObjectHandle attributes, replacement, alternative, id, kids, language, parent, page, references,
        type;
};

struct ElementKey {
    std::string_view key;
    QPDFObjectHandle ElementEntries::* place;
};

constexpr std::array<ElementKey, 10> element_keys{{{"/A", &ElementEntries::attributes},
                                                   {"/ActualText", &ElementEntries::replacement},
                                                   {"/Alt", &ElementEntries::alternative},
                                                   {"/ID", &ElementEntries::id},
                                                   {"/K", &ElementEntries::kids},
                                                   {"/Lang", &ElementEntries::language},
                                                   {"/P", &ElementEntries::parent},
                                                   {"/Pg", &ElementEntries::page},
                                                   {"/Ref", &ElementEntries::references},
                                                   {"/S", &ElementEntries::type}}};
static_assert(std::ranges::is_sorted(element_keys, {}, &ElementKey::key));

/// Both are sorted: one pass over them, where looking for each key would compare many more.
ElementEntries taken(const ObjectEntries& dictionary) {
    ElementEntries out;
    auto next = element_keys.begin();
    for (const auto& [key, value] : dictionary) {
        while (next != element_keys.end() && next->key < key) ++next;
        if (next == element_keys.end()) break;
        if (next->key == key) out.*next->place = value;
    }
    return out;
}

/// The members of an array, or the one object itself, as `to_list` has them.
template <class Function> void for_each_member(QPDFObjectHandle& object, const Function& function) {
    if (object.isArray())
        for (QPDFObjectHandle& member : object.getArrayAsVector()) function(member);
    else if (object.isInitialized() && !object.isNull())
        function(object);
}

class StructureReader {
  public:
    explicit StructureReader(PdfCase& pdf)
        : pdf_(pdf),
          is_pdf_2_(pdf.is_pdf_2()),
          root_(pdf.catalog().getKey("/StructTreeRoot")),
          roles_(root_.getKeyIfDict("/RoleMap")) {}

    TagTree read() {
        check_role_map();
        tree_.nodes.reserve(std::min(pdf_.objects().size(), usual_elements));
        for (QPDFObjectHandle& kid : to_list(root_.getKey("/K"))) {
            if (!kid.isDictionary())
                fault("the structure tree's root holds no element");
            else
                read_element(kid, no_parent, 0, 0);
        }
        if (tree_.nodes.empty()) fault("the structure tree is empty");
        return std::move(tree_);
    }

  private:
    static constexpr std::size_t no_parent = static_cast<std::size_t>(-1);
    static constexpr std::size_t usual_elements = 2'000;

    void fault(const std::string& message) {
        pdf_.fault("verify.pdf-structure", "PDF: " + message + " (ISO 32000-1 14.7.2)");
    }

    void check_role_map() {
        if (!roles_.isDictionary()) return;
        for (const auto& [key, value] : roles_.getDictAsMap())
            if (is_standard_type(key.substr(1)))
                pdf_.broken({"02-004", "6.7.3.4-3"},
                            "the standard type " + in_backticks(key.substr(1)) + " is remapped");
    }

    std::string standard_type(const std::string& type) {
        std::string mapped = type;
        for (int step = 0; !is_standard_type(mapped); ++step) {
            const std::string next =
                roles_.isDictionary() ? to_name(roles_.getKey("/" + mapped)) : "";
            const std::string what = "the type " + in_backticks(type);
            if (next.empty()) {
                pdf_.broken({"02-001", "6.7.3.4-1"}, what + " does not lead to a standard type",
                            tree_.nodes.size());
                return type;
            }
            if (step == longest_role_chain) {
                pdf_.broken({"02-003", "6.7.3.4-2"}, what + " is mapped in a circle",
                            tree_.nodes.size());
                return type;
            }
            mapped = next;
        }
        return mapped;
    }

    void read_element(QPDFObjectHandle& element, std::size_t parent, int parent_object, int depth) {
        if (depth > max_structure_depth || tree_.nodes.size() >= max_structure_elements)
            return fault("the structure tree is too deep or too large");
        if (!element.isIndirect() || !seen_.insert(element.getObjectID()).second)
            return fault("an element is not indirect, or stands in the tree twice");
        ElementEntries entries = taken(element.getDictAsMap());
        const int claimed_object = entries.parent.isIndirect() ? entries.parent.getObjectID() : 0;
        if (claimed_object != (parent == no_parent ? root_.getObjectID() : parent_object))
            fault("an element names another parent than the one that holds it");
        const std::size_t index = tree_.nodes.size();
        tree_.nodes.push_back(node_of(element, entries, parent == no_parent ? index : parent));
        if (parent == no_parent)
            tree_.roots.push_back(index);
        else
            tree_.nodes[parent].kids.push_back(index);
        for_each_member(entries.kids, [&](QPDFObjectHandle& kid) {
            read_kid(kid, entries.page, index, depth);
        });
    }

    TagNode node_of(QPDFObjectHandle& element, ElementEntries& entries, std::size_t parent) {
        TagNode node;
        node.type = standard_type(is_pdf_2_ ? check_namespace(pdf_, element)
                                            : to_name(entries.type));
        node.object = element.getObjectID();
        node.parent = parent;
        node.has_alternative = !trim_ascii(to_text(entries.alternative)).empty() ||
                               !trim_ascii(to_text(entries.replacement)).empty();
        if (is_pdf_2_) {
            check_known_characters(pdf_, entries.alternative);
            check_known_characters(pdf_, entries.replacement);
        }
        node.id = to_text(entries.id);
        node.language = trim_ascii(to_text(entries.language));
        node.disowns_language = entries.language.isString() && node.language.empty();
        for_each_member(entries.attributes, [&](QPDFObjectHandle& attributes) {
            if (attributes.isDictionary()) read_attributes(attributes, node);
        });
        for_each_member(entries.references, [&](QPDFObjectHandle& aim) {
            node.references.push_back(aim.getObjectID());
        });
        return node;
    }

    static void read_attributes(QPDFObjectHandle& attributes, TagNode& node) {
        const ObjectEntries entries = attributes.getDictAsMap();
        const std::string owner = to_name(entry(entries, "/O"));
        if (owner == "Layout") node.has_box = to_list(entry(entries, "/BBox")).size() == 4;
        if (owner == "FENote") node.note_type = to_name(entry(entries, "/NoteType"));
        if (owner != "Table") return;
        node.scope = to_name(entry(entries, "/Scope"));
        node.row_span = to_int(entry(entries, "/RowSpan"), 1);
        node.column_span = to_int(entry(entries, "/ColSpan"), 1);
        for (const QPDFObjectHandle& header : to_list(entry(entries, "/Headers")))
            node.headers.push_back(to_text(header));
    }

    void read_kid(QPDFObjectHandle& kid, const QPDFObjectHandle& page, std::size_t index, int depth) {
        if (kid.isInteger()) return add_content(page, to_int(kid, -1), index);
        if (!kid.isDictionary()) return fault("an element holds something that is no content");
        // An element has no Type as a rule, and qpdf describes what it is asked for in vain.
        static const std::string type_key = "/Type";
        const std::string type = kid.hasKey(type_key) ? to_name(kid.getKey(type_key)) : std::string();
        if (type == "MCR") {
            if (kid.hasKey("/Stm")) fault("an element holds content outside its page");
            add_content(kid.hasKey("/Pg") ? kid.getKey("/Pg") : page, to_int(kid.getKey("/MCID"), -1),
                        index);
        } else if (type == "OBJR") {
            QPDFObjectHandle target = kid.getKey("/Obj");
            mark_with_object(index);
            if (!target.isIndirect() || !tree_.objects.emplace(target.getObjectID(), index).second)
                fault("an object reference leads nowhere, or to an object that has an element "
                      "already");
        } else
            read_element(kid, index, tree_.nodes[index].object, depth + 1);
    }

    /// A Link may hold its annotation in an element below, such as a Reference.
    void mark_with_object(std::size_t index) {
        tree_.nodes[index].has_object = true;
        while (tree_.nodes[index].parent != index) {
            index = tree_.nodes[index].parent;
            tree_.nodes[index].has_object = true;
        }
    }

    void add_content(const QPDFObjectHandle& page, int mcid, std::size_t index) {
        tree_.nodes[index].has_content = true;
        const int object = page.isIndirect() ? page.getObjectID() : 0;
        if (object == 0 || mcid < 0 ||
            !tree_.content.emplace(ContentKey{object, mcid}, index).second)
            fault("marked content has no page, no MCID or a second element");
    }

    PdfCase& pdf_;
    bool is_pdf_2_;
    QPDFObjectHandle root_, roles_;
    TagTree tree_;
    std::set<int> seen_;
};

} // namespace

std::optional<TagTree> read_structure(PdfCase& pdf) {
    if (!pdf.catalog().getKey("/StructTreeRoot").isDictionary()) return std::nullopt;
    return StructureReader(pdf).read();
}

} // namespace presskit::verify
