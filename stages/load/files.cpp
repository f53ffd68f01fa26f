// SPDX-License-Identifier: Apache-2.0
#include "stages/load/files.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"
#include "pipeline/yaml/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace presskit::load {
namespace {

using yaml::quoted;

bool is_configuration(std::string_view path) {
    return path == "campaign.yaml" || path == "brand/brand.yaml" ||
           (path.starts_with("brands/") && path.ends_with("/brand.yaml"));
}

bool is_text(std::string_view path) {
    return is_configuration(path) || (path.starts_with("texts/") && path.ends_with(".md")) ||
           is_data_file(path);
}

Diagnostic file_fault(const FileTree& files, std::string_view path, std::string code,
                      std::string message, std::string hint) {
    return {"load." + std::move(code),
            std::move(message),
            std::move(hint),
            {},
            shown_path(files, path),
            Severity::error,
            is_configuration(path) ? Blame::configuration : Blame::content};
}

/// The text by which case-insensitive and normalizing file systems tell names apart.
std::string folded(std::string_view path) {
    std::u32string letters = to_utf32(languages::to_nfc(path));
    for (char32_t& c : letters) c = languages::to_lower(c);
    return languages::to_nfc(to_utf8(letters));
}

/// Folders are compared too: `Texts/en.md` and `texts/de.md` lie in one folder on some systems.
void check_collisions(const FileTree& files, Diagnostics& faults) {
    std::map<std::string, std::string> names;
    std::set<std::string, std::less<>> reported;
    for (const auto& [path, bytes] : files.files) {
        if (first_invalid_utf8(path)) {
            faults.push_back(file_fault(files, path, "file-name", "the file's name is not UTF-8",
                                        "rename the file"));
            continue;
        }
        for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
            const std::string part = path.substr(0, end);
            const auto& first = names.try_emplace(folded(part), part).first->second;
            if (first != part && reported.insert(part).second)
                faults.push_back(file_fault(files, part, "file-name",
                                            quoted(part) + " and " + quoted(first) +
                                                " are one name on Windows and macOS",
                                            "rename one of the two"));
            if (end == std::string::npos) break;
        }
    }
}

std::optional<Diagnostic> text_fault(const FileTree& files, const std::string& path,
                                     const std::string& bytes, SourceMap& sources) {
    const auto at_byte = [&](std::size_t at, Diagnostic fault) {
        const auto begin = static_cast<std::uint32_t>(at);
        fault.span = {sources.add(std::exchange(fault.path, {}), bytes), begin, begin + 1};
        return fault;
    };
    if (bytes.size() > max_text_bytes)
        return file_fault(files, path, "text-too-long",
                          "the file has " + human_bytes(bytes.size()) + "; a text may have " +
                              human_bytes(max_text_bytes),
                          "split the text");
    if (trim_ascii(bytes).empty())
        return file_fault(files, path, "empty-file", "the file is empty",
                          is_configuration(path) ? "fill it in, or copy that of another campaign"
                                                 : "write the text, or remove the file");
    if (const auto at = first_invalid_utf8(bytes))
        return at_byte(*at, file_fault(files, path, "invalid-utf8",
                                       "the file is not UTF-8: byte " + std::to_string(*at) +
                                           " cannot be part of a character",
                                       "save the file as UTF-8"));
    if (const auto at = bytes.find('\0'); at != bytes.npos)
        return at_byte(at, file_fault(files, path, "control-character",
                                      "the file holds a NUL at byte " + std::to_string(at),
                                      "save it as plain text in UTF-8"));
    return std::nullopt;
}

bool is_portable(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '/';
}

std::optional<std::string> part_fault(std::string_view part) {
    if (part.empty()) return "has an empty part between two `/`";
    if (part == "..") return "contains `..`, and so may lead out of the campaign";
    if (part == ".") return "contains `.` as a folder";
    if (part.ends_with('.')) return "has a name that ends in `.`, which Windows drops";
    if (is_reserved_name(part.substr(0, part.find('.'))))
        return "has a name that Windows keeps for a device";
    return std::nullopt;
}

} // namespace

CheckedFiles check_files(const FileTree& files, SourceMap& sources) {
    CheckedFiles checked;
    if (files.files.size() > max_files)
        checked.diagnostics.push_back(
            file_fault(files, "", "too-many-files",
                       "the folder has " + std::to_string(files.files.size()) + " files; " +
                           std::to_string(max_files) + " are allowed",
                       "move what is no part of the campaign out of the folder"));
    check_collisions(files, checked.diagnostics);
    for (const auto& [path, bytes] : files.files) {
        if (!is_text(path) || is_clutter(path)) continue;
        if (auto fault = text_fault(files, path, bytes, sources)) {
            checked.diagnostics.push_back(*std::move(fault));
            checked.unreadable.insert(path);
        }
    }
    return checked;
}

std::optional<std::string> path_fault(std::string_view path) {
    if (path.empty()) return "is empty";
    if (path.size() > max_path_bytes)
        return "is longer than " + std::to_string(max_path_bytes) + " characters";
    if (path.front() == '/' || (path.size() > 1 && path[1] == ':')) return "is absolute";
    if (path.find('\\') != path.npos) return "has a backslash; write `/`";
    if (!std::ranges::all_of(path, is_portable))
        return "may have only the letters a to z, digits, `.`, `_` and `-`";
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (auto fault = part_fault(path.substr(begin, end - begin))) return fault;
        begin = end + 1;
    }
    return std::nullopt;
}

std::string path_hint(std::string_view path, const std::string& example) {
    const bool is_misspelt = path.find('\\') == path.npos && !std::ranges::all_of(path, is_portable);
    return is_misspelt ? "rename the file, for example to `" + example + "`: archives do not keep other letters everywhere"
                       : "give a path inside the campaign, for example `" + example + "`";
}

bool is_reserved_name(std::string_view name) {
    constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    const std::string lower = lower_ascii(name);
    if (std::ranges::find(devices, lower) != devices.end()) return true;
    return lower.size() == 4 && (lower.starts_with("com") || lower.starts_with("lpt")) &&
           lower[3] >= '0' && lower[3] <= '9';
}

std::string shown_path(const FileTree& files, std::string_view path) {
    if (files.root.empty()) return std::string(path);
    if (path.empty()) return files.root;
    return files.root + (files.root.ends_with('/') ? "" : "/") + std::string(path);
}

bool is_clutter(std::string_view path) {
    if (path.starts_with('.') || path.find("/.") != path.npos) return true;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.ends_with('~') || name == "Thumbs.db" || name == "desktop.ini";
}

bool is_data_file(std::string_view path) {
    return path.starts_with("data/") && path.ends_with(".csv");
}

void set_blame(Diagnostics& diagnostics, Blame blame) {
    for (Diagnostic& d : diagnostics) d.blame = blame;
}

} // namespace presskit::load
