// SPDX-License-Identifier: Apache-2.0
/// Values in JSON that anybody may have written; what is missing or of another kind is empty.
#pragma once

#include "stages/model/locale.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace presskit::publish {

using Json = nlohmann::json;

std::string text_of(const Json& row, const char* key);
std::uint64_t count_of(const Json& row, const char* key);
/// An array or an object.
const Json& member(const Json& row, const char* key);
LocalizedText texts_of(const Json& row, const char* key);

/// Names become paths of the site: nothing in them may lead out of it.
bool is_file_name(std::string_view name);

} // namespace presskit::publish
