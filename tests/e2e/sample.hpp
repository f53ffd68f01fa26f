// SPDX-License-Identifier: Apache-2.0
/// The sample campaign, built once by the real program and unpacked, for all tests that read it.
#pragma once

#include "tests/e2e/workbench.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace presskit::e2e {

/// The sample campaign's folder.
std::filesystem::path sample_campaign();

/// The countries and languages of its kits, in the campaign's order: "al-sq".
const std::vector<std::string>& sample_kits();

/// A campaign that was built: its outputs, and each kit unpacked by unzip below `unpacked`.
struct BuiltSample {
    BuiltSample();
    TempFolder folder;
    Run build;
    std::filesystem::path out() const { return folder.path("out"); }
    std::filesystem::path zip(const std::string& kit) const;
    std::filesystem::path unpacked(const std::string& kit) const;
};

const BuiltSample& built_sample();

/// As sha256sum says it.
std::string sha256_of(const std::filesystem::path& path);

/// Name and bytes of every file below a folder.
std::map<std::string, std::string> files_below(const std::filesystem::path& folder);

} // namespace presskit::e2e
