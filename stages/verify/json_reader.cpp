// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/json_reader.hpp"

#include "stages/verify/limits.hpp"

namespace presskit::verify {

using nlohmann::json;

std::optional<json> parse_json(std::string_view bytes, std::string_view file,
                               const std::string& code_prefix, FaultList& faults) {
    if (bytes.size() <= max_json_bytes) {
        json parsed = json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (parsed.is_object()) return parsed;
    }
    faults.add_at(file, code_prefix + "-not-json", "is not a JSON object");
    return std::nullopt;
}

JsonReader::JsonReader(const json& object, std::string where, std::string_view file,
                       std::string code_prefix, FaultList& faults)
    : object_(object),
      where_(std::move(where)),
      file_(file),
      code_(std::move(code_prefix) + "-key"),
      faults_(faults) {}

const json* JsonReader::find(const char* key, const char* kind, bool (json::*is)() const) const {
    const auto member = object_.is_object() ? object_.find(key) : object_.end();
    if (object_.is_object() && member != object_.end() && ((*member).*is)()) return &*member;
    faults_.add_at(file_, code_, where_ + " has no " + kind + " `" + key + "`");
    return nullptr;
}

std::string JsonReader::text(const char* key) const {
    const json* found = find(key, "text", &json::is_string);
    return found ? found->get<std::string>() : std::string();
}

std::uint64_t JsonReader::count(const char* key) const {
    const json* found = find(key, "count", &json::is_number_unsigned);
    return found ? found->get<std::uint64_t>() : 0;
}

const json& JsonReader::object(const char* key) const {
    static const json empty = json::object();
    const json* found = find(key, "object", &json::is_object);
    return found ? *found : empty;
}

const json& JsonReader::array(const char* key) const {
    static const json empty = json::array();
    const json* found = find(key, "list", &json::is_array);
    return found ? *found : empty;
}

} // namespace presskit::verify
