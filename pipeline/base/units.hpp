// SPDX-License-Identifier: Apache-2.0
/// Length, the one unit of layout. Layout is integer arithmetic, so no rounding mode, compiler or
/// libm can move a line break from one machine to the next; decimal text is made only by render.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace presskit {

/// A distance on the page in thousandths of a point (1 pt = 1/72 inch).
struct Length {
    std::int64_t millipoints = 0;

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return {-millipoints}; }
    constexpr Length& operator+=(Length other) {
        millipoints += other.millipoints;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        millipoints -= other.millipoints;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return {a.millipoints + b.millipoints}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.millipoints - b.millipoints}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return {a.millipoints * n}; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return {a.millipoints / n}; }
};

/// A Length in half the bytes, for what a document has very many of. It holds two million points either
/// way; what is longer, as no page is, becomes that.
class ShortLength {
  public:
    constexpr ShortLength() = default;
    constexpr ShortLength(Length length)
        : millipoints_(static_cast<std::int32_t>(std::clamp<std::int64_t>(length.millipoints, -longest, longest))) {}
    constexpr operator Length() const { return {millipoints_}; }
    constexpr auto operator<=>(const ShortLength&) const = default;
    friend constexpr bool operator==(ShortLength a, Length b) { return Length(a) == b; }
    friend constexpr auto operator<=>(ShortLength a, Length b) { return Length(a) <=> b; }

  private:
    static constexpr std::int64_t longest = 2'000'000'000;
    std::int32_t millipoints_ = 0;
};

/// `a * numerator / denominator`, rounded to nearest; the product must fit 64 bits.
constexpr Length scaled(Length a, std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t product = a.millipoints * numerator;
    const std::int64_t half = denominator / 2;
    return {(product >= 0 ? product + half : product - half) / denominator};
}

namespace literals {
constexpr Length operator""_pt(unsigned long long n) { return {static_cast<std::int64_t>(n) * 1000}; }
constexpr Length operator""_mm(unsigned long long n) {
    return {static_cast<std::int64_t>(n) * 7'200'000 / 2540};
}
} // namespace literals

/// A point on a page: `x` from the left edge, `y` downwards from the top edge.
struct Point {
    Length x, y;
    auto operator<=>(const Point&) const = default;
};

/// A rectangle on a page, from its top left corner.
struct Box {
    Length x, y, width, height;
    auto operator<=>(const Box&) const = default;
};

} // namespace presskit
