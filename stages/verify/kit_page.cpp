// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/kit_page.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace presskit::verify {
namespace {

constexpr std::string_view page_name = "index.html", report_name = "accessibility.html";

/// All values of `name="…"` in the page. Enough for a page of ours, which quotes all attributes.
std::set<std::string, std::less<>> attribute_values(std::string_view html, std::string_view name) {
    std::set<std::string, std::less<>> values;
    const std::string opening = " " + std::string(name);
    constexpr std::string_view quote = "=\""; // the rarest part of it
    for (std::size_t at = html.find(quote); at != std::string_view::npos; at = html.find(quote, at + 1)) {
        if (!html.substr(0, at).ends_with(opening)) continue;
        const std::size_t begin = at + quote.size();
        values.emplace(html.substr(begin, html.find('"', begin) - begin));
    }
    return values;
}

bool is_remote(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://") ||
           address.starts_with("mailto:") || address.starts_with('#');
}

/// `small` is in small letters.
bool begins_with(std::string_view html, std::string_view small) {
    const auto is_same = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
    };
    return html.size() >= small.size() &&
           std::ranges::equal(html.substr(0, small.size()), small, is_same);
}

/// By the letter after the "<" or "</", of which most elements have another.
bool may_be_active(std::string_view markup) {
    constexpr std::string_view opening = "bBeEiIlLoOsS", closing = "sS";
    const bool closes = markup.starts_with("</");
    const std::string_view name = markup.substr(closes ? 2 : 1);
    return !name.empty() && (closes ? closing : opening).find(name.front()) != std::string_view::npos;
}

/// What authors write is escaped, so a "<" can only be markup of the page's own. `allowed` are openings
/// of elements that would be active without what they say.
void check_inertness(std::string_view page, std::string_view html,
                     std::span<const std::string_view> allowed, FaultList& faults) {
    constexpr std::array<std::string_view, 6> active{"<script", "<iframe", "<object",
                                                     "<embed",  "<link",   "<base"};
    constexpr std::array<std::string_view, 2> loading{"@import", "url("};
    std::set<std::string_view> found;
    std::size_t style = html.size(), style_end = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::string_view rest = html.substr(at);
        if (!may_be_active(rest)) continue;
        if (begins_with(rest, "<style")) style = std::min(style, at);
        if (begins_with(rest, "</style")) style_end = at;
        if (std::ranges::any_of(allowed, [&](auto opening) { return rest.starts_with(opening); }))
            continue;
        for (const std::string_view markup : active)
            if (begins_with(rest, markup)) found.insert(markup);
    }
    if (style < style_end) {
        const std::string rules = lower_ascii(html.substr(style, style_end - style));
        for (const std::string_view markup : loading)
            if (rules.find(markup) != std::string::npos) found.insert(markup);
    }
    for (const std::string_view markup : found)
        faults.add_at(page, "verify.page-active", "has " + in_backticks(markup));
}

/// A document in HTML may say what it is (JSON-LD is data and never runs) and where its translations
/// are; its pictures are inside.
void check_document_page(std::string_view page, std::string_view html, FaultList& faults) {
    constexpr std::array<std::string_view, 2> data{"<script type=\"application/ld+json\">",
                                                   "<link rel=\"alternate\""};
    check_inertness(page, html, data, faults);
    for (const std::string& source : attribute_values(html, "src"))
        if (!source.starts_with("data:image/"))
            faults.add_at(page, "verify.page-link", "shows " + in_backticks(source) + " from elsewhere");
}

void check_links(const KitFiles& files, std::string_view page, std::string_view html,
                 FaultList& faults) {
    for (const std::string& source : attribute_values(html, "src"))
        if (!files.contains(source))
            faults.add_at(page, "verify.page-link",
                          "shows " + in_backticks(source) + ", which is not there");
    for (const std::string& target : attribute_values(html, "href"))
        if (!is_remote(target) && !files.contains(target))
            faults.add_at(page, "verify.page-link",
                          "links to " + in_backticks(target) + ", which is not there");
}

} // namespace

void check_kit_page(const KitFiles& files, const std::vector<ManifestDocument>& documents,
                    FaultList& faults) {
    for (const std::string_view name : {page_name, std::string_view("README.txt")}) {
        const auto file = files.find(name);
        if (file == files.end())
            faults.add_at(name, "verify.page-missing", "the kit has no such file");
        else if (trim_ascii(file->second.bytes).empty())
            faults.add_at(name, "verify.page-empty", "the file is empty");
        else if (first_invalid_utf8(file->second.bytes))
            faults.add_at(name, "verify.page-encoding", "the file is not UTF-8");
    }
    const auto page = files.find(page_name);
    if (page == files.end()) return;
    for (const std::string_view name : {page_name, report_name}) {
        const auto other = files.find(name);
        if (other == files.end()) continue;
        check_inertness(name, other->second.bytes, {}, faults);
        check_links(files, name, other->second.bytes, faults);
    }
    const auto targets = attribute_values(page->second.bytes, "href");
    for (const ManifestDocument& document : documents) {
        const auto file = files.find(document.path);
        if (file != files.end() && document.path.ends_with(".html"))
            check_document_page(document.path, file->second.bytes, faults);
        if (!targets.contains(document.path))
            faults.add_at(page_name, "verify.page-document",
                          "has no link to " + in_backticks(document.path));
    }
}

} // namespace presskit::verify
