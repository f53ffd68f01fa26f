// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/optical_margins.hpp"

#include <algorithm>
#include <array>

namespace presskit::compose {
namespace {

struct Row {
    char32_t code_point;
    Hang hang;
};

// Chosen by eye on Noto Serif and Noto Sans at 8 to 12 pt: more than this and signs look lost in the
// margin, less and the notch is back. By code point.
constexpr std::array hanging_rows{
    Row{U'!', {0, 100}},          Row{U'"', {400, 400}},        Row{U'\'', {500, 500}},
    Row{U'(', {150, 0}},          Row{U')', {0, 150}},          Row{U',', {0, 600}},
    Row{U'-', {0, 600}},          Row{U'.', {0, 600}},          Row{U'/', {50, 150}},
    Row{U':', {0, 350}},          Row{U';', {0, 350}},          Row{U'?', {0, 100}},
    Row{U'A', {40, 40}},          Row{U'L', {0, 40}},           Row{U'T', {50, 50}},
    Row{U'V', {40, 40}},          Row{U'W', {30, 30}},          Row{U'Y', {50, 50}},
    Row{U'[', {100, 0}},          Row{U']', {0, 100}},          Row{U'f', {0, 30}},
    Row{U'r', {0, 50}},           Row{U't', {0, 30}},           Row{U'v', {30, 40}},
    Row{U'w', {20, 30}},          Row{U'y', {20, 40}},           
    Row{U'\u00AB', {250, 250}},   Row{U'\u00BB', {250, 250}},   Row{U'\u0410', {40, 40}},
    Row{U'\u0413', {0, 50}},      Row{U'\u0422', {50, 50}},     Row{U'\u0423', {40, 40}},
    Row{U'\u0433', {0, 50}},      Row{U'\u0442', {30, 30}},     Row{U'\u0443', {20, 40}},
    Row{U'\u2010', {0, 600}},     Row{U'\u2013', {0, 300}},     Row{U'\u2014', {0, 200}},
    Row{U'\u2018', {500, 500}},   Row{U'\u2019', {500, 500}},   Row{U'\u201A', {500, 400}},
    Row{U'\u201C', {400, 400}},   Row{U'\u201D', {400, 400}},   Row{U'\u201E', {400, 300}},
    Row{U'\u2026', {0, 150}},     Row{U'\u2039', {300, 300}},   Row{U'\u203A', {300, 300}},
};
static_assert(std::ranges::is_sorted(hanging_rows, {}, &Row::code_point));

template <char32_t first> constexpr std::array<Hang, 128> hangs_from = [] {
    std::array<Hang, 128> out{};
    for (const Row& row : hanging_rows)
        if (row.code_point >= first && row.code_point - first < out.size()) out[row.code_point - first] = row.hang;
    return out;
}();

} // namespace

/// Every word is asked about twice, and most begin and end in Latin or Cyrillic letters.
Hang hang_of(char32_t code_point) {
    constexpr char32_t cyrillic = 0x400;
    if (code_point < 0x80) return hangs_from<0>[code_point];
    if (code_point >= cyrillic && code_point - cyrillic < 0x80) return hangs_from<cyrillic>[code_point - cyrillic];
    const auto row = std::ranges::lower_bound(hanging_rows, code_point, {}, &Row::code_point);
    return row != hanging_rows.end() && row->code_point == code_point ? row->hang : Hang{};
}

} // namespace presskit::compose
