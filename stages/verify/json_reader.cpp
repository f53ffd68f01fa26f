// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/json_reader.hpp"

#include "stages/verify/limits.hpp"

namespace presskit::verify {

using Json = nlohmann::json;

std::optional<Json> parse_json(std::string_view bytes, std::string_view file,
                               const std::string& code_prefix, FaultList& faults) {
    if (bytes.size() <= max_json_bytes) {
        Json parsed = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (parsed.is_object()) return parsed;
    }
    faults.add_at(file, code_prefix + "-not-json", "is not a JSON object");
    return std::nullopt;
}

JsonReader::JsonReader(const Json& object, std::string where, std::string_view file,
                       std::string code_prefix, FaultList& faults)
    : object_(object),
      where_(std::move(where)),
      file_(file),
      code_(std::move(code_prefix) + "-key"),
      faults_(faults) {}

const Json* JsonReader::find(const char* key, const char* kind, bool (Json::*is)() const) const {
    const auto member = object_.is_object() ? object_.find(key) : object_.end();
    if (object_.is_object() && member != object_.end() && ((*member).*is)()) return &*member;
    faults_.add_at(file_, code_, where_ + " has no " + kind + " `" + key + "`");
    return nullptr;
}

std::string JsonReader::text(const char* key) const {
    const Json* found = find(key, "text", &Json::is_string);
    return found ? found->get<std::string>() : std::string();
}

std::uint64_t JsonReader::count(const char* key) const {
    const Json* found = find(key, "count", &Json::is_number_unsigned);
    return found ? found->get<std::uint64_t>() : 0;
}

const Json& JsonReader::object(const char* key) const {
    static const Json empty = Json::object();
    const Json* found = find(key, "object", &Json::is_object);
    return found ? *found : empty;
}

const Json& JsonReader::array(const char* key) const {
    static const Json empty = Json::array();
    const Json* found = find(key, "list", &Json::is_array);
    return found ? *found : empty;
}

} // namespace presskit::verify
