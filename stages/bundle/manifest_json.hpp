// SPDX-License-Identifier: Apache-2.0
/// JSON of the parts that manifest.json and index.json share; private to this folder.
#pragma once

#include "stages/model/kit.hpp"

#include <nlohmann/json.hpp>

namespace presskit::bundle {

using Json = nlohmann::ordered_json;

Json to_json_value(const LocalizedText& text);
/// The country with its names, each marked where the country has a note, and that note.
Json country_value(const KitManifest& manifest);
Json notes_value(const std::vector<KitNote>& notes);
Json correction_value(const Correction& correction);
Json file_value(const KitFile& file);

/// Text of JSON with two spaces of indent and a newline; bytes that are not UTF-8 become U+FFFD.
std::string pretty(const Json& json);

} // namespace presskit::bundle
