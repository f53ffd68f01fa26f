// SPDX-License-Identifier: Apache-2.0
/// The shapes of an SVG as paths. SVG 1.1 9.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/vector_path.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace presskit::load {

/// Attribute values by name, as an XML parser gives them: names and values by turns, then a null.
class SvgAttributes {
  public:
    explicit SvgAttributes(const char** pairs) : pairs_(pairs) {}

    std::string_view find(std::string_view name) const {
        for (const char** at = pairs_; *at != nullptr; at += 2)
            if (name == at[0]) return at[1];
        return {};
    }
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (const char** at = pairs_; *at != nullptr; at += 2) visit(at[0], at[1]);
    }
    /// A length that is nought if it is not there.
    std::optional<Length> length(std::string_view name) const;

  private:
    const char** pairs_;
};

/// Whether `attribute` says where the points of `element` are.
bool is_svg_geometry(std::string_view element, std::string_view attribute);

bool is_svg_shape(std::string_view element);

/// None if the shape is at fault. Requires: is_svg_shape.
std::optional<std::vector<PathSegment>> svg_shape(std::string_view element, const SvgAttributes& attributes);

} // namespace presskit::load
