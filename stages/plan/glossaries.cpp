// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/glossaries.hpp"

#include "pipeline/languages/unicode.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

std::string term_of(const ListItem& item) {
    const auto* words = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().node);
    if (words == nullptr || words->content.empty()) return {};
    return plain_text({words->content.front()});
}

void order(List& list, const Language& language) {
    std::vector<std::pair<std::string, ListItem>> entries;
    for (ListItem& item : list.items) {
        std::string term = term_of(item);
        entries.emplace_back(std::move(term), std::move(item));
    }
    std::ranges::stable_sort(entries, [&](const auto& a, const auto& b) {
        return languages::less(language, a.first, b.first);
    });
    for (std::size_t i = 0; i < entries.size(); ++i) list.items[i] = std::move(entries[i].second);
}

} // namespace

void order_glossaries(Blocks& blocks, const Language& language) {
    for (Block& block : blocks)
        if (auto* section = std::get_if<Section>(&block.node);
            section != nullptr && section->kind == SectionKind::glossary)
            for (Block& inner : section->content)
                if (auto* list = std::get_if<List>(&inner.node)) order(*list, language);
}

} // namespace presskit::plan
