// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/sample.hpp"

namespace presskit::e2e {
namespace fs = std::filesystem;
namespace {

std::string name_of(const std::string& kit) { return "exploited-in-plain-sight-" + kit + "-1.0.0"; }

} // namespace

fs::path sample_campaign() {
    return fs::path(PRESSKIT_SOURCE_DIR) / "inputs/exploited-in-plain-sight";
}

const std::vector<std::string>& sample_kits() {
    static const std::vector<std::string> kits{
        "al-sq",      "al-en",      "ba-bs",  "ba-hr",     "ba-sr-Cyrl", "ba-en", "xk-sq",
        "xk-sr-Latn", "xk-en",      "me-cnr", "me-en",     "mk-mk",      "mk-sq", "mk-en",
        "rs-sr-Cyrl", "rs-sr-Latn", "rs-en",  "region-en", "region-de",
        "region-ar"};
    return kits;
}

fs::path BuiltSample::zip(const std::string& kit) const { return out() / (name_of(kit) + ".zip"); }
fs::path BuiltSample::unpacked(const std::string& kit) const {
    return folder.path("unpacked/" + name_of(kit));
}

BuiltSample::BuiltSample()
    : build(run(std::string(PRESSKIT_PROGRAM) + " build --previews " + quoted(sample_campaign()) + " --out " +
                quoted(out()))) {
    for (const std::string& kit : sample_kits())
        run("unzip -q " + quoted(zip(kit)) + " -d " + quoted(folder.path("unpacked")));
}

const BuiltSample& built_sample() {
    static const BuiltSample sample;
    return sample;
}

std::string sha256_of(const fs::path& path) {
    return run("sha256sum " + quoted(path)).out.substr(0, 64);
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> all;
    if (!fs::exists(folder)) return all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            all[entry.path().lexically_relative(folder).string()] = bytes_of(entry.path());
    return all;
}

} // namespace presskit::e2e
