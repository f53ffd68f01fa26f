// SPDX-License-Identifier: Apache-2.0
/// Pictures with more pixels than print can show, made smaller by whole factors.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/render/png.hpp"

#include <cstdint>

namespace presskit::render {

/// By what a side of `pixels` that is shown `length` long can be divided and keep 290 pixels an inch:
/// print takes 300, and nobody sees the difference. 1 where nothing is to spare.
std::uint32_t spare_factor(std::uint32_t pixels, Length length);

/// Each square of `factor` by `factor` pixels becomes one, their average; colours weigh by their alpha.
void shrink(Pixels& pixels, std::uint32_t factor);

} // namespace presskit::render
