// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/numbering.hpp"

#include "pipeline/languages/format.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

const auto ignore_plain = [](const auto&, Span) {};

/// 1 to 3999 in the numerals of the Latin alphabet.
std::string roman(int number) {
    constexpr std::array<std::pair<int, std::string_view>, 13> signs{
        {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
         {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string out;
    for (const auto& [value, sign] : signs)
        for (; number >= value; number -= value) out += sign;
    return out;
}

/// Arabic and Hebrew have no letters for it.
std::string part_number(int part, const Language& language) {
    return language.direction == Direction::right_to_left ? std::to_string(part) : roman(part);
}

/// Sections are numbered on from part to part.
class HeadingNumbers {
  public:
    HeadingNumbers(const Language& language, int levels_above)
        : language_(language), levels_above_(levels_above) {}

    void number(Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* heading = std::get_if<Heading>(&block.node)) {
                heading->number = heading->part > 0 ? label_of_next_part(*heading)
                                                    : next(heading->level - levels_above_);
            } else if (auto* callout = std::get_if<Callout>(&block.node)) {
                number(callout->content);
            }
        }
    }

  private:
    std::string label_of_next_part(Heading& heading) {
        heading.part = ++parts_;
        return languages::fill(language_.word(Word::part),
                               {{"number", part_number(heading.part, language_)}});
    }

    /// The title is level 1, so numbers begin with level 2, or 3 below parts.
    std::string next(int level) {
        const auto last = static_cast<std::size_t>(std::clamp(level, 2, 6) - 2);
        ++counters_[last];
        std::fill(counters_.begin() + static_cast<std::ptrdiff_t>(last) + 1, counters_.end(), 0);
        std::string number;
        for (std::size_t i = 0; i <= last; ++i)
            number += (i == 0 ? "" : ".") + std::to_string(counters_[i]);
        return number;
    }

    const Language& language_;
    int levels_above_ = 0;
    int parts_ = 0;
    std::array<int, 5> counters_{};
};

/// The ids of footnotes in the order in which `blocks` first refer to them.
void collect_references(const Blocks& blocks, std::vector<std::string>& order) {
    const auto on_inline = [&](const Inline& item) {
        const auto* reference = std::get_if<FootnoteReference>(&item.node);
        if (reference != nullptr && std::ranges::find(order, reference->id) == order.end())
            order.push_back(reference->id);
    };
    walk(
        blocks, [&](const Inlines& inlines, Span) { for_each_inline(inlines, on_inline); },
        ignore_plain);
}

/// Numbers by id; empty for a target that is there but has no number.
using Targets = std::map<std::string, std::string, std::less<>>;

void collect_tables(const Blocks& blocks, Targets& targets) {
    for (const Block& block : blocks)
        std::visit(
            [&](const auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Table>) {
                    if (!node.id.empty()) targets.emplace(node.id, "");
                } else if constexpr (std::is_same_v<Node, Boxed<Chart>>) {
                    const Chart& chart = node;
                    if (!chart.table.id.empty()) targets.emplace(chart.table.id, "");
                } else if constexpr (std::is_same_v<Node, List>) {
                    for (const ListItem& item : node.items) collect_tables(item.content, targets);
                } else if constexpr (requires { collect_tables(node.content, targets); }) {
                    collect_tables(node.content, targets);
                }
            },
            block.node);
}

class References {
  public:
    References(const Targets& targets, Diagnostics& diagnostics)
        : targets_(targets), diagnostics_(diagnostics) {}

    void resolve(Blocks& blocks) {
        walk(
            blocks, [this](Inlines& inlines, Span) { resolve(inlines, nullptr); }, ignore_plain);
    }

  private:
    void resolve(Inlines& inlines, const CrossReference* around) {
        for (Inline& item : inlines) {
            if (std::holds_alternative<Variable>(item.node)) {
                item.node = Text{number(around, item.span)};
            } else if (auto* reference = std::get_if<CrossReference>(&item.node)) {
                if (!targets_.contains(reference->id)) report_dropped(*reference, item.span);
                resolve(reference->content, reference);
            } else if (Inlines* content = content_of(item)) {
                resolve(*content, around);
            }
        }
    }

    std::string number(const CrossReference* around, Span span) {
        if (around == nullptr) {
            diagnostics_.push_back(
                {"plan.number-misplaced", "`{{number}}` outside a link to a heading",
                 "write `[section {{number}}](#id)`, or `{{number:15000}}` for a number", span,
                 ""});
            return {};
        }
        const auto target = targets_.find(around->id);
        if (target == targets_.end()) return {};
        if (target->second.empty())
            diagnostics_.push_back(
                {"plan.no-number", "`#" + around->id + "` has no number in this document",
                 "say what it is about instead, or number headings in brand.yaml", span, ""});
        return target->second;
    }

    void report_dropped(const CrossReference& reference, Span span) {
        diagnostics_.push_back({"plan.unknown-reference",
                                "link to `#" + reference.id + "`, which `::: only` leaves out here",
                                "put the link into the same `::: only`", span, ""});
    }

    const Targets& targets_;
    Diagnostics& diagnostics_;
};

} // namespace

void number_headings(const Language& language, Document& document) {
    HeadingNumbers(language, levels_of_parts(document.body)).number(document.body);
}

void number_recommendations(Document& document) {
    int next = 1;
    bool in_group = false;
    for (Block& block : document.body) {
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->level == 2 || !heading->actor.empty()) in_group = !heading->actor.empty();
        } else if (auto* list = std::get_if<List>(&block.node); list && list->ordered && in_group) {
            list->start = next;
            next += static_cast<int>(list->items.size());
        }
    }
}

void number_footnotes(Document& document) {
    std::vector<std::string> order;
    collect_references(document.body, order);
    std::vector<Footnote> numbered;
    // A footnote may refer to a further one, so the order grows while it is followed.
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto found = std::ranges::find(document.footnotes, order[i], &Footnote::id);
        if (found == document.footnotes.end()) continue;
        found->number = static_cast<int>(numbered.size()) + 1;
        collect_references(found->content, order);
        numbered.push_back(*found);
    }
    document.footnotes = std::move(numbered);
}

void name_headings(Document& document) {
    int nth = 0;
    for_each_heading(document.body, [&](Heading& heading, Span) {
        ++nth;
        if (heading.id.empty()) heading.id = "heading." + std::to_string(nth);
    });
}

void resolve_references(const Language& language, Document& document, Diagnostics& diagnostics) {
    Targets targets;
    for_each_heading(document.body, [&](const Heading& heading, Span) {
        if (heading.id.empty()) return;
        const bool is_part = heading.part > 0 && !heading.number.empty();
        targets.emplace(heading.id,
                        is_part ? part_number(heading.part, language) : heading.number);
    });
    collect_tables(document.body, targets);
    References references(targets, diagnostics);
    references.resolve(document.body);
    for (Footnote& footnote : document.footnotes) references.resolve(footnote.content);
}

} // namespace presskit::plan
