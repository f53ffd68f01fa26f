// SPDX-License-Identifier: Apache-2.0
/// A campaign's pictures as pixels, for drawing pages: each decoded once, when a page first shows it.
#pragma once

#include "stages/model/campaign_image.hpp"
#include "stages/model/raster.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace presskit::cli {

/// May be used from several threads at once; the pictures must outlive it.
class ScreenPictures {
  public:
    explicit ScreenPictures(const std::map<std::string, CampaignImage>& images) : images_(images) {}

    /// Nothing for a path without pixels.
    const Raster* find(const std::string& path);

  private:
    const std::map<std::string, CampaignImage>& images_;
    std::mutex mutex_;
    std::map<std::string, std::optional<Raster>> decoded_;
};

} // namespace presskit::cli
