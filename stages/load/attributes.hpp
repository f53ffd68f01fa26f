// SPDX-License-Identifier: Apache-2.0
/// `{#id key=value key="a value" flag}`: what an author writes behind a heading, a bracketed span
/// or a picture, and what stands on a `:::` line.
#pragma once

#include "pipeline/base/result.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

inline constexpr std::size_t attribute_limit = 16;         ///< pairs in one list
inline constexpr std::size_t attribute_value_limit = 1024; ///< bytes

/// A flag has no value.
struct Attribute {
    std::string name;
    std::string value;
    bool is_flag = false;
    Span span;
};

struct Attributes {
    std::string id;
    Span id_span;
    std::vector<Attribute> pairs;
    Span span;

    const Attribute* find(std::string_view name) const;
};

/// Parses what stands between the braces. `span` is where `text` stands; parts get their own places
/// when it has as many bytes as `text`, otherwise all of `span`.
/// Errors: `load.malformed-attributes`, `load.malformed-id`, `load.duplicate-attribute`.
Result<Attributes> parse_attributes(std::string_view text, Span span);

/// Reports each attribute that is not in `known` as `load.unknown-attribute`, with the nearest
/// name. True if there was none.
bool require_known(const Attributes& attributes, std::initializer_list<std::string_view> known,
                   std::string_view owner, Diagnostics& diagnostics);

/// The offset of the brace that closes a list opened at `text[open]`; npos without one. Braces
/// inside double quotes do not count.
std::size_t closing_brace(std::string_view text, std::size_t open);

/// Ids are ASCII so that they can be link targets in every format: a lower-case letter, then
/// letters, digits and hyphens, 64 bytes at most.
bool is_well_formed_id(std::string_view id);

/// Those of footnotes may begin with a digit, too: `[^1]` is what most programs write.
bool is_well_formed_footnote_id(std::string_view id);

/// Appends a diagnostic of the given severity.
void report(Diagnostics& diagnostics, std::string_view code, std::string message, std::string hint,
            Span span, Severity severity = Severity::error);

} // namespace presskit::load
