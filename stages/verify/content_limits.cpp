// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/content_limits.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

bool is_half(std::string_view hex) {
    const auto digits = std::ranges::count_if(hex, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    return digits % 2 != 0;
}

} // namespace

std::string_view broken_limit(const ContentToken& token) {
    switch (token.kind) {
    case ContentToken::Kind::integer:
        return token.number < min_pdf_integer || token.number > max_pdf_integer ? "6.1.13-1" : "";
    case ContentToken::Kind::real: return token.bytes.size() > max_real_digits ? "6.1.13-2" : "";
    case ContentToken::Kind::string:
        // Escapes only make a string shorter than it is written.
        return token.bytes.size() > max_pdf_string ? "6.1.13-3" : "";
    case ContentToken::Kind::hex_string:
        if (is_half(token.bytes)) return "6.1.6-1";
        return token.bytes.size() > 2 * max_pdf_string ? "6.1.13-3" : "";
    case ContentToken::Kind::name:
        if (token.bytes.size() - 1 > max_pdf_name) return "6.1.13-4";
        return first_invalid_utf8(read_name(token)) ? "6.1.8-1" : "";
    default: return "";
    }
}

} // namespace presskit::verify
