// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/entry_name.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace presskit::bundle {
namespace {

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_portable(char c) {
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '+' || c == '-';
}

/// Windows keeps device names for itself, with any extension: "nul.txt" is the null device.
bool is_reserved(std::string_view part) {
    constexpr std::array<std::string_view, 6> devices{"con", "prn",    "aux",
                                                      "nul", "conin$", "conout$"};
    const std::string stem = lower_ascii(part.substr(0, part.find('.')));
    if (std::ranges::find(devices, stem) != devices.end()) return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
           stem[3] >= '0' && stem[3] <= '9';
}

std::optional<std::string> part_fault(std::string_view part) {
    if (part.empty()) return "has an empty part";
    if (part == "." || part == "..") return "has a part `.` or `..`";
    if (part.size() > max_name_bytes)
        return "has a part longer than " + std::to_string(max_name_bytes) + " bytes";
    if (!std::ranges::all_of(part, is_portable))
        return "has a character other than ASCII letters, digits, `.`, `_`, `+` and `-`";
    if (part.front() == '-') return "has a part that begins with `-`";
    if (part.back() == '.') return "has a part that ends with `.`";
    if (is_reserved(part)) return "has a part that Windows reserves for a device";
    return std::nullopt;
}

} // namespace

std::optional<std::string> name_fault(std::string_view path) {
    if (path.size() > max_path_bytes)
        return "is longer than " + std::to_string(max_path_bytes) + " bytes";
    for (;;) {
        const std::size_t slash = path.find('/');
        if (auto fault = part_fault(path.substr(0, slash))) return fault;
        if (slash == std::string_view::npos) return std::nullopt;
        path.remove_prefix(slash + 1);
    }
}

std::optional<Collision> find_collision(const std::vector<std::string_view>& paths) {
    std::map<std::string, std::string_view> files;
    for (const std::string_view path : paths) {
        const auto [at, inserted] = files.try_emplace(lower_ascii(path), path);
        if (!inserted) return Collision{std::string(at->second), std::string(path)};
    }
    for (const auto& [folded, path] : files)
        for (std::size_t slash = folded.find('/'); slash != std::string::npos;
             slash = folded.find('/', slash + 1))
            if (const auto file = files.find(folded.substr(0, slash)); file != files.end())
                return Collision{std::string(file->second), std::string(path)};
    return std::nullopt;
}

std::string to_portable_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (is_portable(c))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    out.erase(0, std::min(out.find_first_not_of(".-"), out.size()));
    if (out.size() > max_name_bytes) out.erase(0, out.size() - max_name_bytes);
    out.erase(0, std::min(out.find_first_not_of(".-"), out.size()));
    while (!out.empty() && (out.back() == '.' || out.back() == '-')) out.pop_back();
    if (out.empty() || is_reserved(out)) out.insert(0, "file-");
    return out;
}

} // namespace presskit::bundle
