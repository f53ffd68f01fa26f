// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/pdf_faults.hpp"

#include <algorithm>

namespace presskit::cli {
namespace {

class SpanReader {
  public:
    explicit SpanReader(const Pages& pages) : pages_(pages), has_link_(pages.elements.size()) {
        for (const LinkArea& link : pages.links) has_link_[link.element.value] = true;
    }

    std::vector<Span> read() {
        if (!pages_.elements.empty()) visit({0});
        return std::move(spans_);
    }

  private:
    /// Returns the element's span. Render has refused trees that are too deep.
    Span visit(ElementId id) {
        const StructureElement& element = pages_.elements[id.value];
        const std::size_t index = spans_.size();
        // Render puts a Link of its own inside an element with an area that is no link itself.
        const bool is_wrapped = has_link_[id.value] && element.role != StructureRole::link;
        spans_.insert(spans_.end(), is_wrapped ? 2 : 1, element.span);
        Span first = element.span;
        for (const StructureKid& kid : element.kids)
            if (const auto* inner = std::get_if<ElementId>(&kid)) {
                const Span span = visit(*inner);
                if (first.end == 0) first = span;
            }
        std::fill_n(spans_.begin() + static_cast<std::ptrdiff_t>(index), is_wrapped ? 2 : 1, first);
        return first;
    }

    const Pages& pages_;
    std::vector<bool> has_link_;
    std::vector<Span> spans_;
};

} // namespace

std::vector<Span> element_spans(const Pages& pages) { return SpanReader(pages).read(); }

Diagnostics pdf_faults(const verify::PdfCheck& check, const std::string& name, const Pages& pages) {
    if (check.faults.empty()) return {};
    Diagnostics faults = check.faults;
    for (Diagnostic& fault : faults) fault.path = name;
    const std::vector<Span> spans = element_spans(pages);
    for (const verify::BrokenCondition& broken : check.broken) {
        if (broken.element >= spans.size() || spans[broken.element].end == 0) continue;
        Diagnostic& fault = faults[broken.fault];
        if (fault.span.end == 0) fault.message = name + ": " + fault.message;
        fault.span = spans[broken.element];
    }
    return faults;
}

} // namespace presskit::cli
