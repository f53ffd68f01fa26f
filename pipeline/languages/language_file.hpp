// SPDX-License-Identifier: Apache-2.0
/// One file of data/ as a Language. All fields and words are required and no others may stand
/// there, so that what a language lacks is found when the file is written and not when a page is
/// made.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/languages/release_words.hpp"
#include "stages/model/language.hpp"

#include <array>
#include <string_view>

namespace presskit::languages {

/// The key of each word in `words:`, in the order of the enumerators whose names they are.
extern const std::array<std::string_view, word_count> word_keys;

/// `source` is the file without the block that parse_release_words reads. The file of a variety
/// ("en-US") says what differs from `base`: then only `tag` is required.
/// Errors: `language.missing-key`, `language.unknown-key`, `language.malformed-value`, those of
/// YAML.
Result<Language> parse_language(const SourceMap& sources, SourceId source, const Language* base = nullptr);

/// The block `import:`, which stands last in a file: builds need not read it. Errors: as above.
Result<ReleaseWords> parse_release_words(const SourceMap& sources, SourceId source);

} // namespace presskit::languages
