// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/packages.hpp"

#include "pipeline/base/digest.hpp"
#include "pipeline/base/text.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/verify/zip_contents.hpp"
#include "tests/fuzz/mutation.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t release_day = 1'717'372'800; // of the campaign in tests/fuzz/campaign

void replace_all(std::string& text, const std::string& old, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += with.size())
        text.replace(at, old.size(), with);
}

/// As a manifest has them.
std::string size_and_sum(const std::string& bytes) {
    return "\"bytes\": " + std::to_string(bytes.size()) + ",\n      \"sha256\": \"" + to_hex(sha256(bytes));
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return first_invalid_utf8(out) ? std::string("?") : out;
}

/// Begin and end of what stands between one of the tags `open` and the next `close`; behind one another where
/// there is none.
std::pair<std::size_t, std::size_t> between(const std::string& xml, std::string_view open, std::string_view close,
                                            Random& random) {
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; (at = xml.find(open, at)) != std::string::npos; at += open.size()) begins.push_back(at);
    if (begins.empty()) return {0, 0};
    const std::size_t from = random.of(begins);
    const std::size_t begin = xml.find('>', from), end = xml.find(close, from);
    return end == std::string::npos || begin > end ? std::pair{from, from} : std::pair{begin + 1, end};
}

void change_words(std::string& xml, Random& random) {
    const auto [begin, end] = between(xml, "<w:t", "</w:t>", random);
    const std::string words = xml.substr(begin, end - begin);
    if (!words.empty()) xml.replace(begin, end - begin, escaped(mutated_text(words, random)));
}

void move_paragraph(std::string& xml, Random& random) {
    const auto [begin, end] = between(xml, "<w:p>", "</w:p>", random);
    const std::string inside = xml.substr(begin, end - begin);
    if (!random.one_in(3)) xml.erase(begin, end - begin);
    const auto [there, behind] = between(xml, "<w:p>", "</w:p>", random);
    if (behind > there) xml.insert(there, inside);
}

} // namespace

Files unpacked_zip(const std::string& zip) {
    verify::FaultList faults("zip");
    const auto rows = verify::check_layout(zip, faults);
    if (!rows) throw std::runtime_error("a zip of the corpus cannot be unpacked");
    return verify::read_contents(zip, *rows, faults);
}

void exchange(Files& members, const std::string& name, std::string bytes) {
    std::string& file = members.at(name);
    const std::string old_row = size_and_sum(file), row = size_and_sum(bytes);
    const std::string old_sum = to_hex(sha256(file)), sum = to_hex(sha256(bytes));
    file = std::move(bytes);
    if (old_sum == sum) return;
    for (auto& [path, text] : members) {
        if (path == name || (!path.ends_with(".json") && !path.ends_with("SHA256SUMS"))) continue;
        std::string list = text;
        replace_all(list, old_row, row);
        replace_all(list, old_sum, sum);
        if (list != text) exchange(members, path, std::move(list));
    }
}

std::string mutated_docx(const std::string& docx, Random& random) {
    if (random.one_in(6)) return mutated_bytes(docx, random);
    Files parts = unpacked_zip(docx);
    std::string& xml = parts.at("word/document.xml");
    for (std::size_t changes = random.early(6) + 1; changes > 0; --changes) {
        if (random.one_in(2))
            change_words(xml, random);
        else if (random.one_in(2))
            move_paragraph(xml, random);
        else if (random.one_in(4))
            xml = mutated_text(xml, random);
    }
    return packed(parts);
}

std::string packed(const Files& members) {
    std::vector<bundle::ZipEntry> entries;
    for (const auto& [path, bytes] : members) entries.push_back({path, bytes});
    auto zip = bundle::write_package(entries, release_day);
    if (!zip) throw std::runtime_error("the zip cannot be packed");
    return std::move(*zip);
}

} // namespace presskit::fuzz
