// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/screen_pictures.hpp"

#include "stages/pictures/pictures.hpp"

namespace presskit::cli {
namespace {

constexpr std::uint32_t widest_on_screen = 1'200; ///< pixels; a card is no wider

} // namespace

const Raster* ScreenPictures::find(const std::string& path) {
    const auto image = images_.find(path);
    if (image == images_.end()) return nullptr;
    const std::scoped_lock lock(mutex_);
    const auto [entry, is_new] = decoded_.try_emplace(path);
    if (is_new) entry->second = pictures::pixels_of(image->second, widest_on_screen);
    return entry->second ? &*entry->second : nullptr;
}

} // namespace presskit::cli
