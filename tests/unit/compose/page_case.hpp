// SPDX-License-Identifier: Apache-2.0
/// Words and tables by chance, and what a reader of composed pages sees of them.
#pragma once

#include "edition_maker.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace presskit::compose {

/// The same numbers on every machine.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 16) % sides;
    }

  private:
    std::uint32_t state_;
};

inline std::string words(Dice& dice, std::uint32_t count) {
    static const std::vector<std::string> all{"children", "law", "protection", "a", "state", "of",
                                              "responsibility", "and", "police", "report"};
    std::string out = "Begin";
    for (std::uint32_t i = 0; i < count; ++i) out += " " + all[dice.roll(10)];
    return out + ".";
}

inline Table table_of(Dice& dice, std::uint32_t rows) {
    Table table;
    table.columns = {Alignment::start, Alignment::start};
    table.header = {{{text("Stage")}, {}}, {{text("What happens")}, {}}};
    for (std::uint32_t i = 0; i < rows; ++i)
        table.rows.push_back({{{text(words(dice, 2))}, {}}, {{text(words(dice, 4 + dice.roll(20)))}, {}}});
    return table;
}

/// The baselines of each content by page; several for a text of several lines.
using Baselines = std::map<std::uint32_t, std::map<std::size_t, std::set<std::int64_t>>>;

inline Baselines baselines(const Pages& pages) {
    Baselines out;
    for (std::size_t p = 0; p < pages.pages.size(); ++p)
        for (const PageItem& item : pages.pages[p].items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (const auto* content = std::get_if<ContentId>(&item.tag))
                    out[content->value][p].insert(run->origin.y.millipoints);
    return out;
}

/// The first content of each element in a role.
inline std::vector<std::uint32_t> contents_of(const Pages& pages, std::set<StructureRole> roles) {
    std::vector<std::uint32_t> out;
    for (const StructureElement& element : pages.elements)
        if (roles.contains(element.role))
            for (const StructureKid& kid : element.kids)
                if (const auto* content = std::get_if<ContentId>(&kid)) {
                    out.push_back(content->value);
                    break;
                }
    return out;
}

inline void check_inside(const Pages& pages, const PageFormat& format) {
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item.shape);
            if (run == nullptr || !std::holds_alternative<ContentId>(item.tag)) continue;
            CHECK(run->origin.y > format.margin_top);
            CHECK(run->origin.y < format.height - format.margin_bottom);
        }
}

inline std::string all_said(const Pages& pages) {
    std::string out;
    for (std::uint32_t content = 0; content < pages.contents; ++content) out += words_of(pages, {content});
    return out;
}

} // namespace presskit::compose
