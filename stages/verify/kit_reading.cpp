// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/kit_reading.hpp"

#include "stages/verify/zip_contents.hpp"
#include "stages/verify/zip_layout.hpp"

#include <algorithm>

namespace presskit::verify {

std::optional<std::string> read_from_kit(std::string_view zip, std::string_view path) {
    FaultList faults;
    const auto rows = check_layout(zip, faults);
    if (!rows || !faults.empty()) return std::nullopt;
    const auto row = std::ranges::find_if(*rows, [&](const ZipRow& each) {
        return std::string_view(each.name).substr(each.name.find('/') + 1) == path;
    });
    if (row == rows->end()) return std::nullopt;
    auto contents = read_contents(zip, {*row}, faults);
    if (!faults.empty()) return std::nullopt;
    return std::move(contents.begin()->second);
}

} // namespace presskit::verify
