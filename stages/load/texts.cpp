// SPDX-License-Identifier: Apache-2.0
#include "stages/load/texts.hpp"

#include "pipeline/languages/languages.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/chart_files.hpp"
#include "stages/load/front_matter.hpp"
#include "stages/load/images.hpp"
#include "stages/load/markdown.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

using yaml::quoted;

constexpr std::string_view folder = "texts/";
constexpr std::string_view extension = ".md";

/// A text's place as its path says, or why it is none.
struct Place {
    TextKey key;
    std::optional<DocumentKind> kind;
    std::string fault, hint;
};

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        out.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

/// `path` ends in ".md". Checks only what is true of any campaign.
Place place_of(std::string_view path) {
    const auto parts = parts_of(path.substr(folder.size()));
    std::string_view tag = parts.back();
    tag.remove_suffix(extension.size());
    Place place;
    place.hint = "name it `texts/DOCUMENT/LANGUAGE.md`, or `texts/DOCUMENT/COUNTRY/LANGUAGE.md`";
    if (parts.size() != 2 && parts.size() != 3) {
        place.fault = "no text belongs in this folder";
        return place;
    }
    place.key.document = parts.front();
    if (parts.size() == 3) place.key.country = {std::string(parts[1])};
    place.key.language = {std::string(tag)};
    const auto canonical = languages::canonical(tag);
    if (!canonical)
        place.fault = quoted(tag) + " is no language tag";
    else if (canonical->tag != tag) {
        place.fault = quoted(tag) + " is not the usual tag of the language";
        place.hint = "name it " + quoted(canonical->tag + std::string(extension));
    }
    return place;
}

/// What the campaign knows of a place.
void compare(Place& place, const Campaign& campaign) {
    const TextKey& key = place.key;
    const auto row = std::ranges::find(campaign.documents, key.document, &DocumentRow::id);
    const auto refuse = [&](std::string fault, std::string hint) {
        place.fault = std::move(fault);
        place.hint = std::move(hint);
    };
    if (row == campaign.documents.end())
        return refuse("the campaign has no document " + quoted(key.document),
                      "add it to `documents` in campaign.yaml, or remove the file");
    place.kind = row->kind;
    const bool is_sheet = row->kind == DocumentKind::sheet;
    if (is_sheet == key.country.code.empty())
        return refuse(is_sheet ? "a sheet lies in the folder of its country"
                               : quoted(key.document) + " is not written for one country",
                      is_sheet ? "move it to `texts/DOCUMENT/COUNTRY/`"
                               : "move it to " + quoted("texts/" + key.document + "/"));
    if (is_sheet && std::ranges::find(campaign.countries, key.country, &Country::code) ==
                        campaign.countries.end())
        return refuse("the campaign has no country " + quoted(key.country.code),
                      "add it to `countries` in campaign.yaml, or remove the file");
    if (std::ranges::find(campaign.languages, key.language, &CampaignLanguage::locale) ==
        campaign.languages.end())
        refuse("the campaign has no language " + quoted(key.language.tag),
               "add it to `languages` in campaign.yaml, or remove the file");
}

std::optional<Document> read_text(SourceMap& sources, SourceId source, const Place& place,
                                  Diagnostics& diagnostics) {
    const auto front = find_front_matter(sources.at(source).text);
    if (!front) {
        const bool is_open = sources.at(source).text.starts_with("---\n");
        diagnostics.push_back(
            {"load.no-front-matter",
             is_open ? "the front matter has no end" : "the text has no front matter",
             is_open ? "write a second line of `---` between its last key and the text"
                     : "begin the file with a `---` line, `title: …` and the other keys, and a "
                       "second `---` line",
             Span{source, 0, is_open ? 3U : 1U},
             {},
             Severity::error,
             Blame::content});
        return std::nullopt;
    }
    Diagnostics faults;
    DocumentHead head = read_head(sources, source, *front, place.key, place.kind, faults);
    Result<Document> document = parse_markdown(sources, source, front->body, place.key.language);
    const bool sound = document && !has_errors(faults);
    append(diagnostics, std::move(faults));
    append(diagnostics, std::move(document.diagnostics));
    if (!sound) return std::nullopt;
    document->head = std::move(head);
    document->head_span = {source, front->begin, front->end};
    return std::move(*document);
}

Diagnostic belongs_to_nothing(const FileTree& files, std::string_view path, std::string why,
                              std::string hint) {
    return {"load.stray-text",       "the file belongs to nothing: " + std::move(why),
            std::move(hint),         {},
            shown_path(files, path), Severity::warning,
            Blame::content};
}

} // namespace

Texts read_texts(const FileTree& files, const CheckedFiles& checked, const Campaign* campaign,
                 SourceMap& sources) {
    Texts texts;
    ChartFiles charts(files, checked, sources);
    for (const auto& [path, bytes] : files.files) {
        if (!path.starts_with(folder) || is_clutter(path) || is_image_name(path)) continue;
        if (!path.ends_with(extension)) {
            texts.diagnostics.push_back(belongs_to_nothing(files, path, "texts are Markdown files",
                                                           "end its name in `.md`, or remove it"));
            continue;
        }
        if (checked.unreadable.contains(path)) continue;
        Place place = place_of(path);
        if (place.fault.empty() && campaign) compare(place, *campaign);
        if (!place.fault.empty()) {
            texts.diagnostics.push_back(belongs_to_nothing(files, path, place.fault, place.hint));
            continue;
        }
        const SourceId source = sources.add(shown_path(files, path), bytes);
        auto document = read_text(sources, source, place, texts.diagnostics);
        if (!document) continue;
        charts.fill(document->body, texts.diagnostics);
        // A copy has no room to spare in its lists, which all documents together would hold to the end.
        texts.documents.emplace(place.key, *document);
    }
    return texts;
}

} // namespace presskit::load
