// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/tree_builder.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/parse.hpp"
#include "pipeline/yaml/scalar_end.hpp"
#include "pipeline/yaml/wording.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace presskit::yaml {
namespace {

/// What may stand between two values besides white space and comments.
constexpr std::string_view indicators = "-:,[]{}.";

constexpr std::array<std::string_view, 4> null_words{"null", "Null", "NULL", "~"};

} // namespace

bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
}

Span TreeBuilder::span(std::size_t begin, std::size_t end) const {
    const auto clamp = [&](std::size_t offset) {
        return base_ + static_cast<std::uint32_t>(std::min(offset, yaml_.size()));
    };
    return {source_, clamp(begin), clamp(std::max(begin, end))};
}

void TreeBuilder::fault(std::size_t begin, std::size_t end, std::string code, std::string message,
                        std::string hint) {
    if (faults_.size() == max_faults) return;
    faults_.push_back({std::move(code),
                       std::move(message),
                       std::move(hint),
                       span(begin, end),
                       {},
                       Severity::error,
                       Blame::content});
}

void TreeBuilder::refuse(std::size_t at, std::string_view what, std::string_view hint) {
    const std::size_t end = yaml_.find_first_of(" \t\r\n,]}", at);
    const std::string_view word = yaml_.substr(std::min(at, yaml_.size()), end - at);
    fault(at, std::min(end, yaml_.size()), "load.yaml-feature",
          std::string(what) + " " + quoted(word) + " is not allowed here", std::string(hint));
}

void TreeBuilder::check_gap(std::size_t until) {
    // After a fault the cursor no longer follows the text.
    if (!faults_.empty()) return;
    for (std::size_t at = skip_blank(yaml_, cursor_); at < std::min(until, yaml_.size());
         at = skip_blank(yaml_, at)) {
        if (indicators.find(yaml_[at]) == indicators.npos) {
            const std::size_t end = std::min(yaml_.find('\n', at), yaml_.size());
            return fault(at, end, "load.yaml-syntax", "these characters belong to no value",
                         "check the indentation and the quotes of this line and of the one above");
        }
        ++at;
    }
}

void TreeBuilder::check_control_characters(std::string_view text, std::size_t at, std::size_t end) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (is_forbidden(c.value))
            return fault(at, end, "load.control-character",
                         "the text holds the control character " + code_point_name(c.value),
                         "remove it; in double quotes a backslash starts an escape");
        i += c.bytes;
    }
}

bool TreeBuilder::count_node(std::size_t at) {
    if (stopped_) return false;
    if (++nodes_ <= max_nodes) return true;
    stopped_ = true;
    fault(at, at + 1, "load.yaml-limit",
          "the file has more than " + std::to_string(max_nodes) + " values", "split the campaign");
    return false;
}

void TreeBuilder::scalar(std::size_t at, std::string_view text, bool was_quoted) {
    if (!count_node(at)) return;
    check_gap(at);
    const auto end = scalar_end(yaml_, at, text);
    if (!end && faults_.empty()) {
        const bool quote = at < yaml_.size() && (yaml_[at] == '"' || yaml_[at] == '\'');
        fault(at, at + 1, "load.yaml-syntax",
              quote ? "this quote is not closed" : "this value cannot be read",
              quote ? "end the text with the same quote" : "put the text in double quotes");
    }
    cursor_ = end.value_or(at);
    if (text.size() > max_scalar_bytes)
        fault(at, cursor_, "load.yaml-limit",
              "a text of " + human_bytes(text.size()) + " is too long for a YAML value",
              "long texts belong in Markdown files below `texts/`");
    check_control_characters(text, at, cursor_);
    add({YamlScalar{std::string(text), was_quoted}, span(at, cursor_)});
}

