// SPDX-License-Identifier: Apache-2.0
/// The languages presskit can set, each from one file of data/, built into the program.
#pragma once

#include "pipeline/languages/release_words.hpp"
#include "stages/model/language.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace presskit::languages {

/// The language of this locale, or null. A region's variety without a file of its own ("de-BE") has the
/// words and rules of its language, in the same script (RFC 4647 3.4). The pointer stays valid.
const Language* find(const Locale& locale);

/// Tags that have a file and begin with the same language: of "sr", those with a script.
std::vector<Locale> kin(const Locale& locale);

/// All of them, in order of tag. Reads each that was not asked for yet: 2 ms a language.
std::vector<std::reference_wrapper<const Language>> all();

/// What import goes by in a language of these.
const ReleaseWords& release_words(const Language& language);

/// A hyphenation dictionary of our own (hyph_*.dic), for a language that Debian has none for.
std::optional<std::string_view> own_patterns(std::string_view dictionary);

/// A well-formed language tag in canonical case ("sr-Cyrl"); none for anything else.
/// Spec: RFC 5646 2.1, 2.1.1 and 4.5, less grandfathered and private-use tags.
std::optional<Locale> canonical(std::string_view tag);

} // namespace presskit::languages
