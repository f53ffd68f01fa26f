// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/brand_style.hpp"

namespace presskit::publish {

std::string brand_style(const std::map<std::string, std::string>& colours) {
    std::string ground, page;
    for (const auto& [role, colour] : colours)
        (role.starts_with("accent") ? ground : page).append(" --" + role + ": " + colour + ";");
    return "@media screen {\n:root {" + ground + " }\n}\n" +
           "@media screen and (prefers-color-scheme: light) {\n:root {" + page + " }\n}\n";
}

} // namespace presskit::publish
