// SPDX-License-Identifier: Apache-2.0
/// Model values from YAML trees that a schema accepted; what the schema assures is not asked again.
#pragma once

#include "pipeline/base/units.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/campaign.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

/// White space, line ends included, as single spaces, none at the ends: a title may be written over
/// several lines. No-break spaces stay.
std::string one_line(std::string_view text);

/// These give an empty value for a key that is not there.
std::string text_at(const yaml::YamlNode& mapping, std::string_view key);
std::vector<std::string> texts_at(const yaml::YamlNode& mapping, std::string_view key);
LocalizedText localized_at(const yaml::YamlNode& mapping, std::string_view key);
bool flag_at(const yaml::YamlNode& mapping, std::string_view key, bool otherwise);
int integer_at(const yaml::YamlNode& mapping, std::string_view key, int otherwise);

/// A language a key; a name or its forms a value.
LocalizedName to_names(const yaml::YamlNode& mapping);

/// "2021-05-18"; none if there is no such day.
std::optional<Date> to_date(std::string_view text);

/// "10pt", "3.5mm". Requires: the form the brand's schema allows.
Length to_length(std::string_view text);
Length length_at(const yaml::YamlNode& mapping, std::string_view key, Length otherwise = {});

/// "12.5pt" for messages.
std::string to_text(Length length);

} // namespace presskit::load
