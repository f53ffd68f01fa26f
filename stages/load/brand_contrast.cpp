// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand_contrast.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/brand.hpp"
#include "stages/load/contrast.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

using namespace presskit::literals;
using yaml::quoted;
using yaml::YamlEntry;
using yaml::YamlNode;

struct Ground {
    std::string_view name;
    Color color;
};

struct Pair {
    Color color, ground;
    bool operator==(const Pair&) const = default;
};

/// False if the contrast is too low.
bool check(Span span, std::string_view name, Color color, Ground ground, std::int64_t tenths,
           Diagnostics& faults) {
    if (has_contrast(color, ground.color, tenths)) return true;
    const auto better = nearest_with_contrast(color, ground.color, tenths);
    std::string hint = "choose another colour";
    if (better) hint += "; the nearest that passes is \"" + to_text(*better) + "\"";
    faults.push_back({"load.low-contrast",
                      "WCAG 2.2: " + quoted(name) + " (" + to_text(color) + ") on " +
                          quoted(ground.name) + " (" + to_text(ground.color) +
                          ") has a contrast of " + contrast_text(color, ground.color) +
                          ":1, below " + decimal(tenths * 100) + ":1",
                      hint,
                      span,
                      {},
                      Severity::error,
                      Blame::configuration});
    return false;
}

bool is_large(const TextStyle& style) {
    return style.size >= 18_pt || (style.bold && style.size >= 14_pt);
}

/// Callouts and the heads of tables stand on grounds of their own.
Ground ground_of(StyleRole role, const Brand& brand) {
    if (role == StyleRole::callout || role == StyleRole::callout_title || role == StyleRole::contact)
        return {"the ground of callouts", brand.callout.ground};
    if (role == StyleRole::table_header && brand.table.header_ground)
        return {"the ground of table heads", *brand.table.header_ground};
    return {"paper", brand.paper};
}

/// The span of the first of `keys` that `mapping` has, else of `otherwise`.
Span span_of(const YamlNode* mapping, std::initializer_list<std::string_view> keys, Span otherwise) {
    for (const std::string_view key : keys)
        if (const YamlNode* node = mapping ? mapping->find(key) : nullptr) return node->span;
    return otherwise;
}

/// Words on the coloured grounds of mastheads, covers and every second row of a table.
void check_grounds(const YamlNode& file, const Brand& brand, Diagnostics& faults) {
    const YamlNode* layouts = file.find("layouts");
    for (const auto& [kind, name] : {std::pair{DocumentKind::release, "release"},
                                     std::pair{DocumentKind::sheet, "sheet"},
                                     std::pair{DocumentKind::guide, "guide"}}) {
        const Masthead& masthead = brand.layout(kind).masthead;
        const YamlNode* layout = layouts ? layouts->find(name) : nullptr;
        const YamlNode* node = layout ? layout->find("masthead") : nullptr;
        if (node && masthead.ground)
            check(span_of(node, {"ink", "ground"}, node->span), "ink", masthead.ink.value_or(brand.ink),
                  {"the ground of the masthead", *masthead.ground}, text_contrast_tenths, faults);
    }
    const YamlNode* cover = file.find("cover");
    if (cover && (brand.cover.area == CoverArea::top || brand.cover.area == CoverArea::page))
        check(span_of(cover, {"ink", "ground"}, cover->span), "ink", brand.cover.ink,
              {"the ground of the cover", brand.cover.ground}, text_contrast_tenths, faults);
    if (const YamlNode* parts = file.find("parts"))
        check(span_of(parts, {"ink", "ground"}, parts->span), "ink", brand.parts.ink,
              {"the ground of parts", brand.parts.ground.value_or(brand.paper)}, text_contrast_tenths,
              faults);
    if (brand.table.zebra)
        check(span_of(file.find("tables"), {"zebra"}, file.span), "table_cell",
              brand.style(StyleRole::table_cell).color,
              {"the ground of every second row", *brand.table.zebra}, text_contrast_tenths, faults);
}

/// Lines and bars are graphics: WCAG 2.2 1.4.11. What is not drawn is not looked at.
class Lines {
  public:
    Lines(const YamlNode& file, const Brand& brand, const std::vector<Pair>& reported, Diagnostics& faults)
        : file_(file), brand_(brand), reported_(reported), faults_(faults) {}

