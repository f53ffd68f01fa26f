// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand_reader.hpp"

#include "stages/load/values.hpp"

#include <algorithm>

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
    masthead.bar = length(*node, "bar", {0_pt, 100_pt}, masthead.bar);
    masthead.bar_color = color_at(*node, "bar_colour", masthead.bar_color).value_or(brand_.accent);
    masthead.ground = color_at(*node, "ground", std::nullopt);
    masthead.ink = color_at(*node, "ink", masthead.ground ? std::optional(brand_.accent_ink)
                                                          : std::nullopt);
    masthead.logo = to_logo_place(*node, masthead.logo);
    return masthead;
}

void BrandReader::read_layout(DocumentKind kind, std::string_view name) {
    const YamlNode* layouts = file_.find("layouts");
    const YamlNode* node = layouts ? layouts->find(name) : nullptr;
    KindLayout& layout = brand_.layouts[static_cast<std::size_t>(kind)];
    layout.masthead = to_masthead(node ? node->find("masthead") : nullptr);
    if (!node) return;
    layout.cover = flag_at(*node, "cover", layout.cover);
    layout.table_of_contents = flag_at(*node, "table_of_contents", layout.table_of_contents);
    layout.contents_depth = integer_at(*node, "contents_depth", layout.contents_depth);
    layout.numbered_headings = flag_at(*node, "numbered_headings", layout.numbered_headings);
    layout.contact_card = flag_at(*node, "contact_card", layout.contact_card);
    if (text_at(*node, "recommendations") == "continuous")
        layout.recommendations = RecommendationNumbers::continuous;
}

void BrandReader::read_logo() {
    const YamlNode* node = file_.find("logo");
    if (!node) return;
    const Length measure = brand_.page.width - brand_.page.margin_inner - brand_.page.margin_outer;
    brand_.logo = Logo{text_at(*node, "file"), localized_at(*node, "alternative_text"),
                       length(*node, "width", {5_mm, std::max(measure, 5_mm)}),
                       length(*node, "clear_space", {0_mm, 40_mm}), node->find("file")->span};
}

void BrandReader::read_key_figures() {
    KeyFigures& look = brand_.key_figures;
    look.gutter = 5_mm;
    look.rule = Length{1500};
    look.rule_color = brand_.accent;
    const YamlNode* node = file_.find("key_figures");
    if (!node) return;
    look.columns = integer_at(*node, "columns", look.columns);
    look.gutter = length(*node, "gutter", {0_pt, 60_pt}, look.gutter);
    look.rule = length(*node, "rule", {0_pt, 12_pt}, look.rule);
    look.rule_color = color_at(*node, "rule_colour", look.rule_color).value_or(brand_.accent);
}

void BrandReader::read_pull_quotes() {
    PullQuoteLook& look = brand_.pull_quote;
    look.rule = 1_pt;
    look.rule_color = brand_.accent;
    const YamlNode* node = file_.find("pull_quote");
    if (!node) return;
    look.rule = length(*node, "rule", {0_pt, 12_pt}, look.rule);
    look.rule_color = color_at(*node, "rule_colour", look.rule_color).value_or(brand_.accent);
}

} // namespace presskit::load
