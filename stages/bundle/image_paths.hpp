// SPDX-License-Identifier: Apache-2.0
/// Where pictures lie in a kit.
#pragma once

#include "stages/bundle/kit.hpp"

#include <string>
#include <vector>

namespace presskit::bundle {

/// Paths in the kit; `web` is empty where the picture has no copy for the web.
struct ImagePaths {
    std::string print, web;
};

/// `images/crowd.jpg` and `images/crowd-web.jpg`, with a number where two files would share a name.
std::vector<ImagePaths> image_paths(const std::vector<KitImage>& images);

} // namespace presskit::bundle
