// SPDX-License-Identifier: Apache-2.0
// Patterns say which lengths a brand may have, so that editors refuse what the program refuses; their
// names say it in numbers, and nobody can see whether the two agree.
#include "stages/load/checked_yaml.hpp"
#include "stages/load/values.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>

using namespace presskit;
using namespace presskit::load;

namespace {

/// A number of thousandths as an author may write it: with every zero, and with none.
std::vector<std::string> written(int thousandths) {
    std::string full = std::to_string(std::abs(thousandths) / 1000) + ".";
    const std::string fraction = std::to_string(1000 + std::abs(thousandths) % 1000);
    full += fraction.substr(1);
    if (thousandths < 0) full = "-" + full;
    std::vector<std::string> all{full};
    while (full.ends_with('0')) all.push_back((full.pop_back(), full));
    if (full.ends_with('.')) all.back().pop_back();
    return all;
}

} // namespace

TEST_CASE("brand: the pattern of each length takes what its name says, to a thousandth") {
    const auto schema = nlohmann::json::parse(schema_json(SchemaName::brand));
    const std::regex name("length_(minus_)?([0-9]+)_to_([0-9]+)(pt|mm)");
    std::size_t ranges = 0;
    for (const auto& [key, rule] : schema["$defs"].items()) {
        std::smatch part;
        if (!std::regex_match(key, part, name)) continue;
        ++ranges;
        INFO(key);
        const std::regex pattern(rule["pattern"].get<std::string>());
        const Length least = to_length((part[1].matched ? "-" : "") + part[2].str() + part[4].str());
        const Length most = to_length(part[3].str() + part[4].str());
        std::vector<std::string> wrong;
        const auto hold = [&](int thousandths, const std::string& unit) {
            for (const std::string& number : written(thousandths)) {
                const Length value = to_length(number + unit);
                const bool is_in = least <= value && value <= most;
                if (std::regex_search(number + unit, pattern) != is_in) wrong.push_back(number + unit);
            }
        };
        for (int thousandths = -3000; thousandths < 600'000; thousandths += 997) {
            if (thousandths == 0) continue;
            if (thousandths < 0 && least.millipoints >= 0) continue;
            hold(thousandths, "pt");
            hold(thousandths, "mm");
        }
        for (const std::int64_t bound : {least.millipoints, most.millipoints})
            for (int near = -12; near <= 12; ++near) {
                hold(static_cast<int>(bound) + near, "pt");
                hold(static_cast<int>(bound * 2540 / 7200) + near, "mm");
            }
        CHECK(wrong == std::vector<std::string>{});
    }
    CHECK(ranges == 15);
}
