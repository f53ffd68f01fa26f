// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/languages.hpp"

#include "pipeline/base/source.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/language_file.hpp"

#include "embedded/languages.embedded.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace presskit::languages {
namespace {

/// The files are part of the program and each is tested, so a fault in one is a fault of the
/// program.
[[noreturn]] void abort_for(const Diagnostics& diagnostics, const SourceMap& sources) {
    for (const auto& diagnostic : diagnostics)
        std::fputs(to_text(diagnostic, sources).c_str(), stderr);
    std::fputs("internal error: a built-in language file is broken; please report\n", stderr);
    std::abort();
}

/// `parse` takes `text`, which is the file or a part of it.
template <class Parse>
auto read(const EmbeddedFile& file, std::string_view text, const Parse& parse) {
    SourceMap sources;
    const SourceId id = sources.add(std::string(file.name), std::string(text));
    auto read = parse(sources, id);
    if (!read) abort_for(read.diagnostics, sources);
    return *std::move(read.value);
}

/// Where the block that only import reads begins.
std::size_t import_begin(const EmbeddedFile& file) {
    const std::size_t line = file.bytes.find("\nimport:");
    return line == std::string_view::npos ? file.bytes.size() : line + 1;
}

/// A language that is read when it is asked for: a campaign has few of them. A variety that has a
/// file has one of what differs from the language's own.
struct Volume {
    explicit Volume(const EmbeddedFile& data) : file(&data) {}
    const Language& language() {
        std::call_once(opened_, [&] {
            const Language* const known = base != nullptr ? &base->language() : nullptr;
            language_ = read(*file, std::string_view(file->bytes).substr(0, import_begin(*file)),
                             [&](const SourceMap& sources, SourceId id) { return parse_language(sources, id, known); });
        });
        return *language_;
    }
    const ReleaseWords& release_words() {
        if (base != nullptr && import_begin(*file) == file->bytes.size()) return base->release_words();
        std::call_once(imported_, [&] {
            words_ = read(*file, std::string_view(file->bytes).substr(import_begin(*file)), parse_release_words);
        });
        return *words_;
    }
    const EmbeddedFile* file;
    Volume* base = nullptr; ///< of a variety

