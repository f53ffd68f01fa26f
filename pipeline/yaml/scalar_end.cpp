// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/scalar_end.hpp"

#include <algorithm>

namespace presskit::yaml {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::optional<std::size_t> double_quoted_end(std::string_view yaml, std::size_t begin) {
    for (std::size_t i = begin + 1; i < yaml.size(); ++i) {
        if (yaml[i] == '\\')
            ++i;
        else if (yaml[i] == '"')
            return i + 1;
    }
    return std::nullopt;
}

std::optional<std::size_t> single_quoted_end(std::string_view yaml, std::size_t begin) {
    for (std::size_t i = begin + 1; i < yaml.size(); ++i) {
        if (yaml[i] != '\'') continue;
        if (i + 1 < yaml.size() && yaml[i + 1] == '\'')
            ++i;
        else
            return i + 1;
    }
    return std::nullopt;
}

/// Folding changes white space only, so the other characters of plain and block scalars stand in
/// the text as they are in the value.
std::optional<std::size_t> spelled_end(std::string_view yaml, std::size_t at,
                                       std::string_view value) {
    std::size_t end = at;
    for (const char c : value) {
        if (is_white(c)) continue;
        while (at < yaml.size() && is_white(yaml[at])) ++at;
        if (at == yaml.size() || yaml[at] != c) return std::nullopt;
        end = ++at;
    }
    return end;
}

} // namespace

std::optional<std::size_t> scalar_end(std::string_view yaml, std::size_t begin,
                                      std::string_view value) {
    if (begin >= yaml.size()) return std::nullopt;
    switch (yaml[begin]) {
    case '"': return double_quoted_end(yaml, begin);
    case '\'': return single_quoted_end(yaml, begin);
    case '|':
    case '>': return spelled_end(yaml, std::min(yaml.find('\n', begin), yaml.size()), value);
    default: return spelled_end(yaml, begin, value);
    }
}

std::size_t skip_blank(std::string_view yaml, std::size_t begin) {
    std::size_t at = begin;
    while (at < yaml.size()) {
        if (is_white(yaml[at]))
            ++at;
        else if (yaml[at] == '#' && (at == 0 || is_white(yaml[at - 1])))
            at = std::min(yaml.find('\n', at), yaml.size());
        else
            break;
    }
    return at;
}

} // namespace presskit::yaml
