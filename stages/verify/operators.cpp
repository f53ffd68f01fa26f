// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/operators.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace presskit::verify {
namespace {

/// At most three bytes as one number; 0 for what is longer.
constexpr std::uint32_t packed(std::string_view name) {
    std::uint32_t out = 0;
    if (name.size() > 3) return 0;
    for (const char c : name) out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

struct OperatorRow {
    std::uint32_t name = 0;
    OperatorKind kind = OperatorKind::unknown;
};

constexpr std::size_t row_count = 71;

constexpr auto operator_rows = [] {
    using enum OperatorKind;
    std::array<OperatorRow, row_count> out{};
    std::size_t count = 0;
    const auto add = [&](OperatorKind kind, std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) out[count++] = {packed(name), kind};
    };
    add(other, {"w",  "J",  "j",  "M",  "d",  "i",  "cm", "m",  "l",  "c",  "v",  "y",
                "h",  "re", "n",  "W",  "W*", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td",
                "TD", "Tm", "T*", "SC", "sc", "MP", "DP", "BX", "EX", "d0", "d1"});
    add(begin_mark, {"BMC", "BDC"});
    add(end_mark, {"EMC"});
    add(save, {"q"});
    add(restore, {"Q"});
    add(begin_text, {"BT"});
    add(end_text, {"ET"});
    add(set_font, {"Tf"});
    add(set_state, {"gs"});
    add(set_intent, {"ri"});
    add(set_device_colour, {"G", "g", "RG", "rg", "K", "k"});
    add(set_space, {"CS", "cs"});
    add(set_pattern, {"SCN", "scn"});
    add(paint, {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"});
    add(paint_object, {"Do"});
    add(paint_shading, {"sh"});
    add(inline_image, {"EI"});
    add(show_text, {"Tj", "TJ", "'", "\""});
    std::ranges::sort(out, {}, &OperatorRow::name);
    return out;
}();
static_assert(operator_rows.front().name != 0, "every row is filled");

} // namespace

OperatorKind kind_of_operator(std::string_view name) {
    const std::uint32_t key = packed(name);
    const auto row = std::ranges::lower_bound(operator_rows, key, {}, &OperatorRow::name);
    return row != operator_rows.end() && row->name == key ? row->kind : OperatorKind::unknown;
}

} // namespace presskit::verify
