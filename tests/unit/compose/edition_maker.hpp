// SPDX-License-Identifier: Apache-2.0
/// Editions made by hand and composed in a small brand; their structure tree in words.
#pragma once

#include "stages/compose/compose.hpp"
#include "tests/unit/compose/type_case.hpp"

#include <array>
#include <string>
#include <utility>

namespace presskit::compose {

inline Inline text(const std::string& words) { return {Text{words}, {}}; }
inline Block paragraph(Inlines content) { return {Paragraph{std::move(content)}, {}}; }
inline Block heading(int level, const std::string& id, Inlines content) {
    return {Heading{level, std::move(content), id, "", ""}, {}};
}

/// A guide in English on pages of 400 by 300 points.
class EditionMaker {
  public:
    EditionMaker() {
        campaign.title[{"en"}] = "Campaign";
        campaign.brand = brand();
        campaign.brand.page = {Length{400'000}, Length{300'000}, Length{40'000},
                               Length{40'000},  Length{30'000},  Length{30'000}};
        for (TextStyle& style : campaign.brand.styles) {
            style.family = "serif";
            style.size = Length{10'000};
            style.leading = Length{13'000};
        }
        edition.kind = DocumentKind::guide;
        edition.key.reader = edition.document.language = {"en"};
        edition.document.head.title = "Title";
    }

    Pages composed() {
        Composer composer(campaign, library_, patterns_);
        auto pages = composer.compose(edition, 0);
        faults = std::move(pages.diagnostics);
        return pages ? std::move(*pages) : Pages{};
    }
    KindLayout& layout() { return campaign.brand.layouts[static_cast<std::size_t>(edition.kind)]; }
    Blocks& body() { return edition.document.body; }
    void footnote(const std::string& id, Inlines content) {
        auto& notes = edition.document.footnotes;
        const int number = static_cast<int>(notes.size()) + 1;
        notes.push_back({id, "", number, {paragraph(std::move(content))}, {}});
    }

    Campaign campaign;
    Edition edition;
    Diagnostics faults;

  private:
    FontLibrary library_ = noto();
    PatternLibrary patterns_{{}};
};

/// What a content says, over all pages.
inline std::string words_of(const Pages& pages, ContentId content) {
    std::string out;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (item.tag == Tag{content}) out += run->text;
    return out;
}

/// "P[one Link[two]]", with the language of an element that says one.
inline std::string structure_of(const Pages& pages, ElementId id = {0}) {
    const StructureElement& element = pages.elements[id.value];
    // In the order of StructureRole.
    static constexpr std::array names{
        "Document",  "Sect", "H1",  "H2",      "H3",     "H4",         "H5",    "H6",
        "P",         "L",    "LI",  "Lbl",     "LBody",  "Table",      "THead", "TBody",
        "TR",        "TH",   "TD",  "Caption", "Figure", "BlockQuote", "Quote", "Note",
        "Reference", "Link", "TOC", "TOCI",    "Index",  "Span",       "Code"};
    std::string out = names.at(static_cast<std::size_t>(element.role));
    if (element.language) out += ":" + element.language->tag;
    out += '[';
    for (const StructureKid& kid : element.kids)
        out += std::holds_alternative<ElementId>(kid)
                   ? structure_of(pages, std::get<ElementId>(kid))
                   : words_of(pages, std::get<ContentId>(kid));
    return out + ']';
}

} // namespace presskit::compose
