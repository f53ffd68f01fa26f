// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/brand_reader.hpp"
#include "stages/load/values.hpp"

#include <algorithm>
#include <optional>

namespace presskit::load {
namespace {

using namespace presskit::literals;
using yaml::quoted;
using yaml::YamlEntry;
using yaml::YamlNode;

constexpr std::array<std::string_view, 4> actor_names{"government", "justice", "civil-society",
                                                      "private-sector"};
constexpr std::array<std::string_view, document_kind_count> kind_names{"release", "sheet", "guide"};

/// Styles whose words may be divided at a line's end where a brand does not say; display type keeps them whole.
constexpr std::array<std::string_view, 10> running_text{"body",    "dateline",   "list",    "block_quote", "callout",
                                                        "caption", "table_cell", "contact", "footnote",    "boilerplate"};

/// The least that text and tables need between the margins.
constexpr Length min_text_width = 80_mm;
constexpr Length min_text_height = 120_mm;

Color to_color(std::string_view text) {
    const auto channel = [&](std::size_t at) {
        return static_cast<std::uint8_t>(hex_digit(text[at]) * 16 + hex_digit(text[at + 1]));
    };
    return {channel(1), channel(3), channel(5)};
}

FontFile to_font(const YamlEntry& entry) {
    const YamlNode& node = entry.value;
    const int face = integer_at(node, "face", 0);
    if (node.find("file")) return {text_at(node, "file"), "", node.find("file")->span, face};
    return {text_at(node, "system"), text_at(node, "package"), node.find("system")->span, face};
}

TextAlign to_align(std::string_view name) {
    if (name == "justified") return TextAlign::justified;
    if (name == "centre") return TextAlign::centre;
    return name == "end" ? TextAlign::end : TextAlign::start;
}

Numerals to_numerals(std::string_view name) {
    if (name == "lining") return Numerals::lining;
    return name == "old-style" ? Numerals::old_style : Numerals::of_font;
}

} // namespace

Brand BrandReader::read() {
    brand_.id = text_at(file_, "id");
    for (const YamlEntry& entry : file_.find("palette")->entries())
        brand_.palette[entry.key] = to_color(entry.value.scalar()->text);
    read_roles();
    read_actors();
    for (const YamlEntry& entry : file_.find("families")->entries()) read_family(entry);
    check_fallbacks();
    read_page();
    brand_.optical_margins = flag_at(file_, "optical_margins", brand_.optical_margins);
    brand_.glyph_scaling = integer_at(file_, "glyph_scaling", brand_.glyph_scaling);
    read_styles();
    read_baseline_grid();
    read_columns();
    for (std::size_t kind = 0; kind < document_kind_count; ++kind)
        read_layout(static_cast<DocumentKind>(kind), kind_names[kind]);
    read_logos();
    read_cover();
    read_parts();
    read_furniture();
    read_callouts();
    read_tables();
    read_lists();
    read_code();
    read_headings();
    read_key_figures();
    read_pull_quotes();
    return std::move(brand_);
}

void BrandReader::fault(Span span, std::string code, std::string message, std::string hint) {
    faults_.push_back({"load." + std::move(code),
                       std::move(message),
                       std::move(hint),
                       span,
                       {},
                       Severity::error,
                       Blame::configuration});
}

/// `roles` says whether the names of `colours` count too; they come before the designer's
/// names.
Color BrandReader::color(const YamlNode& node, bool roles) {
    const std::string& name = node.scalar()->text;
    if (name.starts_with('#')) return to_color(name);
    if (const auto role = roles_.find(name); roles && role != roles_.end()) return role->second;
    if (const auto own = brand_.palette.find(name); own != brand_.palette.end())
        return own->second;
    std::vector<std::string_view> known;
    if (roles)
        for (const auto& [key, value] : roles_) known.push_back(key);
    for (const auto& [key, value] : brand_.palette) known.push_back(key);
    const auto meant = nearest(name, known);
    fault(node.span, "unknown-colour", "there is no colour " + quoted(name),
          meant ? "did you mean " + quoted(*meant) + "?" : "write " + yaml::listed(known));
    return {};
}

void BrandReader::read_roles() {
    const YamlNode& colours = *file_.find("colours");
    const auto role = [&](std::string_view key) {
        return roles_[std::string(key)] = color(*colours.find(key), false);
    };
    brand_.paper = role("paper");
    brand_.ink = role("ink");
    brand_.accent = role("accent");
    brand_.accent_ink = role("accent_ink");
    brand_.muted = role("muted");
    brand_.rule = role("rule");
    brand_.tint = role("tint");
    brand_.warning = role("warning");
}

void BrandReader::read_actors() {
    const YamlNode* actors = file_.find("actors");
    for (const std::string_view actor : actor_names) {
        const YamlNode* own = actors ? actors->find(actor) : nullptr;
        const YamlNode* colour = own && !own->scalar() ? own->find("colour") : own;
        brand_.actor_colors[std::string(actor)] = colour ? color(*colour, true) : brand_.accent;
        if (own && !own->scalar())
            if (const YamlNode* symbol = own->find("symbol"))
                brand_.actor_symbols[std::string(actor)] = {symbol->scalar()->text, symbol->span};
    }
}

void BrandReader::read_family(const YamlEntry& entry) {
    const auto face = [&](std::string_view key) {
        const YamlEntry* own = entry.value.entry(key);
        return to_font(own ? *own : *entry.value.entry("regular"));
    };
    FontFamily family;
    family.regular = face("regular");
    family.italic = face("italic");
    family.bold = face("bold");
    family.bold_italic = face(
        entry.value.find("bold_italic") || !entry.value.find("bold") ? "bold_italic" : "bold");
    family.fallback = texts_at(entry.value, "fallback");
    family.span = entry.key_span;
    family.scale = integer_at(entry.value, "scale", family.scale);
    brand_.families[entry.key] = std::move(family);
}

void BrandReader::check_family(const std::string& name, Span span) {
    if (brand_.families.contains(name)) return;
    std::vector<std::string_view> known;
    for (const auto& [key, value] : brand_.families) known.push_back(key);
    const auto meant = nearest(name, known);
    fault(span, "unknown-family", "there is no font family " + quoted(name),
          meant ? "did you mean " + quoted(*meant) + "?" : "write " + yaml::listed(known));
}

void BrandReader::check_fallbacks() {
    for (const YamlEntry& entry : file_.find("families")->entries()) {
        const YamlNode* fallback = entry.value.find("fallback");
        if (!fallback) continue;
        for (const YamlNode& item : fallback->items()) {
            if (item.scalar()->text == entry.key)
                fault(item.span, "fallback-to-itself",
                      quoted(entry.key) + " cannot stand in for itself", "name another family");
            else
                check_family(item.scalar()->text, item.span);
        }
    }
}

/// Without a grid of its own a page has half the body's lines, so that half a line may part paragraphs.
void BrandReader::read_baseline_grid() {
    brand_.page.baseline_grid = length_at(*file_.find("page"), "baseline_grid",
                                       brand_.style(StyleRole::body).leading / 2);
}

void BrandReader::read_page() {
    const YamlNode& page = *file_.find("page");
    const YamlEntry& margins = *page.entry("margins");
    PageFormat& format = brand_.page;
    const bool is_a4 = text_at(page, "format") == "a4";
    format.width = is_a4 ? 210_mm : 612_pt;
    format.height = is_a4 ? 297_mm : 792_pt;
    format.margin_top = length_at(margins.value, "top");
    format.margin_bottom = length_at(margins.value, "bottom");
    format.margin_inner = length_at(margins.value, "inner");
    format.margin_outer = length_at(margins.value, "outer");
    format.facing = flag_at(page, "facing", true);
    if (format.width_between_margins() < min_text_width ||
        format.height - format.margin_top - format.margin_bottom < min_text_height)
        fault(margins.key_span, "margins-too-wide",
              "the margins leave too little room for text",
              "leave at least 80mm of the width and 120mm of the height");
    if (const YamlNode* white = page.find("white")) {
        format.white_shrink = integer_at(*white, "shrink", format.white_shrink);
        format.white_stretch = integer_at(*white, "stretch", format.white_stretch);
        format.leading_shrink = integer_at(*white, "leading", format.leading_shrink);
    }
}

TextStyle BrandReader::to_style(const YamlEntry& entry) {
    const YamlNode& node = entry.value;
    TextStyle style;
    style.family = text_at(node, "family");
    check_family(style.family, node.find("family")->span);
    style.size = length_at(node, "size");
    style.leading = length_at(node, "leading");
    style.space_before = length_at(node, "space_before");
    style.space_after = length_at(node, "space_after");
    style.indent = length_at(node, "indent");
    style.tracking = length_at(node, "tracking");
    if (style.leading < style.size * 9 / 10)
        fault(node.find("leading")->span, "tight-leading",
              "lines " + to_text(style.leading) + " apart overlap at a size of " +
                  to_text(style.size),
              "make `leading` at least as large as `size`");
    // Whoever copies from a PDF gets a space where letters are a tenth of an em apart, kerning included.
    const YamlNode* tracking = node.find("tracking");
    if (const Length most = style.size * 8 / 100; tracking && style.tracking > most) {
        fault(tracking->span, "wide-tracking",
              "letters " + to_text(style.tracking) + " apart are taken for words by some readers",
              "set `tracking` to " + to_text(most) + " at most");
        faults_.back().severity = Severity::warning;
    }
    const YamlNode* colour = node.find("colour");
    style.color = colour ? color(*colour, true) : brand_.ink;
    style.align = to_align(text_at(node, "align"));
    style.bold = flag_at(node, "bold", false);
    style.italic = flag_at(node, "italic", false);
    style.capitals = flag_at(node, "capitals", false);
    style.hyphenate = flag_at(node, "hyphenate", std::ranges::find(running_text, entry.key) != running_text.end());
    style.numerals = to_numerals(text_at(node, "numerals"));
    return style;
}

Brand to_brand(const YamlNode& file, Diagnostics& faults) {
    return BrandReader(file, faults).read();
}

} // namespace presskit::load
