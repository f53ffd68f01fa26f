// SPDX-License-Identifier: Apache-2.0
/// The smallest campaign without a fault, for tests that then break one thing.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/file_tree.hpp"
#include "stages/load/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::tests {

inline const std::string campaign_yaml = R"(id: small-campaign
version: 1.0.0
title: {en: Small, de: Klein}
release:
  date: 2021-05-18
  city: {en: VIENNA, de: WIEN}
publisher: {name: The Publisher, url: "https://example.org/"}
contacts:
  - name: Ann Example
    email: press@example.org
    role: {en: Press contact, de: Pressekontakt}
rights:
  holder: The Publisher
  licence: CC-BY-4.0
  statement: {en: Free., de: Frei.}
languages:
  en: {}
  de: {fallback: [en]}
documents:
  - id: release
    kind: release
    title: {en: Press release, de: Pressemitteilung}
  - id: sheet
    kind: sheet
    title: {en: Sheet, de: Blatt}
variables:
  report: {en: The Report, de: {base: Der Bericht, of: des Berichts}}
countries:
  al:
    languages: [en, de]
    names: {en: {base: Albania, in: in Albania}, de: Albanien}
  region:
    languages: [en]
    sheets: [al]
    names: {en: The Region}
)";

inline std::string brand_yaml() {
    std::string out = R"(id: plain
palette: {white: "#FFFFFF", black: "#111111", blue: "#0B4F5C", pale: "#EEF3F4"}
colours: {paper: white, ink: black, accent: blue, accent_ink: white, muted: black, rule: blue, tint: pale, warning: black}
actors: {justice: blue}
families:
  sans:
    regular: {system: truetype/noto/NotoSans-Regular.ttf, package: fonts-noto-core}
    bold: {system: truetype/noto/NotoSans-Bold.ttf, package: fonts-noto-core}
page:
  format: a4
  margins: {top: 25mm, bottom: 25mm, inner: 25mm, outer: 25mm}
layouts: {release: {contact_card: true}}
styles:
)";
    for (const auto* role : {"body",
                             "title",
                             "deck",
                             "kicker",
                             "heading_2",
                             "heading_3",
                             "heading_4",
                             "dateline",
                             "list",
                             "block_quote",
                             "callout_title",
                             "callout",
                             "table_header",
                             "table_cell",
                             "caption",
                             "footnote",
                             "toc_entry",
                             "contact",
                             "boilerplate_heading",
                             "boilerplate",
                             "notice",
                             "running_header",
                             "running_footer"})
        out += std::string("  ") + role + ": {family: sans, size: 10pt, leading: 14pt}\n";
    return out;
}

inline std::string text_md(std::string_view front, std::string_view body = "A paragraph.\n") {
    return "---\n" + std::string(front) + "---\n\n" + std::string(body);
}

inline FileTree small_campaign() {
    FileTree tree;
    tree.root = "c";
    tree.files["campaign.yaml"] = campaign_yaml;
    tree.files["brand/brand.yaml"] = brand_yaml();
    tree.files["texts/release/en.md"] = text_md("document: release\nlanguage: en\ntitle: Now\n");
    tree.files["texts/sheet/al/en.md"] = text_md(
        "document: sheet\nlanguage: en\ncountry: al\ntitle: Act\n", "## Do {#do}\n\nAct.\n");
    return tree;
}

/// The text with the first `from` replaced, which must be there.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

struct Loaded {
    SourceMap sources;
    Result<Campaign> result = Diagnostics{};
    explicit Loaded(const FileTree& tree, std::string_view brand = {}) {
        result = load::load(tree, sources, brand);
    }

    /// All diagnostics as a terminal shows them.
    std::string report() const {
        std::string out;
        for (const Diagnostic& d : result.diagnostics) out += to_text(d, sources);
        return out;
    }
    std::vector<std::string> codes() const {
        std::vector<std::string> out;
        for (const Diagnostic& d : result.diagnostics) out.push_back(d.code);
        return out;
    }
    /// What the diagnostic with this code points at; empty if there is none.
    std::string place_of(std::string_view code) const {
        const auto found = std::ranges::find(result.diagnostics, code, &Diagnostic::code);
        if (found == result.diagnostics.end() || !found->span.source) return "";
        return sources.at(found->span.source)
            .text.substr(found->span.begin, found->span.end - found->span.begin);
    }
};

using Codes = std::vector<std::string>;

} // namespace presskit::tests
