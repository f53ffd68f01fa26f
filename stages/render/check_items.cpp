// SPDX-License-Identifier: Apache-2.0
#include "stages/render/check_items.hpp"

#include "stages/render/check_paths.hpp"
#include "stages/render/conformance.hpp"

#include <algorithm>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::uint32_t max_glyph = 0xFFFF; // OpenType numbers glyphs with 16 bits

/// Contents that an element of the structure claims.
std::vector<bool> claimed_contents(const Pages& pages) {
    std::vector<bool> claimed(pages.contents);
    for (const StructureElement& element : pages.elements)
        for (const StructureKid& kid : element.kids)
            if (const auto* content = std::get_if<ContentId>(&kid))
                if (content->value < claimed.size()) claimed[content->value] = true;
    return claimed;
}

/// Whether a byte offset is not inside a UTF-8 sequence.
bool is_boundary(const std::string& text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_run(const GlyphRun& run, Span span, const FontLibrary& fonts, Diagnostics& faults) {
    if (run.font.value >= fonts.fonts.size())
        return faults.push_back(breach(Rule::glyph_in_font, span));
    if (run.size.millipoints <= 0) return faults.push_back(breach(Rule::glyph_text, span));
    for (const Glyph& glyph : run.glyphs) {
        const bool inside = glyph.text_begin <= glyph.text_end && glyph.text_end <= run.text.size();
        if (!inside || !is_boundary(run.text, glyph.text_begin) ||
            !is_boundary(run.text, glyph.text_end))
            return faults.push_back(breach(Rule::glyph_text, span));
        if (glyph.id > max_glyph) return faults.push_back(breach(Rule::glyph_in_font, span));
        if (glyph.id == 0) return faults.push_back(breach(Rule::glyph_not_defined, span, run.text));
    }
}

void check_figures(const Pages& pages, const std::vector<bool>& painted, Diagnostics& faults) {
    for (const StructureElement& element : pages.elements) {
        if (element.role != StructureRole::figure) continue;
        const bool visible = std::ranges::any_of(element.kids, [&](const StructureKid& kid) {
            const auto* content = std::get_if<ContentId>(&kid);
            return content && content->value < painted.size() && painted[content->value];
        });
        if (!visible) faults.push_back(breach(Rule::figure_has_box, element.span));
    }
}

} // namespace

void check_items(const Pages& pages, const FontLibrary& fonts, Diagnostics& faults) {
    const std::vector<bool> claimed = claimed_contents(pages);
    std::vector<bool> painted(pages.contents);
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                check_run(*run, item.span, fonts, faults);
            else if (const auto* path = std::get_if<VectorPath>(&item.shape))
                if (!is_drawable(*path))
                    faults.push_back(breach(Rule::path_is_drawable, item.span));
            const auto* content = std::get_if<ContentId>(&item.tag);
            if (!content) continue;
            if (content->value >= claimed.size() || !claimed[content->value])
                faults.push_back(breach(Rule::content_is_tagged, item.span));
            else
                painted[content->value] = true;
        }
    check_figures(pages, painted, faults);
}

} // namespace presskit::render
