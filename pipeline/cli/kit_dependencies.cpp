// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/kit_dependencies.hpp"

#include "pipeline/languages/languages.hpp"

#include <algorithm>
#include <set>

namespace presskit::cli {
namespace {

/// What every kit of a campaign may be made from.
bool is_shared(std::string_view path) {
    return path == "campaign.yaml" || path.starts_with("brand/") || path.starts_with("brands/") ||
           path.starts_with("data/");
}

} // namespace

std::string text_path(const TextKey& text) {
    const std::string country = text.country.code.empty() ? "" : text.country.code + "/";
    return "texts/" + text.document + "/" + country + text.language.tag + ".md";
}

KitDependencies::KitDependencies(const std::map<std::string, Digest>& campaign,
                                 const Resources& resources)
    : campaign_(campaign) {
    // The campaign's own fonts are among its files.
    for (const FontBytes& font : resources.fonts.fonts)
        if (!campaign_.contains(font.path.substr(0, font.path.find('#'))))
            fonts_.push_back({"system/fonts/" + font.path, font.digest});
    for (const auto& [name, bytes] : resources.dictionaries)
        dictionaries_.emplace(name, sha256(bytes));
}

std::vector<bundle::KitDependency> KitDependencies::of(const bundle::KitInputs& inputs) const {
    std::set<std::string> texts_and_pictures, dictionaries;
    const auto add_language = [&](const Locale& locale) {
        const Language* language = languages::find(locale);
        if (language == nullptr || !language->hyphenation) return;
        // Patterns of our own are part of the program.
        const std::string& name = language->hyphenation->dictionary;
        if (!languages::own_patterns(name)) dictionaries.insert(name);
    };
    for (const bundle::KitDocument& document : inputs.documents) {
        texts_and_pictures.insert(text_path(document.edition.text));
        add_language(bundle::language_of_words(document.edition));
    }
    for (const bundle::KitImage& image : inputs.images) texts_and_pictures.insert(image.image->path);

    std::vector<bundle::KitDependency> out = fonts_;
    for (const auto& [path, digest] : campaign_)
        if (is_shared(path) || texts_and_pictures.contains(path)) out.push_back({path, digest});
    for (const std::string& name : dictionaries)
        if (const auto found = dictionaries_.find(name); found != dictionaries_.end())
            out.push_back({"system/hyphen/" + name, found->second});
    std::ranges::sort(out, {}, &bundle::KitDependency::name);
    return out;
}

} // namespace presskit::cli
