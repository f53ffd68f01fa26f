// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand_reader.hpp"

#include "stages/load/values.hpp"

#include <algorithm>
#include <array>

namespace presskit::load {

using namespace presskit::literals;
using yaml::YamlNode;

namespace {

LogoPlace to_logo_place(const YamlNode& mapping, LogoPlace otherwise) {
    const std::string name = text_at(mapping, "logo");
    if (name == "none") return LogoPlace::none;
    if (name == "start") return LogoPlace::start;
    return name == "end" ? LogoPlace::end : otherwise;
}

FurnitureField to_field(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"campaign",  "document", "kind",    "country",
                                                    "publisher", "notice",   "page_of", "page"};
    return static_cast<FurnitureField>(std::ranges::find(names, name) - names.begin());
}

} // namespace

std::optional<Color> BrandReader::color_at(const YamlNode& mapping, std::string_view key,
                                           std::optional<Color> otherwise) {
    const YamlNode* node = mapping.find(key);
    if (!node) return otherwise;
    if (node->scalar()->text == "none") return std::nullopt;
    return color(*node, true);
}

Masthead BrandReader::to_masthead(const YamlNode* node) {
    Masthead masthead;
    masthead.bar = 6_pt;
    masthead.bar_color = brand_.accent;
    if (!node) return masthead;
    masthead.bar = length_at(*node, "bar", masthead.bar);
    masthead.bar_color = color_at(*node, "bar_colour", masthead.bar_color).value_or(brand_.accent);
    masthead.ground = color_at(*node, "ground", std::nullopt);
    masthead.ink = color_at(*node, "ink", masthead.ground ? std::optional(brand_.accent_ink)
                                                          : std::nullopt);
    masthead.rule = length_at(*node, "rule");
    masthead.rule_color = color_at(*node, "rule_colour", brand_.accent).value_or(brand_.accent);
    masthead.logo = to_logo_place(*node, masthead.logo);
    return masthead;
}

void BrandReader::read_layout(DocumentKind kind, std::string_view name) {
    const YamlNode* layouts = file_.find("layouts");
    const YamlNode* node = layouts ? layouts->find(name) : nullptr;
    KindLayout& layout = brand_.layouts[static_cast<std::size_t>(kind)];
    layout.masthead = to_masthead(node ? node->find("masthead") : nullptr);
    read_spans(kind, node);
    if (!node) return;
    layout.cover = flag_at(*node, "cover", layout.cover);
    layout.table_of_contents = flag_at(*node, "table_of_contents", layout.table_of_contents);
    layout.contents_depth = integer_at(*node, "contents_depth", layout.contents_depth);
    layout.numbered_headings = flag_at(*node, "numbered_headings", layout.numbered_headings);
    layout.contact_card = flag_at(*node, "contact_card", layout.contact_card);
    if (text_at(*node, "recommendations") == "continuous")
        layout.recommendations = RecommendationNumbers::continuous;
}

Logo BrandReader::to_logo(const YamlNode& node) {
    const Length measure = brand_.page.width_between_margins();
    const Length width = length_at(node, "width");
    if (width > measure)
        fault(node.find("width")->span, "wide-logo",
              "a logo " + to_text(width) + " wide does not fit between margins that are " +
                  to_text(measure) + " apart",
              "make it narrower");
    return {text_at(node, "file"), localized_at(node, "alternative_text"), width,
            length_at(node, "clear_space"), node.find("file")->span};
}

void BrandReader::read_logos() {
    if (const YamlNode* node = file_.find("logo")) brand_.logo = to_logo(*node);
    const YamlNode* partners = file_.find("partners");
    if (!partners) return;
    for (const YamlNode& node : partners->items()) {
        PartnerLogo partner{to_logo(node), {}};
        for (std::string& code : texts_at(node, "countries")) partner.countries.push_back({std::move(code)});
        brand_.partners.push_back(std::move(partner));
    }
}

void BrandReader::read_cover() {
    CoverPage& cover = brand_.cover;
    cover.ground = brand_.accent;
    cover.ink = brand_.accent_ink;
    const YamlNode* node = file_.find("cover");
    if (!node) return;
    const std::string area = text_at(*node, "area");
    if (area == "none") cover.area = CoverArea::none;
    if (area == "start") cover.area = CoverArea::start;
    if (area == "page") cover.area = CoverArea::page;
    cover.ground = color_at(*node, "ground", cover.ground).value_or(brand_.accent);
    cover.ink = color_at(*node, "ink", cover.ink).value_or(brand_.accent_ink);
    cover.extent = integer_at(*node, "extent", cover.extent);
    cover.title_at = integer_at(*node, "title_at", cover.title_at);
    cover.logo = to_logo_place(*node, cover.logo);
}

void BrandReader::read_parts() {
    PartLook& look = brand_.parts;
    look.ground = brand_.accent;
    const YamlNode* node = file_.find("parts");
    if (node) look.ground = color_at(*node, "ground", look.ground);
    look.ink = look.ground ? brand_.accent_ink : brand_.accent;
    if (!node) return;
    look.ink = color_at(*node, "ink", look.ink).value_or(brand_.ink);
    look.extent = integer_at(*node, "extent", look.extent);
    look.own_page = flag_at(*node, "own_page", look.own_page);
}

