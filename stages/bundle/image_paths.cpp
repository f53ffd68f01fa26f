// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/image_paths.hpp"

#include "pipeline/base/text.hpp"
#include "stages/bundle/entry_name.hpp"

#include <algorithm>
#include <set>

namespace presskit::bundle {
namespace {

/// Names on systems that tell no capitals from small letters.
class TakenNames {
  public:
    std::string take(const std::string& name, const std::string& addition = {}) {
        const std::size_t dot = std::min(name.rfind('.'), name.size());
        const std::string stem = "images/" + name.substr(0, dot) + addition;
        const std::string extension = name.substr(dot);
        std::string candidate = stem + extension;
        for (int count = 2; !taken_.insert(lower_ascii(candidate)).second; ++count)
            candidate = stem + "-" + std::to_string(count) + extension;
        return candidate;
    }

  private:
    std::set<std::string> taken_;
};

std::string portable_name(const KitImage& image) {
    const std::string& path = image.image->path;
    return to_portable_name(std::string_view(path).substr(path.rfind('/') + 1));
}

} // namespace

std::vector<ImagePaths> image_paths(const std::vector<KitImage>& images) {
    TakenNames names;
    std::vector<ImagePaths> paths;
    for (const KitImage& image : images) paths.push_back({names.take(portable_name(image)), {}});
    for (std::size_t i = 0; i < images.size(); ++i)
        if (images[i].image->web) paths[i].web = names.take(portable_name(images[i]), "-web");
    return paths;
}

} // namespace presskit::bundle
