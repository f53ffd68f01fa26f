// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/size_text.hpp"

#include <string_view>

namespace presskit::bundle {

std::string whole_size(std::uint64_t bytes) {
    constexpr std::string_view no_break_space = "\u00A0";
    const auto in = [&](std::uint64_t unit, std::string_view name) {
        return std::to_string((bytes + unit / 2) / unit).append(no_break_space).append(name);
    };
    if (bytes < 1000) return in(1, "B");
    return bytes < 10'000'000 ? in(1000, "kB") : in(1'000'000, "MB");
}

} // namespace presskit::bundle
