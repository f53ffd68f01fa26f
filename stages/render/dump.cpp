// SPDX-License-Identifier: Apache-2.0
#include "stages/render/dump.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/document.hpp"
#include "stages/render/metadata.hpp"
#include "stages/render/roles.hpp"
#include "stages/render/syntax.hpp"
#include "stages/render/tagged_text.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace presskit::render {
namespace {

std::string points(Length length) { return decimal(scaled(length, 1, 100).millipoints * 100); }

std::string place(Point point) { return "(" + points(point.x) + " " + points(point.y) + ")"; }

std::string place(const Box& box) {
    return place(Point{box.x, box.y}) + " " + points(box.width) + "x" + points(box.height);
}

std::string place(const Destination& destination) {
    return "page " + std::to_string(destination.page + 1) + " at " + points(destination.y);
}

std::string color_name(Color color) {
    std::string out = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue}) append_hex(out, part, 2);
    return out;
}

/// Text in quotation marks; invisible characters that matter are named.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.bytes;
        const bool named = c.value < 0x20 || c.value == 0xA0 || c.value == 0xAD ||
                           c.value == 0x202F || (c.value >= 0x200B && c.value <= 0x200F) ||
                           c.value == 0x2060;
        if (named)
            out += "<" + code_point_name(c.value) + ">";
        else
            append_utf8(out, c.value);
    }
    return out + "\"";
}

class Dumper {
  public:
    explicit Dumper(const Pages& pages) : pages_(pages), texts_(text_of_contents(pages)) {}

    std::string write() {
        properties();
        for (std::size_t i = 0; i < pages_.pages.size(); ++i) page(i);
        line(0, "structure");
        if (!pages_.elements.empty()) element(ElementId{0}, 1);
        links_and_outline();
        return std::move(out_);
    }

  private:
    void line(int depth, std::string_view text) {
        out_.append(static_cast<std::size_t>(depth) * 2, ' ');
        out_ += text;
        out_ += '\n';
    }
    void properties();
    void page(std::size_t index);
    void element(ElementId id, int depth);
    std::string describe(const StructureElement& element) const;
    void links_and_outline();

    const Pages& pages_;
    std::vector<std::string> texts_;
    std::string out_;
    static constexpr int max_depth = 200;
};

void Dumper::properties() {
    const Properties& p = pages_.properties;
    line(0, "document " + quoted(p.title));
    const auto field = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) line(1, std::string(name) + " " + value);
    };
    field("language", p.language.tag);
    field("direction", pages_.direction == Direction::right_to_left ? "right to left" : "");
    field("author", p.author);
    field("description", p.description);
    for (const std::string& keyword : p.keywords) field("keyword", keyword);
    field("rights", p.rights);
    field("date", iso_date(p.timestamp));
}

std::string tag_name(const Tag& tag) {
    if (const auto* content = std::get_if<ContentId>(&tag))
        return "#" + std::to_string(content->value);
    return std::string(artifact_name(std::get<ArtifactKind>(tag)));
}

std::string stroke_text(const PathStroke& stroke) {
    constexpr std::array<std::string_view, 3> caps{"", " round caps", " square caps"};
    constexpr std::array<std::string_view, 3> joins{"", " round joins", " bevel joins"};
    std::string out = " stroke " + points(stroke.width) + " " + color_name(stroke.color);
    out += caps[static_cast<std::size_t>(stroke.cap)];
    out += joins[static_cast<std::size_t>(stroke.join)];
    for (const Length dash : stroke.dashes) out += " dash " + points(dash);
    return out;
}

std::string path_text(const VectorPath& path) {
    std::string out = "path";
    for (const PathSegment& segment : path.segments)
        out += std::visit(overloaded{[](const MoveTo& s) { return " m" + place(s.to); },
                                     [](const LineTo& s) { return " l" + place(s.to); },
                                     [](const CurveTo& s) {
                                         return " c" + place(s.first_control) +
                                                place(s.second_control) + place(s.to);
                                     },
                                     [](const ClosePath&) { return std::string(" h"); }},
                          segment);
    if (path.fill) out += " fill " + color_name(*path.fill);
    if (path.fill && path.fill_rule == FillRule::even_odd) out += " even-odd";
    return path.is_stroked() ? out + stroke_text(path.stroke) : out;
}

std::string shape_text(const PageItem& item) {
    return std::visit(
        overloaded{
            [](const GlyphRun& run) {
                return place(run.origin) + " F" + std::to_string(run.font.value) + " " +
                       points(run.size) + " " + color_name(run.color) +
                       (run.scaling == GlyphRun::unscaled ? "" : " scaled " + std::to_string(run.scaling)) +
                       (run.right_to_left ? " rtl " : " ") + quoted(run.text);
            },
            [](const Rectangle& rectangle) {
                return place(rectangle.box) + " fill " + color_name(rectangle.fill);
            },
            [](const Stroke& stroke) {
                return place(stroke.from) + " to " + place(stroke.to) + " stroke " +
                       points(stroke.width) + " " + color_name(stroke.color);
            },
            [](const PlacedImage& image) { return place(image.box) + " image " + image.path; },
            [](const VectorPath& path) { return path_text(path); }},
        item.shape);
}

void Dumper::page(std::size_t index) {
    const Page& page = pages_.pages[index];
    line(0, "page " + std::to_string(index + 1) + " " + points(page.width) + "x" +
                points(page.height));
    for (const PageItem& item : page.items) line(1, tag_name(item.tag) + " " + shape_text(item));
}

std::string Dumper::describe(const StructureElement& element) const {
    std::string text(structure_type(element.role));
    const auto field = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) text += " " + std::string(name) + "=" + quoted(value);
    };
    if (element.language) field("lang", element.language->tag);
    field("alt", element.alternative_text);
    field("expansion", element.expansion);
    field("id", element.id);
    if (element.scope != CellScope::none)
        field("scope", element.scope == CellScope::column ? "column"
                       : element.scope == CellScope::row  ? "row"
                                                          : "both");
    if (element.column_span != 1) text += " columns=" + std::to_string(element.column_span);
    if (element.row_span != 1) text += " rows=" + std::to_string(element.row_span);
    if (element.marks == ListMarks::number) text += " ordered";
    if (element.box) text += " box=" + place(*element.box);
    return text;
}

void Dumper::element(ElementId id, int depth) {
    if (id.value >= pages_.elements.size() || depth > max_depth) return line(depth, "(broken)");
    const StructureElement& element = pages_.elements[id.value];
    line(depth, describe(element));
    for (const StructureKid& kid : element.kids) {
        if (const auto* below = std::get_if<ElementId>(&kid)) {
            this->element(*below, depth + 1);
            continue;
        }
        const std::uint32_t content = std::get<ContentId>(kid).value;
        line(depth + 1, "#" + std::to_string(content) + " " +
                            (content < texts_.size() ? quoted(texts_[content]) : "(broken)"));
    }
}

void Dumper::links_and_outline() {
    for (const LinkArea& link : pages_.links) {
        const auto* address = std::get_if<std::string>(&link.target);
        line(0, "link page " + std::to_string(link.page + 1) + " " + place(link.box) + " to " +
                    (address ? *address : place(std::get<Destination>(link.target))) + " " +
                    quoted(link.description));
    }
    for (const OutlineEntry& entry : pages_.outline)
        line(0, "outline " + std::to_string(entry.level) + " " + quoted(entry.title) + " " +
                    place(entry.destination));
}

} // namespace

std::string dump(const Pages& pages) { return Dumper(pages).write(); }

} // namespace presskit::render
