// SPDX-License-Identifier: Apache-2.0
#include "stages/load/checked_yaml.hpp"

#include "pipeline/yaml/parse.hpp"
#include "pipeline/yaml/schema.hpp"

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
    return {std::move(*node), std::move(faults)};
}

} // namespace presskit::load
