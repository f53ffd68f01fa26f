// SPDX-License-Identifier: Apache-2.0
/// Builds a YamlNode from a parser's events and checks what the parser lets pass.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::yaml {

/// Offsets are bytes into `yaml`; spans are offset by `base`. After `stopped()` events are ignored
/// and the parser should be abandoned.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view yaml, SourceId source, std::uint32_t base)
        : yaml_(yaml), source_(source), base_(base) {}

    void scalar(std::size_t at, std::string_view text, bool quoted);
    void null(std::size_t at);
    void begin_collection(std::size_t at, bool is_mapping);
    void end_collection();
    /// An anchor, alias or tag.
    void refuse(std::size_t at, std::string_view what, std::string_view hint);
    void fault(std::size_t begin, std::size_t end, std::string code, std::string message,
               std::string hint);
    /// Checks what stands after the last value.
    void finish();

    bool stopped() const { return stopped_; }
    const Diagnostics& faults() const { return faults_; }
    /// A null scalar if there was no value.
    YamlNode take_root();

  private:
    struct Open {
        YamlNode node;
        char closing = 0; ///< the bracket that ends it; 0 in block style
        std::optional<YamlEntry> pending;
        std::set<std::string, std::less<>> seen; ///< keys with their values
    };

    Span span(std::size_t begin, std::size_t end) const;
    void check_gap(std::size_t until);
    void check_control_characters(std::string_view text, std::size_t at, std::size_t end);
    bool count_node(std::size_t at);
    void add(YamlNode node);
    void add_key(Open& mapping, const YamlNode& node);

    std::string_view yaml_;
    SourceId source_;
    std::uint32_t base_;
    std::size_t cursor_ = 0; ///< everything before it belongs to a value or was checked
    std::size_t nodes_ = 0;
    bool stopped_ = false;
    std::vector<Open> open_;
    std::optional<YamlNode> root_;
    Diagnostics faults_;
};

/// True for what no text of a campaign may hold: C0 and C1 controls but tab and line ends, DEL,
/// U+FFFE and U+FFFF (XML 1.0 2.2 has no way to write them).
bool is_forbidden(char32_t code_point);

} // namespace presskit::yaml
