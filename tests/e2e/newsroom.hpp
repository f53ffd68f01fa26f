// SPDX-License-Identifier: Apache-2.0
/// A small campaign, its kits and its site, in a folder of their own.
#pragma once

#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace presskit::e2e {

struct Newsroom {
    TempFolder folder;
    explicit Newsroom(const std::string& more = "") {
        Files files = small_campaign();
        files["campaign.yaml"] += more;
        write_campaign(folder, files);
    }
    Run build(const std::string& arguments = "") const {
        return run_presskit(folder, "build c --out out " + arguments);
    }
    Run publish(const std::string& arguments = "") const {
        return run_presskit(folder, "publish out " + arguments);
    }
    std::string current() const { return std::filesystem::read_symlink(folder.path("site/current")).string(); }
    /// Other kits: the next publish has something to add.
    void change() const {
        std::string text = folder.read("c/campaign.yaml");
        text.replace(text.find("Example"), 7, "Another");
        folder.write("c/campaign.yaml", text);
        REQUIRE(build().status == 0);
    }
};

} // namespace presskit::e2e
