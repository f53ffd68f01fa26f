// SPDX-License-Identifier: Apache-2.0
#include "stages/load/checked_yaml.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/parse.hpp"
#include "pipeline/yaml/schema.hpp"
#include "pipeline/yaml/wording.hpp"

#include "embedded/schemas.embedded.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace presskit::load {
namespace {

constexpr std::array<std::string_view, 3> file_names{"campaign.schema.json", "brand.schema.json",
                                                     "text.schema.json"};

/// Read once; a function's static is initialised by one thread.
const yaml::Schema& schema_of(SchemaName name) {
    static const std::array<yaml::Schema, 3> all{yaml::Schema(schema_json(SchemaName::campaign)),
                                                 yaml::Schema(schema_json(SchemaName::brand)),
                                                 yaml::Schema(schema_json(SchemaName::text))};
    return all[static_cast<std::size_t>(name)];
}

void check_blank(const yaml::YamlNode& node, std::string_view name, Diagnostics& faults) {
    if (const yaml::YamlScalar* scalar = node.scalar()) {
        if (scalar->quoted && trim_ascii(scalar->text).empty())
            faults.push_back({"load.too-short",
                              yaml::quoted(name) + " is empty",
                              "write the text, or remove the line",
                              node.span,
                              {},
                              Severity::error,
                              Blame::content});
    }
    for (const yaml::YamlNode& item : node.items()) check_blank(item, name, faults);
    for (const yaml::YamlEntry& entry : node.entries()) check_blank(entry.value, entry.key, faults);
}

} // namespace

std::string_view schema_json(SchemaName name) {
    const auto all = schemas();
    const auto found =
        std::ranges::find(all, file_names[static_cast<std::size_t>(name)], &EmbeddedFile::name);
    assert(found != all.end());
    return found->bytes;
}

Result<yaml::YamlNode> checked_yaml(const SourceMap& sources, SourceId source, SchemaName schema,
                                    std::uint32_t begin, std::uint32_t end) {
    Result<yaml::YamlNode> node = yaml::parse(sources, source, begin, end);
    if (!node) return node;
    Diagnostics faults = yaml::check(*node, schema_of(schema));
    if (faults.empty()) check_blank(*node, "file", faults);
    return {std::move(*node), std::move(faults)};
}

} // namespace presskit::load
