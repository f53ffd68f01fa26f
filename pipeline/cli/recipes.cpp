// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/recipes.hpp"

#include "pipeline/cli/kit_dependencies.hpp"

namespace presskit::cli {
namespace {

/// Raised when what is kept of an artefact changes its form.
constexpr const char* recipe_form = "presskit artefact 2";

/// Each field with its length, so that no two lists of fields are one text.
void add(std::string& recipe, std::string_view field) {
    recipe.append(std::to_string(field.size())).append(":").append(field);
}

void add(std::string& recipe, std::string_view name, const Digest& digest) {
    add(recipe, name);
    add(recipe, to_hex(digest));
}

bool is_text(std::string_view path) { return path.starts_with("texts/") && path.ends_with(".md"); }

} // namespace

Recipes::Recipes(const ReadCampaign& read, const Resources& resources, std::int64_t timestamp,
                 const std::map<std::string, std::string>& parameters, const std::string& program)
    : files_(read.digests) {
    add(shared_, recipe_form);
    add(shared_, program);
    add(shared_, std::to_string(timestamp));
    add(shared_, read.campaign.embargo ? "under embargo" : "");
    add(shared_, std::to_string(parameters.size()));
    for (const auto& [name, value] : parameters) {
        add(shared_, name);
        add(shared_, value);
    }
    add(shared_, std::to_string(files_.size()));
    for (const auto& [path, digest] : files_) add(shared_, path, is_text(path) ? Digest{} : digest);
    add(shared_, std::to_string(resources.fonts.fonts.size()));
    for (const FontBytes& font : resources.fonts.fonts) add(shared_, font.path, font.digest);
    for (const auto& [name, bytes] : resources.dictionaries) add(shared_, name, sha256(bytes));
}

Digest Recipes::of(const PlannedArtefact& artefact) const {
    const auto& [edition, name] = artefact;
    const auto& [text, reader, country, availability] = edition;
    std::string recipe = shared_;
    add(recipe, name);
    add(recipe, reader.tag);
    add(recipe, country.code);
    add(recipe, std::to_string(static_cast<int>(availability)));
    const std::string path = text_path(text);
    const auto file = files_.find(path);
    add(recipe, path, file == files_.end() ? Digest{} : file->second);
    return sha256(recipe);
}

} // namespace presskit::cli
