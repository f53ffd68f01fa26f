// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/provenance.hpp"

#include "stages/verify/json_reader.hpp"

#include <algorithm>
#include <set>

namespace presskit::verify {
namespace {

constexpr std::string_view provenance_name = "provenance.json";
constexpr const char* provenance_fault = "verify.provenance";

using nlohmann::json;

class Check {
  public:
    Check(const KitFiles& files, FaultList& faults) : files_(files), faults_(faults) {}

    void run(const json& statement, const KitFacts* facts) {
        const JsonReader reader = reader_of(statement, "the statement");
        expect(reader, "_type", "https://in-toto.io/Statement/v1");
        expect(reader, "predicateType", "https://slsa.dev/provenance/v1");
        check_subjects(reader.array("subject"));
        const json& predicate = reader.object("predicate");
        const JsonReader predicate_reader = reader_of(predicate, "`predicate`");
        const json& definition = predicate_reader.object("buildDefinition");
        const JsonReader definition_reader = reader_of(definition, "`buildDefinition`");
        expect(definition_reader, "buildType", "pkg:generic/presskit#build/v1");
        check_parameters(definition_reader.object("externalParameters"), facts);
        for (const json& row : definition_reader.array("resolvedDependencies"))
            check_dependency(row);
        const json& run = predicate_reader.object("runDetails");
        const json& builder = reader_of(run, "`runDetails`").object("builder");
        static_cast<void>(reader_of(builder, "`builder`").text("id"));
    }

  private:
    JsonReader reader_of(const json& object, std::string where) {
        return {object, std::move(where), provenance_name, provenance_fault, faults_};
    }
    void fault(std::string_view code, std::string message) {
        faults_.add_at(provenance_name, code, std::move(message));
    }
    void expect(const JsonReader& reader, const char* key, std::string_view value) {
        if (const std::string found = reader.text(key); found != value)
            fault("verify.provenance-type", "has " + in_backticks(found) + " as `" + key + "`");
    }

    std::string digest_of(const json& row) {
        const json& digest = reader_of(row, "a resource").object("digest");
        std::string hex = reader_of(digest, "`digest`").text("sha256");
        const bool is_hex = std::ranges::all_of(
            hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
        if (!is_hex || hex.size() != 64) fault("verify.provenance-key", "has a digest that is none");
        return hex;
    }

    void check_subjects(const json& rows) {
        std::set<std::string, std::less<>> listed{"manifest.json", "SHA256SUMS", std::string(provenance_name)};
        for (const json& row : rows) {
            const std::string path = reader_of(row, "a subject").text("name");
            const std::string hex = digest_of(row);
            const auto file = files_.find(path);
            if (!listed.insert(path).second)
                fault("verify.provenance-subject", "names " + in_backticks(path) + " twice, or needlessly");
            else if (file == files_.end() || to_hex(file->second.digest) != hex)
                fault("verify.provenance-subject",
                      "is about another " + in_backticks(path) + " than the kit has");
        }
        for (const auto& [path, file] : files_)
            if (!listed.contains(path))
                fault("verify.provenance-subject", "does not speak of " + in_backticks(path));
    }

    void check_parameters(const json& parameters, const KitFacts* facts) {
        if (facts == nullptr) return;
        const JsonReader reader = reader_of(parameters, "`externalParameters`");
        const auto check = [&](const char* key, const std::string& expected) {
            if (reader.text(key) != expected)
                fault("verify.provenance-kit", std::string("names another ") + key + " than manifest.json");
        };
        check("campaign", facts->campaign);
        check("version", facts->version);
        check("kit", facts->kit);
        check("timestamp", facts->timestamp);
        if (!facts->embargo.empty() || parameters.contains("embargo")) check("embargo", facts->embargo);
    }

    /// A path of the machine would say who made the kit and where.
    void check_dependency(const json& row) {
        const std::string path = reader_of(row, "a dependency").text("name");
        static_cast<void>(digest_of(row));
        const std::string padded = "/" + path + "/";
        if (path.starts_with('/') || path.find('\\') != std::string::npos ||
            path.find(':') != std::string::npos || padded.find("/../") != std::string::npos)
            fault("verify.provenance-dependency", "names " + in_backticks(path) + ", which leaves the campaign");
    }

    const KitFiles& files_;
    FaultList& faults_;
};

} // namespace

void check_provenance(const KitFiles& files, const KitFacts* facts, FaultList& faults) {
    const auto file = files.find(provenance_name);
    if (file == files.end())
        return faults.add_at(provenance_name, "verify.provenance-missing", "the kit has no provenance.json");
    if (const auto statement = parse_json(file->second.bytes, provenance_name, provenance_fault, faults))
        Check(files, faults).run(*statement, facts);
}

} // namespace presskit::verify
