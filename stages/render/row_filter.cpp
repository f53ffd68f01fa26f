// SPDX-License-Identifier: Apache-2.0
#include "stages/render/row_filter.hpp"

#include <cstdint>
#include <cstdlib>

namespace presskit::render {
namespace {

/// The neighbour that is nearest to left + above - corner, PNG 9.4.
int paeth(int left, int above, int corner) {
    const int estimate = left + above - corner;
    const int to_left = std::abs(estimate - left), to_above = std::abs(estimate - above),
              to_corner = std::abs(estimate - corner);
    if (to_left <= to_above && to_left <= to_corner) return left;
    return to_above <= to_corner ? above : corner;
}

/// A row under one filter, and the sum of its differences as signed bytes: what costs bits.
struct FilteredRow {
    std::string bytes;
    std::uint64_t cost = 0;
};

/// `row` and `above` begin with `step` zeroes, for what stands before the first pixel. `predict` takes
/// the neighbours to the left, above and between them.
template <class Predict>
void apply(FilteredRow& out, char filter, std::string_view row, std::string_view above,
           std::size_t step, Predict predict) {
    const auto* here = reinterpret_cast<const unsigned char*>(row.data());
    const auto* there = reinterpret_cast<const unsigned char*>(above.data());
    out.bytes.resize(row.size() - step + 1);
    out.bytes[0] = filter;
    std::uint32_t cost = 0;
    for (std::size_t at = step; at < row.size(); ++at) {
        const int guess = predict(int{here[at - step]}, int{there[at]}, int{there[at - step]});
        const auto difference = static_cast<signed char>(here[at] - guess);
        out.bytes[at - step + 1] = static_cast<char>(difference);
        cost += static_cast<std::uint32_t>(std::abs(int{difference}));
    }
    out.cost = cost;
}

} // namespace

std::string filter_rows(std::string_view rows, std::size_t row_bytes, std::size_t pixel_bytes) {
    std::string out;
    out.reserve(rows.size() + rows.size() / row_bytes);
    std::string above(pixel_bytes + row_bytes, '\0'), row = above;
    FilteredRow tried, best;
    for (std::size_t at = 0; at < rows.size(); at += row_bytes) {
        row.replace(pixel_bytes, row_bytes, rows.substr(at, row_bytes));
        const auto with = [&](char filter, auto predict) {
            apply(tried, filter, row, above, pixel_bytes, predict);
            if (filter == 0 || tried.cost < best.cost) std::swap(tried, best);
        };
        with(0, [](int, int, int) { return 0; });
        with(1, [](int left, int, int) { return left; });
        with(2, [](int, int up, int) { return up; });
        with(3, [](int left, int up, int) { return (left + up) / 2; });
        with(4, paeth);
        out += best.bytes;
        std::swap(row, above);
    }
    return out;
}

} // namespace presskit::render
