// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/wording.hpp"

#include "pipeline/base/text.hpp"

namespace presskit::yaml {
namespace {

constexpr std::size_t max_quoted_code_points = 60;
constexpr std::size_t max_listed_words = 12;

} // namespace

std::string quoted(std::string_view text) {
    // Four bytes a code point at most: longer text need not be decoded.
    std::u32string shown = printable(text.substr(0, 4 * (max_quoted_code_points + 1)));
    if (shown.size() > max_quoted_code_points) {
        shown.resize(max_quoted_code_points);
        shown += U'…';
    }
    return "`" + to_utf8(shown) + "`";
}

std::string listed(std::span<const std::string_view> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == max_listed_words) return out + ", …";
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += quoted(words[i]);
    }
    return out;
}

} // namespace presskit::yaml
