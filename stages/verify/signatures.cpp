// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/signatures.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presskit::verify {
namespace {

using signing::Judgement;
using signing::Statement;

struct Field {
    const char* name;
    std::string Statement::*value;
};
constexpr std::array<Field, 6> fields{{{"the campaign", &Statement::campaign},
                                       {"the version", &Statement::version},
                                       {"the kit", &Statement::kit},
                                       {"the file", &Statement::file},
                                       {"the embargo", &Statement::embargo},
                                       {"the digest", &Statement::sha256}}};

void compare(const std::string& trusted_comment, const Statement& actual, FaultList& faults) {
    const auto stated = signing::parse_comment(trusted_comment);
    for (const Field& field : fields)
        if (!stated || *stated.*field.value != actual.*field.value)
            faults.add("verify.signature-statement",
                          std::string("the signature names ") + field.name + " " +
                              in_backticks(stated ? *stated.*field.value : std::string()) +
                              ", but it is " + in_backticks(actual.*field.value));
}

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Less than, equal to or greater than 0. Numbers may have any length.
int compare_parts(std::string_view a, std::string_view b) {
    if (!is_number(a) || !is_number(b)) return a.compare(b);
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

int compare_lists(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        const std::size_t a_end = std::min(a.find('.'), a.size());
        const std::size_t b_end = std::min(b.find('.'), b.size());
        if (const int order = compare_parts(a.substr(0, a_end), b.substr(0, b_end))) return order;
        a.remove_prefix(std::min(a_end + 1, a.size()));
        b.remove_prefix(std::min(b_end + 1, b.size()));
    }
    return 0;
}

/// "1.0.0-rc.1+build" as "1.0.0" and "rc.1".
std::pair<std::string_view, std::string_view> split(std::string_view version) {
    version = version.substr(0, version.find('+'));
    const std::size_t dash = version.find('-');
    return {version.substr(0, dash),
            dash == std::string_view::npos ? std::string_view() : version.substr(dash + 1)};
}

} // namespace

void check_signature(std::string_view bytes, const std::optional<std::string>& signature,
                     const signing::PublicKey& key, const Statement& actual, FaultList& faults) {
    if (!signature) {
        faults.add("verify.signature-missing", "has no signature beside it",
                      "get the file `" + actual.file + ".minisig` too, from where the kit came from");
        return;
    }
    const auto parsed = signing::parse_signature(*signature);
    if (!parsed) {
        faults.add("verify.signature-malformed",
                      "the signature beside it is none of minisign's");
        return;
    }
    switch (signing::judge(*parsed, key, bytes)) {
    case Judgement::another_key:
        faults.add("verify.signature-key",
                      "is signed by the key " + signing::id_text(parsed->key) + ", not by " +
                          signing::id_text(key.id));
        return;
    case Judgement::other_bytes:
        faults.add("verify.signature-bytes", "is not the file that was signed",
                      "do not use it; get it again from its publisher");
        return;
    case Judgement::other_comment:
        faults.add("verify.signature-comment",
                      "the signature's trusted comment is not the one that was signed");
        return;
    case Judgement::genuine: break;
    }
    compare(parsed->trusted_comment, actual, faults);
}

bool is_older(std::string_view a, std::string_view b) {
    const auto [a_main, a_suffix] = split(a);
    const auto [b_main, b_suffix] = split(b);
    if (const int order = compare_lists(a_main, b_main)) return order < 0;
    if (a_suffix.empty() || b_suffix.empty()) return !a_suffix.empty() && b_suffix.empty();
    return compare_lists(a_suffix, b_suffix) < 0;
}

} // namespace presskit::verify
