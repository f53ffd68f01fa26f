// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/partners.hpp"

#include "pipeline/base/text.hpp"
#include "stages/bundle/entry_name.hpp"

#include <algorithm>
#include <optional>

namespace presskit::cli {
namespace {

constexpr std::size_t longest_name = 60;

/// Takes the next word of `line`.
std::string word(std::string_view& line) {
    line = trim_ascii(line);
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    std::string taken(line.substr(0, end));
    line.remove_prefix(end);
    return taken;
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_name && name.front() != '-' &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> out;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = words.find(',');
        out.emplace_back(words.substr(0, end));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return out;
}

/// What is wrong with a partner, the others before it being well.
std::optional<std::string> fault_of(const Partner& partner, const std::vector<Partner>& before) {
    if (!is_name(partner.name)) return "the name is not of lower-case letters, digits and hyphens";
    if (bundle::name_fault(partner.name)) return "the name is one that Windows keeps for a device";
    if (std::ranges::find(partner.kits, "") != partner.kits.end()) return "no kits are named";
    if (partner.passphrase.size() < least_passphrase || partner.passphrase.size() > most_passphrase)
        return "the passphrase has " + std::to_string(partner.passphrase.size()) + " bytes";
    for (const Partner& other : before) {
        if (other.name == partner.name) return "the partner stands on an earlier line too";
        if (other.passphrase == partner.passphrase) return "another partner has the same passphrase";
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<Partner>> parse_partners(std::string_view text, const std::string& path) {
    std::vector<Partner> partners;
    Diagnostics faults;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = trim_ascii(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        Partner partner;
        partner.line = number;
        partner.name = word(line);
        partner.kits = split(word(line));
        partner.passphrase = trim_ascii(line);
        if (const auto fault = fault_of(partner, partners))
            faults.push_back({.code = "seal.partner",
                              .message = "line " + std::to_string(number) + ": " + *fault,
                              .hint = "write `NAME KITS PASSPHRASE`, such as `daily al/sq,al/en …`, with a "
                                      "passphrase of " + std::to_string(least_passphrase) + " to " +
                                      std::to_string(most_passphrase) + " bytes that is the partner's own",
                              .path = path,
                              .blame = Blame::configuration});
        partners.push_back(std::move(partner));
    }
    if (partners.empty())
        faults.push_back({.code = "seal.partner",
                          .message = "names no partner",
                          .hint = "write a line `NAME KITS PASSPHRASE` for each",
                          .path = path,
                          .blame = Blame::configuration});
    if (has_errors(faults)) return faults;
    return {std::move(partners), std::move(faults)};
}

bool gets(const Partner& partner, std::string_view id) {
    return std::ranges::any_of(partner.kits, [&](std::string kits) {
        if (kits == "*") return true;
        std::ranges::replace(kits, '/', '-');
        return id == kits || id.starts_with(kits + "-");
    });
}

} // namespace presskit::cli
