// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/resources.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/load/fonts.hpp"

namespace presskit::cli {
namespace {

constexpr const char* font_folder = "/usr/share/fonts/";
constexpr const char* pattern_folder = "/usr/share/hyphen/";
constexpr std::uint64_t largest_dictionary = 8'000'000;

/// hyph_sr-Latn_RS.dic comes with hyphen-sr; a few packages have the country in their names.
std::string package_of(const std::string& dictionary) {
    if (dictionary == "hyph_en_GB.dic") return "hyphen-en-gb";
    if (dictionary == "hyph_pt_PT.dic") return "hyphen-pt-pt";
    return "hyphen-" + dictionary.substr(5, 2);
}

/// A file of the system; where it cannot be read, the hint says which package brings it.
std::string read_packaged(engine::Workspace& workspace, const std::string& path,
                          std::uint64_t limit, const std::string& package, Span span,
                          Diagnostics& faults) {
    Result<std::string> bytes = workspace.read_file(path, limit);
    if (bytes) return std::move(*bytes);
    for (Diagnostic& fault : bytes.diagnostics) {
        fault.blame = Blame::configuration;
        fault.hint = "install the Debian package " + package + " (apt-get install " + package + "), or correct the path";
        if (span.source) {
            fault.message = path + ": " + fault.message;
            fault.span = span;
        }
        faults.push_back(std::move(fault));
    }
    return {};
}

} // namespace

Result<Resources> read_resources(engine::Workspace& workspace, const Campaign& campaign,
                                 const FileTree& files, const std::set<Locale>& languages) {
    Resources out;
    Diagnostics faults;
    for (const FontFile& font : load::fonts_of(campaign.brand)) {
        std::string bytes;
        if (font.package.empty()) {
            if (const auto file = files.files.find(font.path); file != files.files.end())
                bytes = file->second;
        } else {
            bytes = read_packaged(workspace, font_folder + font.path, load::max_font_bytes,
                                  font.package, font.span, faults);
        }
        if (bytes.empty()) continue;
        append(faults, load::check_font(font, bytes));
        bytes = load::single_font(font, std::move(bytes));
        const Digest digest = sha256(bytes);
        out.fonts.fonts.push_back({font.name(), std::move(bytes), digest});
    }
    for (const Locale& locale : languages) {
        const Language* language = languages::find(locale);
        if (language == nullptr || !language->hyphenation) continue;
        const std::string& name = language->hyphenation->dictionary;
        if (out.dictionaries.contains(name)) continue;
        if (const auto own = languages::own_patterns(name)) {
            out.dictionaries.emplace(name, *own);
            continue;
        }
        out.dictionaries[name] = read_packaged(workspace, pattern_folder + name, largest_dictionary,
                                               package_of(name), {}, faults);
    }
    return {std::move(out), std::move(faults)};
}

} // namespace presskit::cli