  private:
    std::once_flag opened_, imported_;
    std::optional<Language> language_;
    std::optional<ReleaseWords> words_;
};

/// Without its last subtag, and without a single letter that begins an extension: RFC 4647 3.4.
std::string_view broader(std::string_view tag) {
    tag = tag.substr(0, tag.find('-') == std::string_view::npos ? 0 : tag.rfind('-'));
    if (tag.size() > 2 && tag[tag.size() - 2] == '-') tag.remove_suffix(2);
    return tag;
}

/// By tag, which is the file's name.
std::map<std::string_view, Volume> shelve() {
    constexpr std::string_view extension = ".yaml";
    std::map<std::string_view, Volume> shelf;
    for (const EmbeddedFile& file : languages())
        if (file.name.ends_with(extension))
            shelf.try_emplace(file.name.substr(0, file.name.size() - extension.size()), file);
    for (auto& [tag, volume] : shelf)
        if (const auto base = shelf.find(broader(tag)); base != shelf.end()) volume.base = &base->second;
    return shelf;
}

std::map<std::string_view, Volume>& shelf() {
    static std::map<std::string_view, Volume> volumes = shelve();
    return volumes;
}

using Subtags = std::vector<std::string>;

Subtags subtags_of(std::string_view tag) {
    Subtags subtags;
    for (std::size_t begin = 0; begin <= tag.size();) {
        const std::size_t end = std::min(tag.find('-', begin), tag.size());
        subtags.emplace_back(tag.substr(begin, end - begin));
        begin = end + 1;
    }
    return subtags;
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphabetic(std::string_view s, std::size_t least, std::size_t most) {
    return s.size() >= least && s.size() <= most && std::ranges::all_of(s, is_alpha);
}
bool is_alphanumeric(std::string_view s, std::size_t least, std::size_t most) {
    return s.size() >= least && s.size() <= most &&
           std::ranges::all_of(s, [](char c) { return is_alpha(c) || is_digit(c); });
}
bool is_region(std::string_view s) {
    return is_alphabetic(s, 2, 2) || (s.size() == 3 && std::ranges::all_of(s, is_digit));
}
bool is_variant(std::string_view s) {
    return is_alphanumeric(s, 5, 8) || (is_alphanumeric(s, 4, 4) && is_digit(s.front()));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool names_script(const Subtags& subtags) { return subtags.size() > 1 && is_alphabetic(subtags[1], 4, 4); }

/// The file for a tag or, if there is none, for its language: never in another script.
Volume* nearest_volume(std::string_view tag) {
    const Subtags subtags = subtags_of(tag);
    for (; !tag.empty(); tag = broader(tag)) {
        const auto found = shelf().find(tag);
        if (found == shelf().end()) continue;
        return names_script(subtags) && found->second.language().script != subtags[1] ? nullptr : &found->second;
    }
    return nullptr;
}

/// Languages as regions write them that have no file: its language's, by another tag and name. Of what else
/// a tag may say no words are known to differ, and indexes that others wrote may hold any number of such tags.
class Varieties {
  public:
    /// Null but for regions that there are.
    const Language* of(const Language& language, const Locale& locale) {
        const Subtags subtags = subtags_of(locale.tag);
        if (!is_region(subtags.back()) || subtags.size() != (names_script(subtags) ? 3 : 2)) return nullptr;
        const std::scoped_lock lock(mutex_);
        if (const auto known = known_.find(locale.tag); known != known_.end()) return &known->second;
        const std::string region = region_name(locale, language);
        if (region.empty()) return nullptr;
        Language& variety = known_.emplace(locale.tag, language).first->second;
        variety.locale = locale;
        variety.autonym += " (" + region + ")";
        return &variety;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, Language> known_;
};

Varieties& varieties() {
    static Varieties known;
    return known;
}

/// Moves `at` past the extensions: a letter or digit but x, and at least one subtag (2.2.6).
bool skip_extensions(const Subtags& subtags, std::size_t& at) {
    std::string seen;
    while (at < subtags.size()) {
        const std::string& singleton = subtags[at];
        if (!is_alphanumeric(singleton, 1, 1) || singleton == "x") return false;
        if (seen.find(singleton) != std::string::npos) return false;
        seen += singleton;
        const std::size_t first = ++at;
        while (at < subtags.size() && is_alphanumeric(subtags[at], 2, 8)) ++at;
        if (at == first) return false;
    }
    return true;
}

} // namespace

std::vector<std::reference_wrapper<const Language>> all() {
    std::vector<std::reference_wrapper<const Language>> each;
    for (auto& [tag, volume] : shelf()) each.emplace_back(volume.language());
    return each;
}

const Language* find(const Locale& locale) {
    if (const auto exact = shelf().find(locale.tag); exact != shelf().end()) return &exact->second.language();
    // What is no tag may be a path: indexes that others wrote are asked for, too.
    if (const auto tag = canonical(locale.tag); !tag || *tag != locale) return nullptr;
    Volume* const nearest = nearest_volume(locale.tag);
    return nearest == nullptr ? nullptr : varieties().of(nearest->language(), locale);
}

std::vector<Locale> kin(const Locale& locale) {
    std::vector<Locale> tags;
    for (const auto& [tag, volume] : shelf())
        if (Locale other{std::string(tag)}; primary_subtag(other) == primary_subtag(locale))
            tags.push_back(std::move(other));
    return tags;
}

const ReleaseWords& release_words(const Language& language) {
    return nearest_volume(language.locale.tag)->release_words();
}

std::optional<std::string_view> own_patterns(std::string_view dictionary) {
    if (!dictionary.ends_with(".dic")) return std::nullopt;
    const auto found = std::ranges::find(languages(), dictionary, &EmbeddedFile::name);
    if (found == languages().end()) return std::nullopt;
    return found->bytes;
}

std::optional<Locale> canonical(std::string_view tag) {
    if (tag.size() > 64) return std::nullopt;
    Subtags subtags = subtags_of(tag);
    for (std::string& subtag : subtags) std::ranges::transform(subtag, subtag.begin(), lower);

    std::size_t at = 0;
    if (!is_alphabetic(subtags[at++], 2, 3)) return std::nullopt;
    if (at < subtags.size() && is_alphabetic(subtags[at], 4, 4)) {
        subtags[at][0] = upper(subtags[at][0]);
        ++at;
    }
    if (at < subtags.size() && is_region(subtags[at])) {
        std::ranges::transform(subtags[at], subtags[at].begin(), upper);
        ++at;
    }
    const std::size_t first_variant = at;
    for (; at < subtags.size() && is_variant(subtags[at]); ++at)
        if (std::find(subtags.begin() + static_cast<std::ptrdiff_t>(first_variant),
                      subtags.begin() + static_cast<std::ptrdiff_t>(at),
                      subtags[at]) != subtags.begin() + static_cast<std::ptrdiff_t>(at))
            return std::nullopt;
    if (!skip_extensions(subtags, at)) return std::nullopt;

    std::string joined;
    for (const std::string& subtag : subtags) joined += (joined.empty() ? "" : "-") + subtag;
    return Locale{std::move(joined)};
}

} // namespace presskit::languages
