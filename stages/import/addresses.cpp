// SPDX-License-Identifier: Apache-2.0
#include "stages/import/release_parts.hpp"

#include <algorithm>

namespace presskit::import {
namespace {

bool is_alphanumeric(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_local(char32_t c) {
    static constexpr std::u32string_view others = U"._%+-";
    return is_alphanumeric(c) || others.find(c) != std::u32string_view::npos;
}
bool is_domain(char32_t c) { return is_alphanumeric(c) || c == '-' || c == '.'; }

bool is_url(char32_t c) {
    static constexpr std::u32string_view others = U"-._~:/?#@!$&'*+,;=%";
    return is_alphanumeric(c) || others.find(c) != std::u32string_view::npos;
}

} // namespace

std::optional<FoundAddress> find_email(std::u32string_view text, std::size_t from) {
    for (auto at = text.find('@', from); at != text.npos; at = text.find('@', at + 1)) {
        FoundAddress found{at, at + 1};
        while (found.begin > from && is_local(text[found.begin - 1])) --found.begin;
        while (found.begin < at && text[found.begin] == '.') ++found.begin;
        while (found.end < text.size() && is_domain(text[found.end])) ++found.end;
        while (text[found.end - 1] == '.' || text[found.end - 1] == '-') --found.end;
        const auto domain = text.substr(at + 1, std::max(found.end, at + 1) - at - 1);
        const bool has_dot = domain.find('.') != domain.npos && domain.find(U"..") == domain.npos;
        if (found.begin < at && has_dot && found.end - found.begin <= 200 && domain[0] != '.')
            return found;
    }
    return std::nullopt;
}

std::optional<FoundAddress> find_url(std::u32string_view text, std::size_t from) {
    static constexpr std::u32string_view scheme = U"https://", trailing = U".,;:!?'*";
    for (auto begin = text.find(scheme, from); begin != text.npos;
         begin = text.find(scheme, begin + 1)) {
        const std::size_t host = begin + scheme.size();
        if (host >= text.size() || !is_alphanumeric(text[host])) continue;
        std::size_t end = host;
        while (end < text.size() && is_url(text[end])) ++end;
        while (trailing.find(text[end - 1]) != trailing.npos) --end;
        return FoundAddress{begin, end};
    }
    return std::nullopt;
}

} // namespace presskit::import
