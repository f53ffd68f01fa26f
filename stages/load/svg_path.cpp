// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_path.hpp"

#include "stages/load/svg_arc.hpp"
#include "stages/load/svg_values.hpp"

#include <algorithm>
#include <array>

namespace presskit::load {
namespace {

/// How many numbers each command takes.
struct Command {
    char name;
    std::size_t numbers;
};
constexpr std::array<Command, 10> commands{
    {{'M', 2}, {'L', 2}, {'H', 1}, {'V', 1}, {'C', 6}, {'S', 4}, {'Q', 4}, {'T', 2}, {'A', 7}, {'Z', 0}}};

class PathReader {
  public:
    explicit PathReader(std::string_view text) : text_(text) {}

    std::optional<std::vector<PathSegment>> read() {
        skip();
        while (!text_.empty()) {
            if (out_.size() > max_path_segments || !read_command()) return std::nullopt;
            skip();
        }
        drop_lone_move();
        return std::move(out_);
    }

  private:
    void skip() {
        while (!text_.empty() && std::string_view(" \t\r\n,").find(text_.front()) != std::string_view::npos)
            text_.remove_prefix(1);
    }

    bool read_command() {
        const char letter = text_.front();
        const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 0x20) : letter;
        const auto known = std::ranges::find(commands, upper, &Command::name);
        if (known != commands.end()) {
            text_.remove_prefix(1);
            command_ = *known;
            relative_ = letter != upper;
        } else if (command_.numbers == 0) {
            return false; // neither a command nor further numbers of one
        } else if (command_.name == 'M') {
            command_.name = 'L'; // SVG 1.1 8.3.2: further pairs are lines
        }
        std::array<std::int64_t, 7> numbers{};
        for (std::size_t i = 0; i < command_.numbers; ++i) {
            const bool is_flag = command_.name == 'A' && (i == 3 || i == 4);
            const auto number = is_flag ? take_flag() : take_number(text_);
            if (!number) return false;
            numbers[i] = *number;
        }
        return run(numbers);
    }

    /// One digit, after which the next number may begin at once. SVG 1.1 8.3.9.
    std::optional<std::int64_t> take_flag() {
        skip();
        if (!text_.starts_with('0') && !text_.starts_with('1')) return std::nullopt;
        const std::int64_t flag = text_.front() - '0';
        text_.remove_prefix(1);
        skip();
        return flag;
    }

    bool run(const std::array<std::int64_t, 7>& n) {
        const auto point = [&](std::size_t i) {
            const Point p{{n[i]}, {n[i + 1]}};
            return relative_ ? Point{pen_.x + p.x, pen_.y + p.y} : p;
        };
        if (out_.empty() && command_.name != 'M') return false;
        const Point reflected{pen_.x * 2 - control_.x, pen_.y * 2 - control_.y};
        switch (command_.name) {
        case 'M': move(point(0)); return true;
        case 'L': return line(point(0));
        case 'H': return line({relative_ ? pen_.x + Length{n[0]} : Length{n[0]}, pen_.y});
        case 'V': return line({pen_.x, relative_ ? pen_.y + Length{n[0]} : Length{n[0]}});
        case 'C': return curve(point(0), point(2), point(4));
        case 'S': return curve(last_ == 'C' || last_ == 'S' ? reflected : pen_, point(0), point(2));
        case 'Q': return quadratic(point(0), point(2));
        case 'T': return quadratic(last_ == 'Q' || last_ == 'T' ? reflected : pen_, point(0));
        case 'A': return arc({pen_, point(5), {n[0]}, {n[1]}, n[2], n[3] != 0, n[4] != 0});
        default: break;
        }
        begin_if_closed();
        out_.push_back(ClosePath{});
        pen_ = begin_;
        last_ = 'Z';
        return true;
    }

    void drop_lone_move() {
        if (!out_.empty() && std::holds_alternative<MoveTo>(out_.back())) out_.pop_back();
    }
    void move(Point to) {
        drop_lone_move();
        out_.push_back(MoveTo{to});
        pen_ = begin_ = to;
        last_ = 'M';
    }
    /// After a closed subpath the next begins where that began.
    void begin_if_closed() {
        if (std::holds_alternative<ClosePath>(out_.back())) out_.push_back(MoveTo{pen_});
    }
    bool line(Point to) {
        begin_if_closed();
        out_.push_back(LineTo{to});
        pen_ = to;
        last_ = 'L';
        return is_near(to);
    }
    bool curve(Point first, Point second, Point to) {
        begin_if_closed();
        out_.push_back(CurveTo{first, second, to});
        pen_ = to;
        control_ = second;
        last_ = 'C';
        return is_near(first) && is_near(second) && is_near(to);
    }
    bool quadratic(Point control, Point to) {
        const auto third = [](Length from, Length towards) { return scaled(from + towards * 2, 1, 3); };
        const Point first{third(pen_.x, control.x), third(pen_.y, control.y)};
        const Point second{third(to.x, control.x), third(to.y, control.y)};
        const bool near = curve(first, second, to);
        control_ = control;
        last_ = 'Q';
        return near;
    }
    bool arc(const SvgArc& arc) {
        if (!is_near(arc.to)) return false;
        const auto curves = curves_of(arc);
        if (!curves) return false;
        begin_if_closed();
        out_.insert(out_.end(), curves->begin(), curves->end());
        pen_ = arc.to;
        last_ = 'A';
        return true;
    }
    static bool is_near(Point p) {
        const Length most{max_svg_units * 1000};
        return -most <= p.x && p.x <= most && -most <= p.y && p.y <= most;
    }

    std::string_view text_;
    std::vector<PathSegment> out_;
    Command command_{'Z', 0};
    bool relative_ = false;
    Point pen_, begin_, control_;
    char last_ = 'Z';
};

} // namespace

std::optional<std::vector<PathSegment>> parse_path(std::string_view text) {
    return PathReader(text).read();
}

std::vector<PathSegment> ellipse(Point centre, Length across, Length down) {
    // The distance of a control point from a quarter circle's end, for a radius of one.
    constexpr std::int64_t kappa = 552'285, whole = 1'000'000;
    const Length kx = scaled(across, kappa, whole), ky = scaled(down, kappa, whole);
    const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
    return {MoveTo{at(across, {})},
            CurveTo{at(across, ky), at(kx, down), at({}, down)},
            CurveTo{at(-kx, down), at(-across, ky), at(-across, {})},
            CurveTo{at(-across, -ky), at(-kx, -down), at({}, -down)},
            CurveTo{at(kx, -down), at(across, -ky), at(across, {})},
            ClosePath{}};
}

} // namespace presskit::load
