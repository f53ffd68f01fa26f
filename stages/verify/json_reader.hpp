// SPDX-License-Identifier: Apache-2.0
/// Members of foreign JSON by key and kind; what is missing or of another kind is a fault once.
#pragma once

#include "stages/verify/fault_list.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// Parses a file of at most max_json_bytes. Reports `<prefix>-not-json`.
std::optional<nlohmann::json> parse_json(std::string_view bytes, std::string_view file,
                                         const std::string& code_prefix, FaultList& faults);

/// Reads members of one JSON object in `file`; a fault has the code `<prefix>-key`.
class JsonReader {
  public:
    JsonReader(const nlohmann::json& object, std::string where, std::string_view file,
               std::string code_prefix, FaultList& faults);

    std::string text(const char* key) const;    ///< empty if missing
    std::uint64_t count(const char* key) const; ///< 0 if missing
    const nlohmann::json& object(const char* key) const;
    const nlohmann::json& array(const char* key) const;

  private:
    const nlohmann::json* find(const char* key, const char* kind,
                               bool (nlohmann::json::*is)() const) const;

    const nlohmann::json& object_;
    std::string where_;
    std::string file_;
    std::string code_;
    FaultList& faults_;
};

} // namespace presskit::verify
