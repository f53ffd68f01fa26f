// SPDX-License-Identifier: Apache-2.0
#include "stages/preview/path_points.hpp"

#include "stages/model/inline.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace presskit::preview {
namespace {

constexpr std::int64_t pieces_a_curve = 16;
constexpr std::int64_t most_dashes = 4'000;

/// The square root, rounded down; Newton's method from above.
std::int64_t root(std::int64_t square) {
    if (square < 2) return square;
    std::int64_t guess = square / 2 + 1;
    for (std::int64_t next = (guess + square / guess) / 2; next < guess;
         next = (guess + square / guess) / 2)
        guess = next;
    return guess;
}

std::int64_t distance(Place a, Place b) {
    const std::int64_t x = b.x - a.x, y = b.y - a.y;
    return root(x * x + y * y);
}

/// The point `part` of `whole` along a line.
Place between(Place a, Place b, std::int64_t part, std::int64_t whole) {
    return {a.x + (b.x - a.x) * part / whole, a.y + (b.y - a.y) * part / whole};
}

/// Bernstein's form, in integers.
Place on_curve(Place a, Place b, Place c, Place d, std::int64_t t) {
    constexpr std::int64_t n = pieces_a_curve;
    const std::int64_t u = n - t;
    const auto mix = [&](std::int64_t p, std::int64_t q, std::int64_t r, std::int64_t s) {
        return (u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s) / (n * n * n);
    };
    return {mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)};
}

/// The subpath's corners, with curves as short lines, and back to the first where it is closed.
std::vector<Place> corners_of(const Subpath& subpath) {
    std::vector<Place> corners;
    const auto& steps = subpath.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].is_control) {
            corners.push_back(steps[i].end);
            continue;
        }
        const Place from = corners.back();
        for (std::int64_t t = 1; t <= pieces_a_curve; ++t)
            corners.push_back(on_curve(from, steps[i].end, steps[i + 1].end, steps[i + 2].end, t));
        i += 2;
    }
    if (subpath.closed) corners.push_back(corners.front());
    return corners;
}

/// Cuts one line after another, marks and gaps by turns.
class Cutter {
  public:
    Cutter(const std::vector<std::int64_t>& dashes, std::vector<Subpath>& marks)
        : dashes_(dashes), marks_(marks), left_(dashes.front()) {}

    void begin(Place at) {
        index_ = 0;
        left_ = dashes_.front();
        at_ = at;
        open();
    }

    void line_to(Place end) {
        const Place from = at_;
        const std::int64_t length = distance(from, end);
        std::int64_t gone = 0;
        while (length - gone > left_) {
            gone += left_;
            at_ = between(from, end, gone, length);
            if (is_mark()) marks_.back().steps.push_back({at_});
            index_ = (index_ + 1) % (2 * dashes_.size());
            left_ = dashes_[index_ % dashes_.size()];
            open();
        }
        left_ -= length - gone;
        at_ = end;
        if (is_mark()) marks_.back().steps.push_back({at_});
    }

  private:
    bool is_mark() const { return index_ % 2 == 0; }
    void open() {
        if (is_mark()) marks_.push_back({{{at_}}, false});
    }

    const std::vector<std::int64_t>& dashes_;
    std::vector<Subpath>& marks_;
    std::size_t index_ = 0;
    std::int64_t left_;
    Place at_{};
};

} // namespace

std::vector<Subpath> subpaths_of(const VectorPath& path, const Scale& scale) {
    std::vector<Subpath> subpaths;
    const auto place = [&](const Point& p) { return Place{scale.parts(p.x, 64), scale.parts(p.y, 64)}; };
    const auto current = [&]() -> Subpath& {
        // After a line back, a subpath begins where the last one did.
        if (subpaths.back().closed) subpaths.push_back({{subpaths.back().steps.front()}, false});
        return subpaths.back();
    };
    for (const PathSegment& segment : path.segments)
        std::visit(overloaded{[&](const MoveTo& move) { subpaths.push_back({{{place(move.to)}}, false}); },
                              [&](const LineTo& line) { current().steps.push_back({place(line.to)}); },
                              [&](const CurveTo& curve) {
                                  auto& steps = current().steps;
                                  steps.push_back({place(curve.first_control), true});
                                  steps.push_back({place(curve.second_control), true});
                                  steps.push_back({place(curve.to)});
                              },
                              [&](const ClosePath&) { subpaths.back().closed = true; }},
                   segment);
    return subpaths;
}

std::vector<Subpath> dashed(const std::vector<Subpath>& subpaths,
                            const std::vector<std::int64_t>& dashes) {
    const std::int64_t period = std::accumulate(dashes.begin(), dashes.end(), std::int64_t{0});
    std::vector<std::vector<Place>> lines;
    std::int64_t length = 0;
    for (const Subpath& subpath : subpaths) {
        lines.push_back(corners_of(subpath));
        for (std::size_t i = 1; i < lines.back().size(); ++i)
            length += distance(lines.back()[i - 1], lines.back()[i]);
    }
    if (period <= 0 || length / period > most_dashes) return subpaths;
    std::vector<Subpath> marks;
    Cutter cutter(dashes, marks);
    for (const std::vector<Place>& line : lines) {
        cutter.begin(line.front());
        for (std::size_t i = 1; i < line.size(); ++i) cutter.line_to(line[i]);
    }
    return marks;
}

} // namespace presskit::preview
