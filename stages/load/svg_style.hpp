// SPDX-License-Identifier: Apache-2.0
/// How shapes of an SVG look: its presentation attributes, `style` and the classes of its style sheet,
/// which all say the same in three ways.
#pragma once

#include "stages/load/svg_values.hpp"
#include "stages/model/vector_path.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::load {

/// What an element hands down to those inside it.
struct SvgState {
    SvgTransform transform;
    std::optional<Color> fill = Color{};
    FillRule fill_rule = FillRule::nonzero_winding;
    PathStroke stroke{{}, Length{1'000}, LineCap::butt, LineJoin::miter, {}};
    bool is_stroked = false;
    bool fill_shows = true, stroke_shows = true; ///< not of opacity 0
    bool is_hidden = false;                      ///< those inside may show again
    bool is_gone = false;                        ///< with all inside
    Color color;                                 ///< what `currentColor` stands for
};

enum class SvgReading {
    taken,   ///< it is in the state, or changes nothing of what is drawn
    unknown, ///< no property that is known here
    refused  ///< a known property with a value that is not drawn
};

/// Takes one property, `transform` included, into `state`. SVG 1.1 11, 7.6; CSS names are the same.
SvgReading read_svg_property(SvgState& state, std::string_view name, std::string_view value);

/// `fill: #0b4f5c; stroke: none`, one declaration after another; gives the first that is not drawn.
/// Properties that are unknown are not drawn, either.
std::optional<std::string> read_svg_declarations(SvgState& state, std::string_view text);

/// The rules of an SVG's `style` element: `.a, .b { fill: #0b4f5c }`. CSS 2.1 4.1.7, of selectors only
/// single classes.
class SvgStyleSheet {
  public:
    /// Gives what is not understood; none if all is.
    std::optional<std::string> add(std::string_view text);
    /// As read_svg_declarations, of all rules for one of `classes`, in the order of the sheet. CSS 2.1 6.4.1.
    std::optional<std::string> apply(SvgState& state, std::string_view classes) const;

  private:
    std::vector<std::pair<std::string, std::string>> rules_; ///< class and declarations
};

} // namespace presskit::load
