// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/checksums.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace presskit::verify {
namespace {

constexpr std::size_t hex_digits = 64;

struct Line {
    std::string_view hex, path;
};

std::optional<Line> parse_line(std::string_view line) {
    if (line.size() <= hex_digits + 2 || line.substr(hex_digits, 2) != "  ") return std::nullopt;
    const std::string_view hex = line.substr(0, hex_digits);
    const bool is_hex = std::ranges::all_of(
        hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!is_hex) return std::nullopt;
    return Line{hex, line.substr(hex_digits + 2)};
}

std::map<std::string, std::string, std::less<>> parse(std::string_view name, std::string_view text, FaultList& faults) {
    std::map<std::string, std::string, std::less<>> sums;
    const auto malformed = [&](std::size_t number) {
        faults.add_at(name, "verify.checksums-malformed",
                      "line " + std::to_string(number) +
                          " is not `<64 hex digits>  <path>` in order of path");
    };
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const auto line = parse_line(text.substr(0, end));
        const bool in_order = line && (sums.empty() || sums.rbegin()->first < line->path);
        if (!in_order || end == std::string_view::npos) malformed(number);
        if (line) sums.try_emplace(std::string(line->path), line->hex);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return sums;
}

} // namespace

void check_list(std::string_view name, const KitFiles& files, const KitFiles& listed,
                FaultList& faults) {
    const std::string title(name);
    const auto list = files.find(name);
    if (list == files.end())
        return faults.add_at(name, "verify.checksums-missing", "there is no " + title);
    const auto sums = parse(name, list->second.bytes, faults);
    for (const auto& [path, hex] : sums) {
        const auto file = listed.find(path);
        if (file == listed.end())
            faults.add_at(path, "verify.checksums-extra", title + " lists a file that is not there");
        else if (to_hex(file->second.digest) != hex)
            faults.add_at(path, "verify.checksums-digest", "the file is not the one " + title + " lists");
    }
    for (const auto& [path, file] : listed)
        if (!sums.contains(path))
            faults.add_at(path, "verify.checksums-entry", title + " does not list the file");
}

void check_checksums(const KitFiles& files, FaultList& faults) {
    KitFiles others = files;
    others.erase("SHA256SUMS");
    check_list("SHA256SUMS", files, others, faults);
}

} // namespace presskit::verify
