// SPDX-License-Identifier: Apache-2.0
#include "stages/load/directives.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/load/attributes.hpp"
#include "stages/load/markdown_charts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace presskit::load {
namespace {

struct Row {
    std::string_view name;
    DirectiveKind kind;
};
constexpr std::array directive_rows = {
    Row{"note", DirectiveKind::note},
    Row{"warning", DirectiveKind::warning},
    Row{"only", DirectiveKind::only},
    Row{"contact", DirectiveKind::contact},
    Row{"boilerplate", DirectiveKind::boilerplate},
    Row{"chart", DirectiveKind::chart},
    Row{"figures", DirectiveKind::figures},
    Row{"pull-quote", DirectiveKind::pull_quote},
    Row{"glossary", DirectiveKind::glossary},
    Row{"instruments", DirectiveKind::instruments},
};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t", at);
        if (begin == std::string_view::npos) break;
        at = std::min(text.find_first_of(" \t", begin), text.size());
        words.push_back(text.substr(begin, at - begin));
    }
    return words;
}

bool is_country_code(std::string_view code) { return code.size() <= 32 && is_well_formed_id(code); }

void read_countries(const Attribute& attribute, Directive& directive, Diagnostics& diagnostics) {
    for (const auto word : words_of(attribute.value)) {
        if (is_country_code(word))
            directive.countries.push_back({std::string(word)});
        else
            report(diagnostics, "load.malformed-fence",
                   "`" + std::string(word) + "` is no country code",
                   "use the campaign's codes, with spaces between: `countries=\"al xk\"`",
                   attribute.span);
    }
}

void read_languages(const Attribute& attribute, Directive& directive, Diagnostics& diagnostics) {
    for (const auto word : words_of(attribute.value)) {
        if (auto locale = languages::canonical(word))
            directive.languages.push_back(*std::move(locale));
        else
            report(diagnostics, "load.malformed-fence",
                   "`" + std::string(word) + "` is no language tag",
                   "use tags such as `sq` or `sr-Cyrl`, with spaces between", attribute.span);
    }
}

void read_only(std::string_view rest, Span span, Directive& directive, Diagnostics& diagnostics) {
    auto attributes = parse_attributes(rest, span);
    append(diagnostics, std::move(attributes.diagnostics));
    if (!attributes) return;
    require_known(*attributes, {"countries", "languages"}, "`only`", diagnostics);
    if (const auto* countries = attributes->find("countries"))
        read_countries(*countries, directive, diagnostics);
    if (const auto* tags = attributes->find("languages"))
        read_languages(*tags, directive, diagnostics);
    if (directive.countries.empty() && directive.languages.empty() && !has_errors(diagnostics))
        report(diagnostics, "load.malformed-fence",
               "`only` says for whom neither by country nor language",
               "write `::: only countries=\"al xk\"` or `::: only languages=\"sq\"`",
               directive.span);
}

Diagnostic unknown_name(std::string_view name, Span span) {
    std::vector<std::string_view> names;
    for (const Row& row : directive_rows) names.push_back(row.name);
    const auto meant = nearest(name, names);
    return {"load.unknown-fence", "`" + std::string(name) + "` is no kind of `:::` block",
            meant ? "did you mean `" + std::string(*meant) + "`?"
                  : "use note, warning, chart, only, contact, boilerplate, figures, pull-quote, "
                    "glossary or instruments",
            span, ""};
}

} // namespace

bool is_directive_line(std::string_view line) { return line.starts_with(":::"); }

Result<Directive> parse_directive(std::string_view line, Span span) {
    Directive directive;
    directive.span = span;
    const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
    const std::string_view text = trim_ascii(line.substr(colons));
    if (text.empty()) return directive;

    const std::size_t name_end = std::min(text.find_first_of(" \t"), text.size());
    const std::string_view name = text.substr(0, name_end);
    const auto row = std::ranges::find(directive_rows, name, &Row::name);
    const auto at = [&](std::string_view part) {
        const auto begin = span.begin + static_cast<std::uint32_t>(part.data() - line.data());
        return Span{span.source, begin, begin + static_cast<std::uint32_t>(part.size())};
    };
    if (row == directive_rows.end()) return unknown_name(name, at(name));

    Diagnostics diagnostics;
    directive.kind = row->kind;
    const std::string_view rest = trim_ascii(text.substr(name_end));
    if (row->kind == DirectiveKind::only) {
        read_only(rest, at(rest), directive, diagnostics);
    } else if (row->kind == DirectiveKind::chart) {
        read_chart_line(rest, at(rest), directive, diagnostics);
    } else if (row->kind == DirectiveKind::note || row->kind == DirectiveKind::warning) {
        directive.title = rest;
    } else if (!rest.empty()) {
        report(diagnostics, "load.malformed-fence", "`" + std::string(name) + "` takes no title",
               "write it as a heading inside the block", at(rest));
    }
    return {std::move(directive), std::move(diagnostics)};
}

} // namespace presskit::load
