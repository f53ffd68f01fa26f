// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_arc.hpp"

#include "stages/load/svg_values.hpp"

#include <algorithm>

namespace presskit::load {
namespace {

/// Coordinates where the ellipse is a circle with this radius about the origin.
constexpr std::int64_t unit = 1'000'000;

struct Vector {
    std::int64_t x = 0, y = 0;
    Vector operator+(Vector other) const { return {x + other.x, y + other.y}; }
    Vector operator-(Vector other) const { return {x - other.x, y - other.y}; }
    Vector operator-() const { return {-x, -y}; }
    /// By numerator / denominator.
    Vector times(std::int64_t numerator, std::int64_t denominator) const {
        return {scaled({x}, numerator, denominator).millipoints, scaled({y}, numerator, denominator).millipoints};
    }
};

std::int64_t square_root(std::int64_t square) {
    std::int64_t root = 0;
    for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1)
        if ((root + bit) <= square / (root + bit)) root += bit;
    return root;
}

std::int64_t length(Vector v) { return square_root(v.x * v.x + v.y * v.y); }

Vector turned(Vector v, std::int64_t cosine, std::int64_t sine) {
    return {(v.x * cosine - v.y * sine) / unit, (v.x * sine + v.y * cosine) / unit};
}

class ArcWriter {
  public:
    ArcWriter(const SvgArc& arc, Length across, Length down, Vector first)
        : arc_(arc), angle_(svg_angle(arc.turn)), across_(across), down_(down), first_(first), pen_(first) {}

    std::vector<PathSegment> write(Vector last) {
        for (int quarters = arc_.is_large ? 2 : 0; quarters > 0; --quarters) quarter();
        if (pen_.x * last.x + pen_.y * last.y < 0) quarter();
        const Vector chord = last - pen_;
        // Of half the angle; the controls' distance is 4/3 of the tangent of its quarter.
        const std::int64_t sine = length(chord) / 2;
        const std::int64_t cosine = square_root(std::max<std::int64_t>(unit * unit - sine * sine, 0));
        curve(last, 4 * sine * unit / (3 * (unit + cosine)));
        std::get<CurveTo>(out_.back()).to = arc_.to;
        return std::move(out_);
    }

  private:
    Vector ahead(Vector v) const { return arc_.is_clockwise ? Vector{-v.y, v.x} : Vector{v.y, -v.x}; }
    void quarter() { curve(ahead(pen_), 552'285); }
    void curve(Vector to, std::int64_t distance) {
        out_.push_back(CurveTo{place(pen_ + ahead(pen_).times(distance, unit)),
                               place(to - ahead(to).times(distance, unit)), place(to)});
        pen_ = to;
    }
    Point place(Vector v) const {
        const Vector from_start = v - first_;
        const Vector moved = turned({scaled(across_, from_start.x, unit).millipoints,
                                     scaled(down_, from_start.y, unit).millipoints},
                                    angle_.cosine, angle_.sine);
        return {arc_.from.x + Length{moved.x}, arc_.from.y + Length{moved.y}};
    }

    const SvgArc& arc_;
    SvgAngle angle_;
    Length across_, down_;
    Vector first_, pen_; ///< on the circle
    std::vector<PathSegment> out_;
};

} // namespace

std::optional<std::vector<PathSegment>> curves_of(const SvgArc& arc) {
    if (arc.from == arc.to) return std::vector<PathSegment>{};
    Length across = std::max(arc.across, -arc.across), down = std::max(arc.down, -arc.down);
    if (across == Length{} || down == Length{}) return std::vector<PathSegment>{LineTo{arc.to}};
    const SvgAngle angle = svg_angle(arc.turn);
    const Vector straight = turned({(arc.to.x - arc.from.x).millipoints, (arc.to.y - arc.from.y).millipoints},
                                   angle.cosine, -angle.sine);
    Vector chord{straight.x * unit / across.millipoints, straight.y * unit / down.millipoints};
    const std::int64_t most = 2'000 * unit;
    if (std::max({chord.x, -chord.x, chord.y, -chord.y}) > most) return std::nullopt;
    std::int64_t distance = length(chord);
    if (distance > 2 * unit) {
        across = scaled(across, distance, 2 * unit);
        down = scaled(down, distance, 2 * unit);
        chord = chord.times(2 * unit, distance);
        distance = 2 * unit;
    }
    if (distance == 0) return std::vector<PathSegment>{LineTo{arc.to}};
    const std::int64_t rest =
        square_root(std::max<std::int64_t>(unit * unit - distance * distance / 4, 0));
    const Vector across_chord = Vector{-chord.y, chord.x}.times(rest, distance);
    const Vector middle{chord.x / 2, chord.y / 2};
    const Vector centre = arc.is_large != arc.is_clockwise ? middle + across_chord : middle - across_chord;
    return ArcWriter(arc, across, down, -centre).write(chord - centre);
}

} // namespace presskit::load
