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

std::map<std::string, std::string, std::less<>> parse(std::string_view text, FaultList& faults) {
    std::map<std::string, std::string, std::less<>> sums;
    const auto malformed = [&](std::size_t number) {
        faults.add_at("SHA256SUMS", "verify.checksums-malformed",
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

void check_checksums(const KitFiles& files, FaultList& faults) {
    const auto list = files.find("SHA256SUMS");
    if (list == files.end()) {
        faults.add_at("SHA256SUMS", "verify.checksums-missing", "the kit has no SHA256SUMS");
        return;
    }
    const auto sums = parse(list->second.bytes, faults);
    for (const auto& [path, hex] : sums) {
        const auto file = files.find(path);
        if (file == files.end())
            faults.add_at(path, "verify.checksums-extra",
                          "SHA256SUMS lists a file that is not there");
        else if (to_hex(file->second.digest) != hex)
            faults.add_at(path, "verify.checksums-digest",
                          "the file is not the one SHA256SUMS lists");
    }
    for (const auto& [path, bytes] : files)
        if (path != "SHA256SUMS" && !sums.contains(path))
            faults.add_at(path, "verify.checksums-entry", "SHA256SUMS does not list the file");
}

} // namespace presskit::verify
