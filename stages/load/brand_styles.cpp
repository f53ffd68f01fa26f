// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand.hpp"
#include "stages/load/brand_reader.hpp"

#include <array>

namespace presskit::load {
namespace {

/// A role without an entry of its own looks like another at so many percent of its size. A role
/// whose `like` is itself must be in the file; the schema sees to it.
struct StyleKey {
    StyleRole role;
    std::string_view key;
    StyleRole like;
    std::int64_t percent = 100;
};

constexpr StyleKey required(StyleRole role, std::string_view key) { return {role, key, role}; }

constexpr std::array<StyleKey, style_role_count> style_keys{{
    required(StyleRole::body, "body"),
    required(StyleRole::title, "title"),
    required(StyleRole::deck, "deck"),
    required(StyleRole::kicker, "kicker"),
    required(StyleRole::heading_2, "heading_2"),
    required(StyleRole::heading_3, "heading_3"),
    required(StyleRole::heading_4, "heading_4"),
    required(StyleRole::dateline, "dateline"),
    required(StyleRole::list, "list"),
    required(StyleRole::block_quote, "block_quote"),
    required(StyleRole::callout_title, "callout_title"),
    required(StyleRole::callout, "callout"),
    required(StyleRole::table_header, "table_header"),
    required(StyleRole::table_cell, "table_cell"),
    required(StyleRole::caption, "caption"),
    required(StyleRole::footnote, "footnote"),
    required(StyleRole::toc_entry, "toc_entry"),
    required(StyleRole::contact, "contact"),
    required(StyleRole::boilerplate_heading, "boilerplate_heading"),
    required(StyleRole::boilerplate, "boilerplate"),
    required(StyleRole::notice, "notice"),
    required(StyleRole::running_header, "running_header"),
    required(StyleRole::running_footer, "running_footer"),
    {StyleRole::country, "country", StyleRole::title, 130},
    {StyleRole::sheet_title, "sheet_title", StyleRole::title},
    {StyleRole::cover_title, "cover_title", StyleRole::title, 150},
    {StyleRole::figure_value, "figure_value", StyleRole::title, 115},
    {StyleRole::figure_label, "figure_label", StyleRole::contact, 95},
    {StyleRole::pull_quote, "pull_quote", StyleRole::deck, 130},
    {StyleRole::part_title, "part_title", StyleRole::title},
}};

const StyleKey& row(StyleRole role) { return style_keys[static_cast<std::size_t>(role)]; }

} // namespace

std::string_view style_key(StyleRole role) { return row(role).key; }

const yaml::YamlEntry& style_entry(const yaml::YamlNode& file, StyleRole role) {
    const yaml::YamlNode& styles = *file.find("styles");
    const yaml::YamlEntry* own = styles.entry(row(role).key);
    return own ? *own : *styles.entry(row(row(role).like).key);
}

void BrandReader::read_styles() {
    for (const StyleKey& each : style_keys) {
        TextStyle& style = brand_.styles[static_cast<std::size_t>(each.role)];
        if (const yaml::YamlEntry* own = file_.find("styles")->entry(each.key)) {
            style = to_style(*own);
            continue;
        }
        style = brand_.style(each.like);
        style.size = scaled(style.size, each.percent, 100);
        style.leading = scaled(style.leading, each.percent, 100);
    }
}

} // namespace presskit::load
