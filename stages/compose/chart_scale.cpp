// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart_scale.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::compose {
namespace {

/// The largest range whose product with a page's width fits 64 bits by far.
constexpr std::int64_t fine_range = 1'000'000'000;

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const std::int64_t below = value / step * step;
    return below > value ? below - step : below;
}

std::int64_t ceiling_to(std::int64_t value, std::int64_t step) { return -floor_to(-value, step); }

/// The least of 1, 2, 5, 10, 20, 50, … that covers the range in so many steps.
std::int64_t round_step(std::int64_t least, std::int64_t greatest, int intervals) {
    for (std::int64_t power = 1;; power *= 10)
        for (const std::int64_t digit : {1, 2, 5}) {
            const std::int64_t step = digit * power;
            const std::int64_t range = ceiling_to(greatest, step) - floor_to(least, step);
            if (range / step <= intervals) return step;
        }
}

} // namespace

Length ChartScale::place(std::int64_t value, Length length) const {
    assert(low < high);
    std::int64_t range = high - low, part = std::clamp(value, low, high) - low;
    for (; range > fine_range; range /= 10) part /= 10;
    return scaled(length, part, range);
}

ChartScale scale_from_zero(std::int64_t least, std::int64_t greatest) {
    ChartScale scale{std::min<std::int64_t>(least, 0), std::max<std::int64_t>(greatest, 0), {}};
    if (scale.low == scale.high) scale.high = 1; // every bar is zero
    return scale;
}

ChartScale round_scale(std::int64_t least, std::int64_t greatest, int intervals) {
    const std::int64_t step = round_step(least, greatest, std::max(intervals, 2));
    ChartScale scale{floor_to(least, step), ceiling_to(greatest, step), {}};
    if (scale.low == scale.high) { // a single value stands in the middle
        scale.low -= step;
        scale.high += step;
    }
    for (std::int64_t at = scale.low; at <= scale.high; at += step) scale.ticks.push_back({at, at});
    return scale;
}

ChartScale year_scale(int first, int last, int intervals) {
    ChartScale scale = round_scale(first, last, intervals);
    for (ChartScale::Tick& tick : scale.ticks)
        tick.value = day_number(static_cast<int>(tick.label), 1, 1);
    scale.low = scale.ticks.front().value;
    scale.high = scale.ticks.back().value;
    return scale;
}

ChartValues::ChartValues(const Chart& chart) {
    for (const auto& row : chart.values)
        for (const ChartValue& value : row) see(value);
}

std::int64_t ChartValues::number(const ChartValue& value) const {
    if (const auto* plain = std::get_if<ChartNumber>(&value)) return plain->millis;
    const auto& date = std::get<ChartDate>(value);
    // Among days, a year is its middle; where all are years each begins at its tick.
    if (date.month == 0)
        return has_days_ ? day_number(date.year, 7, 1) : day_number(date.year, 1, 1);
    return day_number(date.year, date.month, date.day);
}

ChartScale ChartValues::scale(ChartKind kind, int intervals) const {
    if (dates) return year_scale(first_year_, has_days_ ? last_year_ + 1 : last_year_, intervals);
    if (kind == ChartKind::bar) return scale_from_zero(least, greatest);
    if (least != greatest) return round_scale(least, greatest, intervals);
    // A single value is seen against zero, and zero against one.
    const std::int64_t one = greatest == 0 ? 1'000 : greatest;
    return round_scale(std::min<std::int64_t>(one, 0), std::max<std::int64_t>(one, 0), intervals);
}

void ChartValues::see(const ChartValue& value) {
    if (const auto* plain = std::get_if<ChartNumber>(&value)) {
        least = any_ ? std::min(least, plain->millis) : plain->millis;
        greatest = any_ ? std::max(greatest, plain->millis) : plain->millis;
        percent = plain->percent;
        any_ = true;
    } else if (const auto* date = std::get_if<ChartDate>(&value)) {
        dates = true;
        has_days_ = has_days_ || date->month != 0;
        first_year_ = std::min(first_year_, date->year);
        last_year_ = std::max(last_year_, date->year);
    }
}

std::int64_t day_number(int year, int month, int day) {
    // Years that begin in March, so that the day that leap years add is their last.
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t months = (month + 9) % 12;
    const std::int64_t century = floor_to(y, 400) / 400, year_in = y - century * 400;
    const std::int64_t day_in =
        (153 * months + 2) / 5 + day - 1 + year_in * 365 + year_in / 4 - year_in / 100;
    return century * 146'097 + day_in - 719'468;
}

} // namespace presskit::compose
