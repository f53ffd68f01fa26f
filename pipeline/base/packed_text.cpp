// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/packed_text.hpp"

#include "pipeline/base/deflate.hpp"

#include <cassert>
#include <optional>

namespace presskit {
namespace {

constexpr int fast_level = 1;

} // namespace

PackedText::PackedText(std::string_view text) : size_(text.size()) {
    if (!text.empty()) deflated_ = Deflater(fast_level).deflate(text);
}

std::string PackedText::text() const {
    if (!deflated_) return {};
    std::optional<std::string> text = inflate_zlib(*deflated_, size_);
    assert(text && text->size() == size_ && "deflated by the constructor");
    return std::move(*text);
}

} // namespace presskit
