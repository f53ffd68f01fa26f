// SPDX-License-Identifier: Apache-2.0
/// From values to places on a chart. Integers only, so that a bar is as long on every machine.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/chart.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

/// A line of numbers from `low` to `high`, greater than `low`.
struct ChartScale {
    struct Tick {
        std::int64_t value = 0; ///< on the scale
        std::int64_t label = 0; ///< what is written there: thousandths, or a year
    };
    std::int64_t low = 0, high = 1;
    std::vector<Tick> ticks;

    /// How far along a line of this length `value` lies.
    Length place(std::int64_t value, Length length) const;
};

/// A scale for bars, which begins or ends at zero if no bar lies on its other side. No ticks: each
/// bar says its value.
ChartScale scale_from_zero(std::int64_t least, std::int64_t greatest);

/// A scale around values with ticks at round numbers, about `intervals` of them apart and never
/// more.
ChartScale round_scale(std::int64_t least, std::int64_t greatest, int intervals);

/// A scale of days with ticks at the first days of round years, which hold the years from `first`
/// to `last`.
ChartScale year_scale(int first, int last, int intervals);

/// The values of a chart as whole numbers on one scale: thousandths, or days.
class ChartValues {
  public:
    explicit ChartValues(const Chart& chart);

    std::int64_t number(const ChartValue& value) const;
    ChartScale scale(ChartKind kind, int intervals) const;

    bool dates = false, percent = false;
    std::int64_t least = 0, greatest = 0; ///< of numbers

  private:
    void see(const ChartValue& value);

    bool any_ = false, has_days_ = false;
    int first_year_ = 9999, last_year_ = 0;
};

/// Days since 1970-01-01, in the Gregorian calendar carried on both ways.
std::int64_t day_number(int year, int month, int day);

} // namespace presskit::compose
