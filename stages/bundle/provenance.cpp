// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/provenance.hpp"

#include "stages/bundle/manifest_json.hpp"
#include "stages/model/iso_time.hpp"

namespace presskit::bundle {
namespace {

/// Package addresses are URIs, which the formats ask for, and need no server. ECMA-427.
constexpr const char* build_type = "pkg:generic/presskit#build/v1";
constexpr const char* builder = "pkg:generic/presskit@" PRESSKIT_VERSION;

Json resource(const std::string& name, const Digest& digest) {
    return {{"name", name}, {"digest", {{"sha256", to_hex(digest)}}}};
}

Json external_parameters(const KitManifest& manifest,
                         const std::map<std::string, std::string>& parameters) {
    Json json{{"campaign", manifest.campaign},
              {"version", manifest.version},
              {"kit", manifest.kit},
              {"timestamp", to_utc_text(manifest.timestamp)}};
    if (!manifest.embargo.empty()) json["embargo"] = manifest.embargo;
    for (const auto& [key, value] : parameters) json[key] = value;
    return json;
}

} // namespace

std::string to_provenance(const KitManifest& manifest, const std::vector<KitFile>& files,
                          const std::vector<KitDependency>& dependencies,
                          const std::map<std::string, std::string>& parameters) {
    Json subjects = Json::array(), resolved = Json::array();
    for (const KitFile& file : files) subjects.push_back(resource(file.path, file.digest));
    for (const KitDependency& dependency : dependencies)
        resolved.push_back(resource(dependency.name, dependency.digest));
    const Json definition{{"buildType", build_type},
                          {"externalParameters", external_parameters(manifest, parameters)},
                          {"resolvedDependencies", std::move(resolved)}};
    const Json run{{"builder", {{"id", builder}, {"version", {{"presskit", PRESSKIT_VERSION}}}}}};
    return pretty(Json{{"_type", "https://in-toto.io/Statement/v1"},
                       {"subject", std::move(subjects)},
                       {"predicateType", "https://slsa.dev/provenance/v1"},
                       {"predicate", {{"buildDefinition", definition}, {"runDetails", run}}}});
}

} // namespace presskit::bundle