void TreeBuilder::null(std::size_t at) {
    if (!count_node(at)) return;
    const std::string_view rest = yaml_.substr(std::min(at, yaml_.size()));
    const auto word =
        std::ranges::find_if(null_words, [&](std::string_view w) { return rest.starts_with(w); });
    if (at < cursor_ || word == null_words.end())
        return add({YamlScalar{}, span(cursor_, cursor_ + 1)});
    check_gap(at);
    cursor_ = at + word->size();
    add({YamlScalar{std::string(*word), false}, span(at, cursor_)});
}

void TreeBuilder::begin_collection(std::size_t at, bool is_mapping) {
    if (!count_node(at)) return;
    if (open_.size() == max_depth) {
        stopped_ = true;
        return fault(at, at + 1, "load.yaml-limit",
                     "values are nested more than " + std::to_string(max_depth) + " deep",
                     "no campaign needs this; check the indentation");
    }
    Open opened;
    opened.node.span = span(at, at);
    if (is_mapping)
        opened.node.value = YamlMapping{};
    else
        opened.node.value = YamlSequence{};
    const char first = at < yaml_.size() ? yaml_[at] : '\0';
    if (is_mapping && first == '{') opened.closing = '}';
    if (!is_mapping && first == '[') opened.closing = ']';
    if (opened.closing != 0) {
        check_gap(at);
        cursor_ = at + 1;
    }
    open_.push_back(std::move(opened));
}

void TreeBuilder::end_collection() {
    if (stopped_) return;
    assert(!open_.empty());
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.closing != 0 && faults_.empty()) {
        std::size_t at = skip_blank(yaml_, cursor_);
        while (at < yaml_.size() && (yaml_[at] == ',' || yaml_[at] == ':'))
            at = skip_blank(yaml_, at + 1);
        if (at < yaml_.size() && yaml_[at] == done.closing) cursor_ = at + 1;
    }
    done.node.span.end =
        std::max(done.node.span.begin, base_ + static_cast<std::uint32_t>(cursor_));
    add(std::move(done.node));
}

void TreeBuilder::add(YamlNode node) {
    if (open_.empty()) {
        if (!root_) root_ = std::move(node);
        return;
    }
    Open& parent = open_.back();
    if (auto* sequence = std::get_if<YamlSequence>(&parent.node.value)) {
        sequence->items.push_back(std::move(node));
    } else if (!parent.pending) {
        add_key(parent, node);
    } else {
        YamlEntry entry = *std::exchange(parent.pending, std::nullopt);
        entry.value = std::move(node);
        if (parent.seen.insert(entry.key).second)
            std::get<YamlMapping>(parent.node.value).entries.push_back(std::move(entry));
    }
}

void TreeBuilder::add_key(Open& mapping, const YamlNode& node) {
    const YamlScalar* key = node.scalar();
    mapping.pending = YamlEntry{key ? key->text : std::string(), node.span, {}};
    const std::size_t begin = node.span.begin - base_;
    const std::size_t end = node.span.end - base_;
    if (!key || type_of(*key) == ScalarType::null)
        return fault(begin, end, "load.yaml-syntax", "a key must be a word, followed by `:`",
                     "put the text in quotes if it is meant to be a value");
    if (mapping.seen.contains(key->text))
        return fault(begin, end, "load.duplicate-key",
                     "key " + yaml::quoted(key->text) + " stands twice", "keep one of the two");
    const std::size_t colon = skip_blank(yaml_, cursor_);
    if (faults_.empty() && (colon >= yaml_.size() || yaml_[colon] != ':'))
        fault(begin, end, "load.yaml-syntax", yaml::quoted(key->text) + " is not followed by `:`",
              "write a key and its value as `key: value`; indent a line that continues the one "
              "above");
}

void TreeBuilder::finish() {
    if (!stopped_) check_gap(yaml_.size());
}

YamlNode TreeBuilder::take_root() {
    if (root_) return std::move(*root_);
    return {YamlScalar{}, span(0, 0)};
}

} // namespace presskit::yaml
