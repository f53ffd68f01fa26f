// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/conditions.hpp"

#include "stages/plan/walk.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace presskit::plan {
namespace {

template <class Values, class Value>
bool admits(const Values& values, const Value& value) {
    return values.empty() || std::ranges::find(values, value) != values.end();
}

class Conditions {
  public:
    Conditions(const CountryCode& country, const Locale& language)
        : country_(country), language_(language) {}

    Blocks apply(Blocks blocks) const {
        Blocks out;
        for (Block& block : blocks) {
            if (auto* conditional = std::get_if<Conditional>(&block.node)) {
                if (!admits(conditional->countries, country_) ||
                    !admits(conditional->languages, language_))
                    continue;
                Blocks content = apply(std::move(conditional->content));
                std::ranges::move(content, std::back_inserter(out));
            } else if (apply_inside(block)) {
                out.push_back(std::move(block));
            }
        }
        return out;
    }

  private:
    /// False if nothing is left of the block.
    bool apply_inside(Block& block) const {
        return std::visit(
            [this](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, List>) {
                    for (ListItem& item : node.items) item.content = apply(std::move(item.content));
                } else if constexpr (std::is_same_v<Node, Callout> ||
                                     std::is_same_v<Node, BlockQuote> ||
                                     std::is_same_v<Node, Section>) {
                    if constexpr (std::is_same_v<Node, Section>)
                        if (node.kind == SectionKind::instruments) return true; // filled later
                    node.content = apply(std::move(node.content));
                    return !node.content.empty();
                }
                return true;
            },
            block.node);
    }

    const CountryCode& country_;
    const Locale& language_;
};

} // namespace

void apply_conditions(Document& document, const CountryCode& country, Diagnostics& diagnostics) {
    const Conditions conditions(country, document.language);
    document.body = conditions.apply(std::move(document.body));
    if (document.body.empty())
        diagnostics.push_back({"plan.empty-edition",
                               "nothing of this text is left for `" + document.language.tag + "`" +
                                   (country.code.empty() ? "" : " in `" + country.code + "`"),
                               "leave something outside `::: only`", document.head_span, ""});
    int level = 1;
    for_each_heading(document.body, [&](const Heading& heading, Span span) {
        if (heading.level > level + 1)
            diagnostics.push_back({"plan.heading-skips-level",
                                   "heading skips from level " + std::to_string(level) + " to " +
                                       std::to_string(heading.level) +
                                       " where `::: only` leaves one out",
                                   "put the heading above it outside `::: only`", span, ""});
        level = heading.level;
    });
}

} // namespace presskit::plan
