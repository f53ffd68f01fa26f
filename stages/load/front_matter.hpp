// SPDX-License-Identifier: Apache-2.0
/// What stands between two `---` lines at the head of a text.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace presskit::load {

/// Byte offsets: the YAML between the lines, and where the body begins.
struct FrontMatter {
    std::uint32_t begin = 0, end = 0, body = 0;
};

/// None if the file does not begin with a `---` line, or no second one follows.
std::optional<FrontMatter> find_front_matter(std::string_view file);

/// The head of a text that lies where `place` says. `kind` is that of its document, if it is known.
/// Errors: those of text.schema.json; words that disagree with the place.
DocumentHead read_head(const SourceMap& sources, SourceId source, FrontMatter front,
                       const TextKey& place, std::optional<DocumentKind> kind, Diagnostics& faults);

} // namespace presskit::load
