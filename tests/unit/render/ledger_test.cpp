// SPDX-License-Identifier: Apache-2.0
#include "stages/render/conformance.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

const std::filesystem::path root = PRESSKIT_SOURCE_DIR;
const std::filesystem::path stage = root / "stages/render";

/// The cells of each table row, without headings and rulers.
std::vector<std::vector<std::string>> ledger_rows() {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(read_file((stage / "CONFORMANCE.md").string()));
    for (std::string line; std::getline(lines, line);) {
        if (line == "## What verify holds our files against") break; // verify's own tests hold it
        if (!line.starts_with("| ") || line.starts_with("| ---") || line.starts_with("| clause"))
            continue;
        std::vector<std::string> cells;
        for (std::size_t at = 2; at < line.size();) {
            const std::size_t end = line.find(" |", at);
            cells.push_back(line.substr(at, end - at));
            at = end + 3;
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

/// The words of a comma-separated cell up to a remark in parentheses.
std::vector<std::string> names_in(const std::string& cell) {
    std::vector<std::string> names;
    std::istringstream words(cell.substr(0, cell.find(" (")));
    for (std::string word; std::getline(words, word, ',');)
        names.push_back(word.substr(word.find_first_not_of(' ')));
    return names;
}

std::string all_tests() {
    std::string text;
    for (const auto& file : std::filesystem::directory_iterator(root / "tests/unit/render"))
        text += read_file(file.path().string());
    return text;
}

} // namespace

TEST_CASE("ledger: every row names code and a test that exist") {
    const std::string tests = all_tests();
    REQUIRE(ledger_rows().size() > 50);
    for (const auto& row : ledger_rows()) {
        INFO(row.front());
        REQUIRE(row.size() == 5);
        CHECK(contains(tests, "TEST_CASE(\"" + row[4] + "\")"));
        for (const std::string& name : names_in(row[3])) {
            INFO(name);
            CHECK(std::filesystem::exists(stage / (name + ".cpp")));
        }
    }
}

TEST_CASE("ledger: every rule that is checked has a row") {
    const std::string header = read_file((stage / "conformance.hpp").string());
    const std::size_t begin = header.find("enum class Rule {"), end = header.find("};", begin);
    const std::string ledger = read_file((stage / "CONFORMANCE.md").string());
    std::istringstream lines(header.substr(begin, end - begin));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        if (!contains(line, ",")) continue;
        const std::string rule = line.substr(4, line.find(',') - 4);
        INFO(rule);
        CHECK(contains(ledger, rule));
    }
}

TEST_CASE("ledger: each rule has a code of its own, a clause and words") {
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < rule_count; ++i) {
        const RuleText& text = text_of(static_cast<Rule>(i));
        CHECK(codes.insert(text.code).second);
        CHECK(text.code.starts_with("render."));
        CHECK(text.clause.starts_with("ISO "));
        CHECK_FALSE(text.message.ends_with("."));
        CHECK_FALSE(text.hint.empty());
    }
}
