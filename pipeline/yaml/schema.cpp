// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/schema.hpp"

#include "pipeline/yaml/schema_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <locale>
#include <map>

namespace presskit::yaml {
namespace {

using Json = nlohmann::ordered_json;

/// What editors read. That a day of a `format` exists is for who reads the file to say: he can say which does not.
constexpr std::array<std::string_view, 9> annotations{
    "$schema", "$id", "$comment", "$defs", "title", "description", "default", "examples", "format"};

[[noreturn]] void broken(const std::string& what) {
    std::fprintf(stderr, "internal error: schema: %s\n", what.c_str());
    std::abort();
}

class Reader {
  public:
    explicit Reader(const Json& document) : document_(document) {}

    SchemaRules read() {
        out_.root = rule(document_);
        return std::move(out_);
    }

  private:
    /// Takes the place first, so that a rule may refer to itself.
    RuleId rule(const Json& json) {
        const auto id = static_cast<RuleId>(out_.rules.size());
        out_.rules.emplace_back();
        SchemaRule read;
        if (json.is_boolean())
            read.refuses_all = !json.get<bool>();
        else if (!json.is_object())
            broken("a rule must be an object or a boolean");
        else
            for (const auto& [keyword, value] : json.items()) apply(read, keyword, value);
        if (read.pattern && read.max_length > max_pattern_subject)
            broken("pattern without a maxLength: " + read.pattern->source);
        out_.rules[id] = std::move(read);
        return id;
    }

    void apply(SchemaRule& rule, const std::string& keyword, const Json& value) {
        if (keyword == "description")
            rule.description = value.get<std::string>();
        else if (keyword == "type")
            rule.types = types(value);
        else if (keyword == "enum")
            for (const Json& item : value) rule.constants.push_back(constant(item));
        else if (keyword == "const")
            rule.constants.push_back(constant(value));
        else if (keyword == "$ref")
            rule.reference = reference(value.get<std::string>());
        else if (keyword == "anyOf")
            rule.any_of = list(value);
        else if (keyword == "oneOf")
            rule.one_of = list(value);
        else if (apply_to_mapping(rule, keyword, value) ||
                 apply_to_sequence(rule, keyword, value) || apply_to_scalar(rule, keyword, value))
            return;
        else if (std::ranges::find(annotations, keyword) == annotations.end())
            broken("unknown keyword " + keyword);
    }

    bool apply_to_mapping(SchemaRule& rule, const std::string& keyword, const Json& value) {
        if (keyword == "properties")
            for (const auto& [key, property] : value.items())
                rule.properties.emplace_back(key, this->rule(property));
        else if (keyword == "patternProperties")
            for (const auto& [key, property] : value.items())
                rule.pattern_properties.emplace_back(pattern(key), this->rule(property));
        else if (keyword == "propertyNames")
            rule.property_names = this->rule(value);
        else if (keyword == "additionalProperties")
            rule.additional_properties = this->rule(value);
        else if (keyword == "required")
            rule.required = value.get<std::vector<std::string>>();
        else if (keyword == "minProperties")
            rule.min_properties = value.get<std::size_t>();
        else if (keyword == "maxProperties")
            rule.max_properties = value.get<std::size_t>();
        else
            return false;
        return true;
    }

    bool apply_to_sequence(SchemaRule& rule, const std::string& keyword, const Json& value) {
        if (keyword == "items")
            rule.items = this->rule(value);
        else if (keyword == "minItems")
            rule.min_items = value.get<std::size_t>();
        else if (keyword == "maxItems")
            rule.max_items = value.get<std::size_t>();
        else if (keyword == "uniqueItems")
            rule.unique_items = value.get<bool>();
        else
            return false;
        return true;
    }

    bool apply_to_scalar(SchemaRule& rule, const std::string& keyword, const Json& value) {
        if (keyword == "pattern" && value == not_blank)
            rule.refuses_blank = true;
        else if (keyword == "pattern")
            rule.pattern = pattern(value.get<std::string>());
        else if (keyword == "minLength")
            rule.min_length = value.get<std::size_t>();
        else if (keyword == "maxLength")
            rule.max_length = value.get<std::size_t>();
        else if (keyword == "minimum")
            rule.minimum = value.get<double>();
        else if (keyword == "maximum")
            rule.maximum = value.get<double>();
        else
            return false;
        return true;
    }

    std::vector<RuleId> list(const Json& value) {
        std::vector<RuleId> out;
        for (const Json& item : value) out.push_back(rule(item));
        return out;
    }

    RuleId reference(const std::string& pointer) {
        constexpr std::string_view prefix = "#/$defs/";
        if (!pointer.starts_with(prefix)) broken("$ref to " + pointer);
        const std::string name = pointer.substr(prefix.size());
        if (const auto known = definitions_.find(name); known != definitions_.end())
            return known->second;
        if (!document_.contains("$defs") || !document_["$defs"].contains(name))
            broken("$ref to unknown " + name);
        // The id is known before the rule is read: rule() takes the next place.
        definitions_[name] = static_cast<RuleId>(out_.rules.size());
        return rule(document_["$defs"][name]);
    }

    static Pattern pattern(const std::string& source) {
        Pattern out{source, {}};
        out.regex.imbue(std::locale::classic());
        out.regex.assign(source, std::regex::ECMAScript | std::regex::optimize);
        return out;
    }

    static SchemaConstant constant(const Json& value) {
        if (value.is_string()) return value.get<std::string>();
        if (value.is_boolean()) return value.get<bool>();
        if (value.is_number_integer()) return value.get<std::int64_t>();
        broken("a constant must be text, a boolean or an integer");
    }

    static std::vector<SchemaType> types(const Json& value) {
        constexpr std::array<std::string_view, 7> names{"null",   "boolean", "integer", "number",
                                                        "string", "array",   "object"};
        std::vector<SchemaType> out;
        for (const Json& item : value.is_array() ? value : Json::array({value})) {
            const auto found = std::ranges::find(names, item.get<std::string>());
            if (found == names.end()) broken("unknown type");
            out.push_back(static_cast<SchemaType>(found - names.begin()));
        }
        return out;
    }

    const Json& document_;
    SchemaRules out_;
    std::map<std::string, RuleId> definitions_;
};

} // namespace

Schema::Schema(std::string_view json) {
    try {
        const Json document = Json::parse(json);
        rules_ = std::make_shared<const SchemaRules>(Reader(document).read());
    } catch (const std::exception& error) {
        broken(error.what());
    }
}

} // namespace presskit::yaml
