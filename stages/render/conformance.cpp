// SPDX-License-Identifier: Apache-2.0
#include "stages/render/conformance.hpp"

#include "stages/render/check_items.hpp"
#include "stages/render/check_structure.hpp"
#include "stages/render/clusters.hpp"

#include <algorithm>
#include <vector>

namespace presskit::render {
namespace {

// ISO 19005-2 6.1.13: a page is 3 to 14 400 units wide and high.
constexpr Length least_side{3'000}, largest_side{14'400'000};
// The years 0 to 9999, which dates can write; ISO 32000-1 7.9.4.
constexpr std::int64_t first_second = -62'167'219'200, last_second = 253'402'300'799;
// ISO 19005-2 6.1.13: a string has at most 32 767 bytes, and UTF-16 takes up to two of them for a
// byte of UTF-8.
constexpr std::size_t max_string_bytes = 16'000;

/// RFC 5646 2.1 as far as form goes: a part of letters, then parts of up to eight letters and
/// digits.
bool is_language_tag(std::string_view tag) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (bool first = true;; first = false) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const bool fits =
            !part.empty() && part.size() <= 8 && std::ranges::all_of(part, [&](char c) {
                return is_letter(c) || (!first && c >= '0' && c <= '9');
            });
        if (!fits) return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
    }
}

void check_properties(const Properties& properties, Diagnostics& faults) {
    if (properties.title.empty()) faults.push_back(breach(Rule::document_title, {}));
    if (!is_language_tag(properties.language.tag))
        faults.push_back(breach(Rule::document_language, {}, properties.language.tag));
    if (properties.timestamp < first_second || properties.timestamp > last_second)
        faults.push_back(breach(Rule::timestamp_range, {}));
    std::size_t keyword_bytes = 0;
    for (const std::string& keyword : properties.keywords) keyword_bytes += keyword.size() + 2;
    const std::size_t longest = std::max({properties.title.size(), properties.author.size(),
                                          properties.description.size(), keyword_bytes});
    if (longest > max_string_bytes) faults.push_back(breach(Rule::string_limit, {}));
}

void check_page_sizes(const Pages& pages, Diagnostics& faults) {
    if (pages.pages.empty()) faults.push_back(breach(Rule::has_pages, {}));
    const auto fits = [](Length side) { return side >= least_side && side <= largest_side; };
    if (!std::ranges::all_of(pages.pages,
                             [&](const Page& p) { return fits(p.width) && fits(p.height); }))
        faults.push_back(breach(Rule::page_size, {}));
}

void check_strings(const Pages& pages, Diagnostics& faults) {
    for (const StructureElement& element : pages.elements) {
        if (element.language && !is_language_tag(element.language->tag))
            faults.push_back(breach(Rule::document_language, element.span, element.language->tag));
        const std::size_t longest = std::max(
            {element.alternative_text.size(), element.expansion.size(), element.id.size()});
        if (longest > max_string_bytes) faults.push_back(breach(Rule::string_limit, element.span));
    }
    for (const OutlineEntry& entry : pages.outline)
        if (entry.title.size() > max_string_bytes) faults.push_back(breach(Rule::string_limit, {}));
}

bool exists(const Destination& destination, const Pages& pages) {
    return destination.page < pages.pages.size();
}

void check_link(const LinkArea& link, const Pages& pages, Diagnostics& faults) {
    const bool known = link.element.value < pages.elements.size() && link.page < pages.pages.size();
    if (!known) return faults.push_back(breach(Rule::link_element, {}));
    const StructureElement& element = pages.elements[link.element.value];
    if (element.role != StructureRole::link && element.role != StructureRole::reference)
        faults.push_back(breach(Rule::link_element, element.span));
    if (link.description.empty()) faults.push_back(breach(Rule::link_description, element.span));
    const auto* address = std::get_if<std::string>(&link.target);
    if (!address && !exists(std::get<Destination>(link.target), pages))
        faults.push_back(breach(Rule::destination_exists, element.span));
    // An escaped byte of an address takes three.
    if (link.description.size() > max_string_bytes ||
        (address && address->size() > max_string_bytes / 2))
        faults.push_back(breach(Rule::string_limit, element.span));
}

void check_link_areas(const Pages& pages, Diagnostics& faults) {
    std::vector<bool> has_area(pages.elements.size());
    for (const LinkArea& link : pages.links)
        if (link.element.value < has_area.size()) has_area[link.element.value] = true;
    for (std::size_t i = 0; i < has_area.size(); ++i)
        if (pages.elements[i].role == StructureRole::link && !has_area[i])
            faults.push_back(breach(Rule::link_area, pages.elements[i].span));
}

/// PDF/UA-1 takes an ActualText that says the same; PDF/A-4 none that does (ISO 19005-4 6.2.10.8).
void check_private_use(const Pages& pages, Diagnostics& faults) {
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (has_private_use(run->text))
                    faults.push_back(breach(Rule::private_use, item.span, run->text));
    for (const StructureElement& element : pages.elements)
        if (has_private_use(element.alternative_text))
            faults.push_back(breach(Rule::private_use, element.span, element.alternative_text));
}

} // namespace

Diagnostics check(const Pages& pages, const FontLibrary& fonts, PdfStandard standard) {
    Diagnostics faults;
    check_properties(pages.properties, faults);
    check_page_sizes(pages, faults);
    check_strings(pages, faults);
    check_structure(pages, faults);
    check_items(pages, fonts, faults);
    if (standard == PdfStandard::ua_2_a_4) check_private_use(pages, faults);
    for (const LinkArea& link : pages.links) check_link(link, pages, faults);
    check_link_areas(pages, faults);
    for (const OutlineEntry& entry : pages.outline)
        if (!exists(entry.destination, pages))
            faults.push_back(breach(Rule::destination_exists, {}));
    return faults;
}

} // namespace presskit::render
