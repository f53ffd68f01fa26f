// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/operators.hpp"

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

constexpr std::size_t slot_count = 256; ///< for 71 operators, so that one look is enough as a rule

constexpr std::size_t slot_of(std::uint32_t name) { return name * 2'654'435'761U >> 24; }

constexpr auto operator_rows = [] {
    using enum OperatorKind;
    std::array<OperatorRow, slot_count> out{};
    const auto add = [&](OperatorKind kind, std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) {
            std::size_t slot = slot_of(packed(name));
            while (out[slot].name != 0) slot = (slot + 1) % slot_count;
            out[slot] = {packed(name), kind};
        }
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
    return out;
}();

} // namespace

OperatorKind kind_of_operator(std::string_view name) {
    const std::uint32_t key = packed(name);
    std::size_t slot = slot_of(key);
    while (operator_rows[slot].name != key && operator_rows[slot].name != 0)
        slot = (slot + 1) % slot_count;
    return operator_rows[slot].kind;
}

} // namespace presskit::verify
