// SPDX-License-Identifier: Apache-2.0
#include "stages/import/import.hpp"

#include "embedded/default_brand.embedded.hpp"
#include "pipeline/base/text.hpp"
#include "stages/import/campaign_yaml.hpp"
#include "stages/import/clean_text.hpp"
#include "stages/import/facts.hpp"
#include "stages/import/paragraphs.hpp"
#include "stages/import/release_parts.hpp"
#include "stages/import/release_text.hpp"

#include <set>

namespace presskit::import {
namespace {

/// Two braces stand for a variable in front matter, and only Markdown can say that they do not.
Diagnostics unfilled(const ReleaseParts& parts, const ReleaseFacts& facts, SourceId source) {
    std::set<std::string> told;
    Diagnostics faults;
    const std::u32string_view dateline = parts.dateline ? std::u32string_view(parts.dateline->text) : U"";
    for (const std::u32string_view value :
         {std::u32string_view(parts.kicker), std::u32string_view(parts.title),
          std::u32string_view(parts.deck), dateline, std::u32string_view(facts.title),
          std::u32string_view(facts.contact_name), std::u32string_view(facts.publisher)}) {
        const auto open = value.find(U"{{");
        if (open == value.npos) continue;
        const auto close = value.find(U"}}", open);
        std::string words = to_utf8(value.substr(open, close == value.npos ? 2 : close + 2 - open));
        if (!told.insert(words).second) continue;
        faults.push_back({.code = "import.unfilled",
                          .message = "`" + words + "` has not been filled in",
                          .hint = "write what it stands for",
                          .span = {source, 0, 0},
                          .words = std::move(words),
                          .or_in = {source, 0, 0xFFFF'FFFF}});
    }
    return faults;
}

/// As texts may have at most: stages/load/schema/text.schema.json.
Diagnostics too_long(const ReleaseParts& parts, SourceId source) {
    struct Part {
        const char* name;
        std::u32string_view words;
        std::size_t most; ///< characters
    };
    constexpr std::size_t shown = 24; // enough to find the place by
    Diagnostics faults;
    for (const Part& part :
         {Part{"kicker", parts.kicker, 100}, Part{"headline", parts.title, 300}, Part{"deck", parts.deck, 1000}}) {
        if (part.words.size() <= part.most) continue;
        faults.push_back({.code = "import.too-long",
                          .message = "the " + std::string(part.name) + " has " +
                                     std::to_string(part.words.size()) + " characters, more than " +
                                     std::to_string(part.most),
                          .hint = "shorten it; a line of its own ends it",
                          .span = {source, 0, 0},
                          .words = to_utf8(part.words.substr(0, part.words.rfind(U' ', shown))),
                          .or_in = {source, 0, 0xFFFF'FFFF}});
    }
    return faults;
}

} // namespace

Result<ImportedCampaign> import_release(std::string_view plain_text, SourceId source,
                                        const ImportOptions& options) {
    auto lines = clean_lines(plain_text, source, options.language);
    if (!lines) return lines.diagnostics;
    Diagnostics diagnostics = std::move(lines.diagnostics);

    auto parts = find_parts(to_paragraphs(*lines), source, options.language);
    append(diagnostics, std::move(parts.diagnostics));
    if (!parts) return diagnostics;
    append(diagnostics, too_long(*parts, source));

    auto facts = find_facts(*parts, source, options);
    append(diagnostics, std::move(facts.diagnostics));
    if (!facts) return diagnostics;
    append(diagnostics, unfilled(*parts, *facts, source));
    if (has_errors(diagnostics)) return diagnostics;

    ImportedCampaign campaign{facts->id, {}};
    campaign.files.root = facts->id;
    campaign.files.files = {
        {"campaign.yaml", to_campaign_yaml(*facts, options.language)},
        {"brand/brand.yaml", std::string(default_brand()[0].bytes)},
        {"texts/release/" + options.language.locale.tag + ".md",
         to_release_text(*parts, options.language)},
    };
    return {std::move(campaign), std::move(diagnostics)};
}

} // namespace presskit::import
