// SPDX-License-Identifier: Apache-2.0
#include "stages/model/document.hpp"

#include <algorithm>

namespace presskit {

template <class Node>
Nodes<Node>::Nodes() noexcept = default;
template <class Node>
Nodes<Node>::Nodes(const Nodes&) = default;
template <class Node>
Nodes<Node>::Nodes(Nodes&&) noexcept = default;
template <class Node>
Nodes<Node>& Nodes<Node>::operator=(const Nodes&) = default;
template <class Node>
Nodes<Node>& Nodes<Node>::operator=(Nodes&&) noexcept = default;
template <class Node>
Nodes<Node>::~Nodes() = default;

template <class Node>
bool Nodes<Node>::operator==(const Nodes& other) const {
    return std::ranges::equal(*this, other);
}

template class Nodes<Inline>;
template class Nodes<Block>;

const Inlines* content_of(const Inline& item) {
    return std::visit(
        [](const auto& node) -> const Inlines* {
            if constexpr (requires { node.content; })
                return &node.content;
            else
                return nullptr;
        },
        item.node);
}

int levels_of_parts(const Blocks& body) {
    return std::ranges::any_of(body, [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block.node);
        return heading != nullptr && heading->part > 0;
    });
}

Inlines* content_of(Inline& item) {
    return const_cast<Inlines*>(content_of(static_cast<const Inline&>(item)));
}

} // namespace presskit
