// SPDX-License-Identifier: Apache-2.0
/// A brand whose lines stand closer, for a document that would run a few lines over.
#pragma once

#include "stages/model/brand.hpp"

namespace presskit::compose {

/// The same brand with all leading, white between blocks, grid and padding smaller by `per_mille`, so
/// that the rhythm of its pages stays. Sizes of type, margins and pictures are as they were.
Brand with_closer_lines(const Brand& brand, int per_mille);

} // namespace presskit::compose