FurnitureLine BrandReader::to_furniture(std::string_view key, FurnitureLine line) {
    const YamlNode* node = file_.find(key);
    if (!node) return line;
    const auto fields = [&](std::string_view edge, std::vector<FurnitureField>& out) {
        if (!node->find(edge)) return;
        out.clear();
        for (const std::string& name : texts_at(*node, edge)) out.push_back(to_field(name));
    };
    fields("start", line.start);
    fields("end", line.end);
    line.at = length_at(*node, "at", line.at);
    line.rule = length_at(*node, "rule", line.rule);
    line.rule_color = color_at(*node, "rule_colour", line.rule_color).value_or(brand_.rule);
    return line;
}

void BrandReader::read_furniture() {
    const PageFormat& format = brand_.page;
    using Field = FurnitureField;
    brand_.header = to_furniture("header", {{Field::campaign}, {Field::kind},
                                            format.margin_top * 55 / 100, Length{500}, brand_.rule});
    brand_.footer = to_furniture("footer", {{Field::notice, Field::publisher}, {Field::page_of},
                                            format.margin_bottom / 2, {}, brand_.rule});
}

void BrandReader::read_callouts() {
    CalloutLook& look = brand_.callout;
    look.ground = brand_.tint;
    const YamlNode* node = file_.find("callouts");
    if (!node) return;
    look.ground = color_at(*node, "ground", look.ground).value_or(brand_.paper);
    look.padding = length_at(*node, "padding", look.padding);
    look.bar = length_at(*node, "bar", look.bar);
}

void BrandReader::read_tables() {
    TableLook& look = brand_.table;
    look.header_ground = brand_.tint;
    look.header_rule_color = brand_.accent;
    look.rule_color = brand_.rule;
    const YamlNode* node = file_.find("tables");
    if (!node) return;
    look.header_ground = color_at(*node, "header_ground", look.header_ground);
    look.header_rule = length_at(*node, "header_rule", look.header_rule);
    look.header_rule_color =
        color_at(*node, "header_rule_colour", look.header_rule_color).value_or(brand_.accent);
    look.rule = length_at(*node, "rule", look.rule);
    look.rule_color = color_at(*node, "rule_colour", look.rule_color).value_or(brand_.rule);
    look.zebra = color_at(*node, "zebra", look.zebra);
    look.padding_across = length_at(*node, "padding_across", look.padding_across);
    look.padding_down = length_at(*node, "padding_down", look.padding_down);
}

void BrandReader::read_lists() {
    const YamlNode* node = file_.find("lists");
    if (!node) return;
    if (node->find("bullet")) brand_.list.bullet = text_at(*node, "bullet");
    if (node->find("number")) brand_.list.number = text_at(*node, "number");
}

void BrandReader::read_code() {
    const YamlNode* node = file_.find("code");
    if (!node) return;
    brand_.code_family = text_at(*node, "family");
    check_family(brand_.code_family, node->find("family")->span);
}

void BrandReader::read_headings() {
    brand_.qr_code = length_at(file_, "qr_code", brand_.qr_code);
    if (const YamlNode* node = file_.find("headings")) {
        HeadingLook& look = brand_.headings;
        if (text_at(*node, "numbers") == "margin") look.numbers = HeadingNumbers::margin;
        look.gap = length_at(*node, "gap", look.gap);
    }
    if (const YamlNode* node = file_.find("groups")) {
        GroupLook& look = brand_.groups;
        look.symbol_size = length_at(*node, "symbol_size", look.symbol_size);
        look.rule = length_at(*node, "rule", look.rule);
        look.gap = length_at(*node, "gap", look.gap);
        look.between = length_at(*node, "between", look.between);
        look.between_at_most = length_at(*node, "between_at_most", look.between);
    }
}

void BrandReader::read_key_figures() {
    KeyFigures& look = brand_.key_figures;
    look.gutter = brand_.page.grid.columns > 1 ? brand_.page.grid.gutter : 5_mm;
    look.rule = Length{1500};
    look.rule_color = brand_.accent;
    const YamlNode* node = file_.find("key_figures");
    if (!node) return;
    look.columns = integer_at(*node, "columns", look.columns);
    look.gutter = length_at(*node, "gutter", look.gutter);
    look.rule = length_at(*node, "rule", look.rule);
    look.rule_color = color_at(*node, "rule_colour", look.rule_color).value_or(brand_.accent);
}

void BrandReader::read_pull_quotes() {
    PullQuoteLook& look = brand_.pull_quote;
    look.rule = 1_pt;
    look.rule_color = brand_.accent;
    const YamlNode* node = file_.find("pull_quote");
    if (!node) return;
    look.rule = length_at(*node, "rule", look.rule);
    look.rule_color = color_at(*node, "rule_colour", look.rule_color).value_or(brand_.accent);
}

} // namespace presskit::load
