// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/schema.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/schema_rules.hpp"
#include "pipeline/yaml/schema_values.hpp"
#include "pipeline/yaml/wording.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace presskit::yaml {
namespace {

/// What a diagnostic calls a value, and where it points if the value itself spans many lines.
struct Place {
    std::string name;
    Span key;
};

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Checker {
  public:
    explicit Checker(const SchemaRules& rules) : rules_(rules) {}

    void check(const YamlNode& node, RuleId id, const Place& place) {
        const SchemaRule& rule = rules_.at(id);
        if (rule.reference) check(node, *rule.reference, place);
        if (!rule.types.empty() && !has_type(node, rule)) return wrong_type(node, rule, place);
        if (!rule.constants.empty()) check_constants(node, rule, place);
        check_alternatives(node, rule, place);
        if (node.scalar()) check_scalar(node, rule, place);
        if (std::holds_alternative<YamlSequence>(node.value)) check_sequence(node, rule, place);
        if (std::holds_alternative<YamlMapping>(node.value)) check_mapping(node, rule, place);
    }

    Diagnostics faults;

  private:
    void fault(Span span, std::string_view code, std::string message, std::string hint) {
        if (faults.size() < max_schema_faults)
            faults.push_back({"load." + std::string(code),
                              std::move(message),
                              std::move(hint),
                              span,
                              {},
                              Severity::error,
                              Blame::content});
    }

    /// The rule's own advice, else that of the rule it refers to.
    const std::string& advice(const SchemaRule& rule) const {
        return rule.description.empty() && rule.reference ? advice(rules_.at(*rule.reference))
                                                          : rule.description;
    }

    /// Scalars are short; what spans lines is shown by its key.
    static Span shown(const YamlNode& node, const Place& place) {
        return node.scalar() && node.span.end > node.span.begin ? node.span : place.key;
    }

    static bool has_type(const YamlNode& node, const SchemaRule& rule) {
        return std::ranges::any_of(rule.types, [&](SchemaType t) { return is_type(node, t); });
    }

    void wrong_type(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        std::string wanted;
        for (const SchemaType type : rule.types)
            wanted += (wanted.empty() ? "" : " or ") + std::string(name_of(type));
        const YamlScalar* scalar = node.scalar();
        // `size: 9.5` lacks its unit, which quotes would not add.
        const bool unquoted =
            scalar && type_of(*scalar) != ScalarType::null &&
            std::ranges::find(rule.types, SchemaType::string) != rule.types.end() &&
            (!rule.pattern || (scalar->text.size() <= max_pattern_subject &&
                               std::regex_search(scalar->text, rule.pattern->regex)));
        fault(shown(node, place), "wrong-type",
              place.name + " must be " + wanted + ", not " +
                  std::string(name_of(type_of_node(node))),
              unquoted ? "put it in quotes: \"" + scalar->text.substr(0, 60) + "\"" : advice(rule));
    }

    void check_constants(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        if (std::ranges::any_of(rule.constants, [&](const auto& c) { return equals(node, c); }))
            return;
        std::vector<std::string> texts;
        for (const SchemaConstant& constant : rule.constants) texts.push_back(text_of(constant));
        const std::vector<std::string_view> words(texts.begin(), texts.end());
        const std::string written = node.scalar() ? node.scalar()->text : std::string();
        const auto meant = nearest(written, words);
        fault(shown(node, place), "not-one-of",
              place.name + " cannot be " + quoted(written) + "; it is " + listed(words),
              meant ? "did you mean " + quoted(*meant) + "?" : rule.description);
    }

    void check_alternatives(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        const auto& choices = rule.one_of.empty() ? rule.any_of : rule.one_of;
        if (choices.empty()) return;
        std::size_t fitting = 0;
        // A form of another type is the farthest, however little it finds wrong.
        const auto distance = [&](const Diagnostics& found) {
            const bool other_type = found[0].code == "load.wrong-type" && found[0].span == shown(node, place);
            return std::pair(other_type, found.size());
        };
        std::optional<Diagnostics> closest;
        for (const RuleId choice : choices) {
            Checker attempt(rules_);
            attempt.check(node, choice, place);
            if (attempt.faults.empty())
                ++fitting;
            else if (!closest || distance(attempt.faults) < distance(*closest))
                closest = std::move(attempt.faults);
        }
        if (fitting == 0)
            for (Diagnostic& d : *closest) fault(d.span, d.code.substr(5), d.message, d.hint);
        else if (fitting > 1 && !rule.one_of.empty())
            fault(shown(node, place), "ambiguous", place.name + " can be read in two ways",
                  rule.description);
    }

    void check_scalar(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        const YamlScalar& scalar = *node.scalar();
        if (type_of(scalar) == ScalarType::text)
            return check_text(scalar.text, rule, shown(node, place), place.name);
        const auto number = to_number(scalar);
        if (!number) return;
        // Written so that a value that is not a number breaks no bound, as in other validators.
        const bool low = rule.minimum && *number < *rule.minimum;
        const bool high = rule.maximum && *number > *rule.maximum;
        if (low || high)
            fault(shown(node, place), "out-of-range",
                  place.name + " must be " + (low ? "at least " : "at most ") +
                      decimal(std::llround((low ? *rule.minimum : *rule.maximum) * 1000)),
                  rule.description);
    }

    void check_text(std::string_view text, const SchemaRule& rule, Span span,
                    const std::string& name) {
        const std::size_t length = code_points(text);
        const bool blank = trim_ascii(text).empty();
        if (length < rule.min_length || (rule.refuses_blank && blank))
            return fault(span, "too-short", name + (blank ? " is empty" : " is too short"),
                         rule.description);
        if (length > rule.max_length)
            return fault(span, "too-long",
                         name + " is longer than " + std::to_string(rule.max_length) +
                             " characters",
                         rule.description);
        if (rule.pattern && !std::regex_search(text.begin(), text.end(), rule.pattern->regex))
            fault(span, "wrong-form", name + " cannot be " + quoted(text), rule.description);
    }

    void check_sequence(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        const auto& items = node.items();
        if (items.size() < rule.min_items)
            fault(place.key, "too-few",
                  place.name + " needs at least " + std::to_string(rule.min_items) +
                      (rule.min_items == 1 ? " entry" : " entries"),
                  rule.description);
        if (items.size() > rule.max_items)
            fault(place.key, "too-many",
                  place.name + " has more than " + std::to_string(rule.max_items) + " entries",
                  rule.description);
        std::set<std::string> seen;
        for (const YamlNode& item : items) {
            if (rule.items)
                check(item, *rule.items, {"an entry of " + place.name, first_line(item)});
            if (!rule.unique_items) continue;
            if (!seen.insert(canonical_text(item)).second)
                fault(first_line(item), "repeated", "an entry of " + place.name + " stands twice",
                      "keep one of the two");
        }
    }

    /// An entry has no key: its first value stands for it.
    static Span first_line(const YamlNode& node) {
        if (!node.entries().empty()) return node.entries().front().key_span;
        return node.span.end > node.span.begin
                   ? node.span
                   : Span{node.span.source, node.span.begin, node.span.begin + 1};
    }

    void check_mapping(const YamlNode& node, const SchemaRule& rule, const Place& place) {
        const std::size_t size = node.entries().size();
        if (size < rule.min_properties)
            fault(place.key, "too-few", place.name + " is empty", rule.description);
        if (size > rule.max_properties)
            fault(place.key, "too-many",
                  place.name + " has more than " + std::to_string(rule.max_properties) + " entries",
                  rule.description);
        for (const std::string& key : rule.required)
            if (!node.find(key)) missing(key, rule, place);
        for (const YamlEntry& entry : node.entries()) check_entry(entry, rule, place);
    }

    void missing(const std::string& key, const SchemaRule& rule, const Place& place) {
        const auto property =
            std::ranges::find(rule.properties, key, [](const auto& p) { return p.first; });
        std::string hint = "add `" + key + ": …`";
        if (property != rule.properties.end()) {
            const std::string& description = advice(rules_.at(property->second));
            if (!description.empty()) hint += ": " + description;
        }
        fault(place.key, "missing-key", place.name + " has no " + quoted(key), hint);
    }

    void check_entry(const YamlEntry& entry, const SchemaRule& rule, const Place& place) {
        const Place inside{quoted(entry.key), entry.key_span};
        if (rule.property_names)
            check({YamlScalar{entry.key, true}, entry.key_span}, *rule.property_names,
                  {"a key of " + place.name, entry.key_span});
        bool known = false;
        for (const auto& [key, property] : rule.properties) {
            if (key != entry.key) continue;
            known = true;
            check(entry.value, property, inside);
        }
        for (const auto& [pattern, property] : rule.pattern_properties) {
            if (entry.key.size() > max_pattern_subject ||
                !std::regex_search(entry.key, pattern.regex))
                continue;
            known = true;
            check(entry.value, property, inside);
        }
        if (known || !rule.additional_properties) return;
        if (rules_.at(*rule.additional_properties).refuses_all)
            unknown(entry, rule, place);
        else
            check(entry.value, *rule.additional_properties, inside);
    }

    void unknown(const YamlEntry& entry, const SchemaRule& rule, const Place& place) {
        std::vector<std::string_view> words;
        for (const auto& [key, property] : rule.properties) words.push_back(key);
        const auto meant = nearest(entry.key, words);
        std::string hint = rule.description;
        if (meant)
            hint = "did you mean " + quoted(*meant) + "?";
        else if (!words.empty())
            hint = "write " + listed(words);
        fault(entry.key_span, "unknown-key",
              "unknown key " + quoted(entry.key) + " in " + place.name, hint);
    }

    const SchemaRules& rules_;
};

} // namespace

Diagnostics check(const YamlNode& node, const Schema& schema) {
    Checker checker(schema.rules());
    const Span top{node.span.source, node.span.begin,
                   node.entries().empty() ? node.span.begin + 1
                                          : node.entries().front().key_span.end};
    checker.check(node, schema.rules().root, {"the file", top});
    return std::move(checker.faults);
}

} // namespace presskit::yaml
