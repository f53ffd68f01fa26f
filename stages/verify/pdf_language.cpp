// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

/// Well-formed as RFC 5646 2.1 has it, without its rarest forms: subtags of one to eight letters
/// and digits, the first a language of two or three letters.
bool is_language_tag(std::string_view tag) {
    for (bool first = true;; first = false) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const std::string folded = lower_ascii(part);
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto is_regular = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
        if (part.empty() || part.size() > 8 || !std::ranges::all_of(folded, is_regular))
            return false;
        if (first &&
            (part.size() < 2 || part.size() > 3 || !std::ranges::all_of(folded, is_letter)))
            return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
    }
}

/// By node: does it, or an element it stands in, have a language?
std::vector<bool> languages_of(const TagTree& tree) {
    std::vector<bool> known(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i)
        known[i] = !tree.nodes[i].language.empty() ||
                   (tree.nodes[i].parent != i && known[tree.nodes[i].parent]);
    return known;
}

/// Without a language of the document, each text must have its own.
void check_texts(PdfCase& pdf, const TagTree& tree) {
    const std::vector<bool> known = languages_of(tree);
    bool text = false, alternative = false;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (known[i]) continue;
        if (tree.nodes[i].has_content && !text)
            text = true, pdf.broken({"11-001"}, "the language of text cannot be told", i);
        if (tree.nodes[i].has_alternative && !alternative)
            alternative = true,
            pdf.broken({"11-002"}, "the language of an alternative text cannot be told", i);
    }
    if (pdf.catalog().hasKey("/Outlines"))
        pdf.broken({"11-003"}, "the language of the outline cannot be told");
    if (!tree.objects.empty())
        pdf.broken({"11-004"}, "the language of an annotation's Contents cannot be told");
}

} // namespace

void check_languages(PdfCase& pdf, const TagTree& tree) {
    const std::string language{trim_ascii(to_text(pdf.catalog().getKey("/Lang")))};
    if (language.empty()) {
        pdf.broken({"11-006"}, "the catalog has no Lang");
        check_texts(pdf, tree);
    } else if (!is_language_tag(language))
        pdf.broken({"6.7.4-1", "8.4.4-1"},
                   "the Lang " + in_backticks(language) + " is no language tag");
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (const std::string& tag = tree.nodes[i].language; !tag.empty() && !is_language_tag(tag))
            pdf.broken({"6.7.4-1", "8.4.4-1"}, "the Lang " + in_backticks(tag) + " is no language tag",
                       i);
        if (tree.nodes[i].disowns_language)
            pdf.broken({"11-001"}, "an element says that its language is unknown", i);
    }
}

} // namespace presskit::verify
