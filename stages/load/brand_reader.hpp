// SPDX-License-Identifier: Apache-2.0
/// Reads the parts of brand.yaml into one Brand. brand.cpp has colours, fonts, page and styles;
/// brand_columns.cpp the page's columns, brand_looks.cpp what pages, lists, tables and blocks look like.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/brand.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace presskit::load {

class BrandReader {
  public:
    /// Requires: a tree that brand.schema.json accepted. Both outlive the reader.
    BrandReader(const yaml::YamlNode& file, Diagnostics& faults) : file_(file), faults_(faults) {}

    Brand read();

  private:
    void fault(Span span, std::string code, std::string message, std::string hint);
    /// `roles` says whether the names of `colours` count too; they come before the designer's names.
    Color color(const yaml::YamlNode& node, bool roles);
    /// `otherwise` where the key is not there; none where it says `none`.
    std::optional<Color> color_at(const yaml::YamlNode& mapping, std::string_view key,
                                  std::optional<Color> otherwise);

    void read_roles();
    void read_actors();
    void read_family(const yaml::YamlEntry& entry);
    void check_family(const std::string& name, Span span);
    void check_fallbacks();
    void read_page();
    void read_baseline_grid();
    void read_columns();
    void read_spans(DocumentKind kind, const yaml::YamlNode* layout);
    ColumnSpan to_span(const yaml::YamlNode& node, GridPlace place);
    void check_marks(DocumentKind kind, Span span);
    void read_styles();
    TextStyle to_style(const yaml::YamlEntry& entry);
    void read_layout(DocumentKind kind, std::string_view name);
    Masthead to_masthead(const yaml::YamlNode* node);
    Logo to_logo(const yaml::YamlNode& node);
    void read_logos();
    void read_cover();
    void read_parts();
    void read_furniture();
    FurnitureLine to_furniture(std::string_view key, FurnitureLine line);
    void read_callouts();
    void read_tables();
    void read_lists();
    void read_code();
    void read_headings();
    void read_key_figures();
    void read_pull_quotes();

    const yaml::YamlNode& file_;
    Diagnostics& faults_;
    Brand brand_;
    std::map<std::string, Color> roles_;
    std::set<Span> told_; ///< of columns at fault: several kinds of documents may share them
};

} // namespace presskit::load