    void check_all() {
        for (const auto& [kind, name] : {std::pair{DocumentKind::release, "release"},
                                         std::pair{DocumentKind::sheet, "sheet"},
                                         std::pair{DocumentKind::guide, "guide"}}) {
            const Masthead& masthead = brand_.layout(kind).masthead;
            const YamlNode* layouts = file_.find("layouts");
            const YamlNode* layout = layouts ? layouts->find(name) : nullptr;
            const YamlNode* node = layout ? layout->find("masthead") : nullptr;
            line(node, "rule_colour", masthead.rule, masthead.rule_color, paper());
            line(node, "bar_colour", masthead.bar, masthead.bar_color, paper());
        }
        line(file_.find("header"), "rule_colour", brand_.header.rule, brand_.header.rule_color, paper());
        line(file_.find("footer"), "rule_colour", brand_.footer.rule, brand_.footer.rule_color, paper());
        const YamlNode* tables = file_.find("tables");
        line(tables, "header_rule_colour", brand_.table.header_rule, brand_.table.header_rule_color,
             paper());
        line(tables, "rule_colour", brand_.table.rule, brand_.table.rule_color, paper());
        line(file_.find("key_figures"), "rule_colour", brand_.key_figures.rule,
             brand_.key_figures.rule_color, paper());
        line(file_.find("pull_quote"), "rule_colour", brand_.pull_quote.rule,
             brand_.pull_quote.rule_color, paper());
        const Ground callouts{"the ground of callouts", brand_.callout.ground};
        const YamlNode* colours = file_.find("colours");
        line(colours, "accent", brand_.callout.bar, brand_.accent, callouts);
        line(colours, "warning", brand_.callout.bar, brand_.warning, callouts);
    }

  private:
    Ground paper() const { return {"paper", brand_.paper}; }

    /// A colour of `colours` that is at fault is reported once, there.
    void line(const YamlNode* mapping, std::string_view key, Length thickness, Color color, Ground ground) {
        if (thickness == Length{} || std::ranges::find(reported_, color, &Pair::color) != reported_.end())
            return;
        check(span_of(mapping, {key, "ground"}, file_.find("colours")->span), key, color, ground,
              large_contrast_tenths, faults_);
    }

    const YamlNode& file_;
    const Brand& brand_;
    const std::vector<Pair>& reported_;
    Diagnostics& faults_;
};

/// A style that takes a colour of `colours` which is at fault is not at fault itself.
void check_styles(const YamlNode& file, const Brand& brand, const std::vector<Pair>& reported,
                  Diagnostics& faults) {
    for (std::size_t i = 0; i < style_role_count; ++i) {
        const auto role = static_cast<StyleRole>(i);
        const YamlEntry& entry = style_entry(file, role);
        const YamlNode* colour = entry.value.find("colour");
        const TextStyle& style = brand.style(role);
        const Ground ground = ground_of(role, brand);
        if (std::ranges::find(reported, Pair{style.color, ground.color}) != reported.end())
            continue;
        check(colour ? colour->span : entry.key_span, entry.key, style.color, ground,
              is_large(style) ? large_contrast_tenths : text_contrast_tenths, faults);
    }
}

} // namespace

Diagnostics check_contrast(const YamlNode& file, const Brand& brand) {
    Diagnostics faults;
    const YamlNode& colours = *file.find("colours");
    std::vector<Pair> reported;
    const auto role = [&](std::string_view key, Color color, Ground ground,
                          std::int64_t tenths = text_contrast_tenths) {
        if (!check(colours.find(key)->span, key, color, ground, tenths, faults))
            reported.push_back({color, ground.color});
    };
    const Ground tint{"tint", brand.tint};
    const Ground paper{"paper", brand.paper};
    role("accent_ink", brand.accent_ink, {"accent", brand.accent});
    role("accent", brand.accent, paper); // links, and what charts are drawn with
    role("ink", brand.ink, paper);
    role("ink", brand.ink, tint);
    role("muted", brand.muted, paper);
    role("muted", brand.muted, tint);
    role("warning", brand.warning, paper);
    role("warning", brand.warning, tint);
    role("rule", brand.rule, paper, large_contrast_tenths);
    check_styles(file, brand, reported, faults);
    check_grounds(file, brand, faults);
    Lines(file, brand, reported, faults).check_all();
    if (const YamlNode* actors = file.find("actors"))
        for (const YamlEntry& entry : actors->entries())
            check(entry.value.scalar() ? entry.value.span : entry.value.find("colour")->span, entry.key,
                  brand.actor_colors.at(entry.key), paper,
                  text_contrast_tenths, faults);
    return faults;
}

} // namespace presskit::load
