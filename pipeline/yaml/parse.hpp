// SPDX-License-Identifier: Apache-2.0
/// YAML text to a YamlNode. yaml-cpp reads it as events, so that what its own node tree hides or
/// expands stays in our hands: repeated keys, aliases (an alias bomb is a plain error), depth.
/// Where yaml-cpp is laxer than YAML 1.2 (an unclosed quote, a key without a colon, text after the
/// end), the text between two values is checked here.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/yaml/yaml_node.hpp"

#include <cstddef>
#include <cstdint>

namespace presskit::yaml {

inline constexpr std::size_t max_bytes = 1u << 20;
inline constexpr std::size_t max_depth = 64;
inline constexpr std::size_t max_nodes = 200'000;
inline constexpr std::size_t max_faults = 200; ///< reported of one text
inline constexpr std::size_t max_scalar_bytes = 64u << 10;

/// Parses bytes [begin, end) of a file, as front matter needs; spans are offsets in the whole file.
/// Errors: not YAML, a repeated key, an anchor, alias or tag, a second document, a control
/// character, a limit above. Spec: YAML 1.2.2, less what the errors name and explicit keys (`? `).
Result<YamlNode> parse(const SourceMap& sources, SourceId source, std::uint32_t begin,
                       std::uint32_t end);

/// The whole file; a byte order mark before it is skipped.
Result<YamlNode> parse(const SourceMap& sources, SourceId source);

} // namespace presskit::yaml
