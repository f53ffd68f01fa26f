// SPDX-License-Identifier: Apache-2.0
#include "stages/load/front_matter.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/checked_yaml.hpp"
#include "stages/load/values.hpp"

#include <algorithm>

namespace presskit::load {
namespace {

using yaml::quoted;
using yaml::YamlNode;

void front_matter_fault(Diagnostics& faults, Span span, std::string code, std::string message,
                        std::string hint) {
    faults.push_back({"load." + std::move(code),
                      std::move(message),
                      std::move(hint),
                      span,
                      {},
                      Severity::error,
                      Blame::content});
}

/// The end of the line at `at`, its line end included.
std::size_t line_end(std::string_view file, std::size_t at) {
    return std::min(file.find('\n', at), file.size() - 1) + 1;
}

bool is_fence(std::string_view line) {
    return line.starts_with("---") && trim_ascii(line.substr(3)).empty();
}

void check_place(const YamlNode& head, std::string_view key, std::string_view expected,
                 Diagnostics& faults) {
    const YamlNode* node = head.find(key);
    if (!node || node->scalar()->text == expected) return;
    front_matter_fault(faults, node->span, "wrong-place",
                       quoted(key) + " is " + quoted(node->scalar()->text) +
                           ", but the file lies where " + quoted(expected) + " belongs",
                       "correct the line, or move the file");
}

void check_country(const YamlNode& head, const TextKey& place, Diagnostics& faults) {
    const yaml::YamlEntry* country = head.entry("country");
    if (place.country.code.empty() && country)
        front_matter_fault(faults, country->key_span, "country-of-a-common-text",
                           "this text is the same for every country", "remove the line");
    else if (!place.country.code.empty() && !country)
        front_matter_fault(faults, head.span, "missing-key", "the front matter has no `country`",
                           "add " + quoted("country: " + place.country.code));
    else
        check_place(head, "country", place.country.code, faults);
}

void read_dateline(const YamlNode& head, std::optional<DocumentKind> kind, DocumentHead& out,
                   Diagnostics& faults) {
    const yaml::YamlEntry* dateline = head.entry("dateline");
    if (!dateline) return;
    const auto flag = to_boolean(*dateline->value.scalar());
    out.campaign_dateline = flag.value_or(false);
    if (!flag) out.dateline = text_at(head, "dateline");
    if (flag.value_or(true) && kind && *kind != DocumentKind::release)
        front_matter_fault(faults, dateline->key_span, "dateline-elsewhere",
                           "only a press release has a dateline", "remove the line");
}

} // namespace

std::optional<FrontMatter> find_front_matter(std::string_view file) {
    std::size_t at = file.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (at >= file.size() || !is_fence(file.substr(at, line_end(file, at) - at)))
        return std::nullopt;
    at = line_end(file, at);
    const std::size_t begin = at;
    for (; at < file.size(); at = line_end(file, at)) {
        const std::size_t next = line_end(file, at);
        if (is_fence(file.substr(at, next - at)))
            return FrontMatter{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(next)};
    }
    return std::nullopt;
}

DocumentHead read_head(const SourceMap& sources, SourceId source, FrontMatter front,
                       const TextKey& place, std::optional<DocumentKind> kind,
                       Diagnostics& faults) {
    const auto node = checked_yaml(sources, source, SchemaName::text, front.begin, front.end);
    append(faults, node.diagnostics);
    if (!node) return {};
    check_place(*node, "document", place.document, faults);
    check_place(*node, "language", place.language.tag, faults);
    check_country(*node, place, faults);
    DocumentHead head;
    head.title = text_at(*node, "title");
    head.kicker = text_at(*node, "kicker");
    head.deck = text_at(*node, "deck");
    head.description = text_at(*node, "description");
    head.sample = flag_at(*node, "sample", false);
    read_dateline(*node, kind, head, faults);
    return head;
}

} // namespace presskit::load
