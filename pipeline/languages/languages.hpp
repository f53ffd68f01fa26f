// SPDX-License-Identifier: Apache-2.0
/// The languages presskit can set, each from one file of data/, built into the program.
#pragma once

#include "stages/model/language.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace presskit::languages {

/// The language of exactly this locale, or null. The pointer stays valid.
const Language* find(const Locale& locale);

/// All of them, in order of tag.
std::span<const Language> all();

/// A hyphenation dictionary of our own (hyph_*.dic), for a language that Debian has none for.
std::optional<std::string_view> own_patterns(std::string_view dictionary);

/// A well-formed language tag in canonical case ("sr-Cyrl"); none for anything else.
/// Spec: RFC 5646 2.1, 2.1.1 and 4.5, less grandfathered and private-use tags.
std::optional<Locale> canonical(std::string_view tag);

} // namespace presskit::languages
