// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/picture_credits.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/image_credit.hpp"
#include "stages/plan/derive.hpp"

namespace presskit::plan {
namespace {

void credit(const Campaign& campaign, const Derivation* derivation, Figure& figure) {
    if (figure.decorative || !trim_ascii(figure.credit).empty()) return;
    figure.credit = credit_of(campaign, figure.path);
    if (derivation != nullptr) figure.credit = derived(figure.credit, *derivation);
}

} // namespace

void credit_pictures(const Campaign& campaign, const Derivation* derivation, Blocks& blocks) {
    for (Block& block : blocks)
        std::visit(
            [&](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Figure>) credit(campaign, derivation, node);
                if constexpr (std::is_same_v<Node, List>)
                    for (ListItem& item : node.items) credit_pictures(campaign, derivation, item.content);
                if constexpr (requires { credit_pictures(campaign, derivation, node.content); })
                    credit_pictures(campaign, derivation, node.content);
            },
            block.node);
}

} // namespace presskit::plan
