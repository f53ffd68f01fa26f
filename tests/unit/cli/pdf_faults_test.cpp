// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/pdf_faults.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

namespace {

Span at(std::uint32_t begin) { return {SourceId{}, begin, begin + 1}; }

/// A Document with a heading, a paragraph with a note's reference in it, and a list of two items.
Pages linked_pages() {
    const auto element = [](StructureRole role, Span span, std::vector<StructureKid> kids) {
        StructureElement out;
        out.role = role;
        out.span = span;
        out.kids = std::move(kids);
        return out;
    };
    using enum StructureRole;
    Pages pages;
    pages.elements = {element(document, {}, {ElementId{4}, ElementId{1}, ElementId{3}}),
                      element(paragraph, at(20), {ContentId{1}, ElementId{2}}),
                      element(reference, at(25), {ContentId{2}}),
                      element(list, {}, {ElementId{5}}),
                      element(heading_1, at(10), {ContentId{0}}),
                      element(list_item, at(30), {ContentId{3}})};
    LinkArea area;
    area.element = ElementId{2};
    pages.links = {area};
    return pages;
}

} // namespace

TEST_CASE(
    "pdf faults: elements are told in the order of the tree, with the links that are put in") {
    // Document, H1, P, Reference, the Link in it, L, LI
    const std::vector<Span> spans = cli::element_spans(linked_pages());
    CHECK(spans == std::vector<Span>{at(10), at(10), at(20), at(25), at(25), at(30), at(30)});
    CHECK(cli::element_spans(Pages{}).empty());
}

TEST_CASE("pdf faults: a fault of an element stands at what its author wrote") {
    verify::PdfCheck check;
    check.faults = {{.code = "verify.pdf-link", .message = "first"},
                    {.code = "verify.pdf-id", .message = "second"},
                    {.code = "verify.pdf-heading", .message = "third"}};
    check.broken = {{"28-011", 4, 0}, {"6.1.3-1", verify::no_element, 1}, {"14-003", 99, 2}};
    const Diagnostics faults = cli::pdf_faults(check, "01-release.pdf", linked_pages());
    CHECK(faults[0].span == at(25));
    CHECK(faults[0].message == "01-release.pdf: first");
    CHECK(faults[1].path == "01-release.pdf");
    CHECK(faults[1].span == Span{});
    CHECK(faults[2].span == Span{}); // an element that the pages do not have
}
