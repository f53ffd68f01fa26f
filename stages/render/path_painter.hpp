// SPDX-License-Identifier: Apache-2.0
/// Paths as operators, and the part of the graphics state that they need. ISO 32000-1 8.4, 8.5.
#pragma once

#include "stages/model/page.hpp"

#include <string>

namespace presskit::render {

/// Writes the paths of one page. What the page's state already says is not said again.
class PathPainter {
  public:
    PathPainter(std::string& out, Length page_height) : out_(out), page_height_(page_height) {}

    /// The colour of what is filled next, text included.
    void set_fill(Color color);
    void paint(const Rectangle& rectangle);
    void paint(const Stroke& stroke);
    void paint(const VectorPath& path);

    /// Writes a place's two numbers.
    void point(Point place);
    void drawn(Point place);

  private:
    void set_stroke(const PathStroke& stroke);
    void set_dashes(const std::vector<Length>& dashes);
    void segment(const PathSegment& segment);

    std::string& out_;
    Length page_height_;
    Color fill_;                                ///< a page begins in black,
    PathStroke stroke_{{}, {1000}, {}, {}, {}}; ///< with lines of 1 pt (ISO 32000-1 table 52)
};

/// The smallest box around all points of `path` and half its line's width.
Box extent_of(const VectorPath& path);

} // namespace presskit::render
