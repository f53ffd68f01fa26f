// SPDX-License-Identifier: Apache-2.0
// What a browser's accessibility tests and the Nu checker find in the sample's HTML: nothing.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace presskit::e2e;

TEST_CASE("pages: axe-core and the Nu checker find nothing in documents and a kit's page") {
    std::string command = "python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/check_html.py") + " " +
                          quoted(PRESSKIT_SOURCE_DIR "/tests/web/node_modules");
    for (const char* file : {"region-ar/01-press-release-ar.html", "region-ar/index.html",
                             "al-sq/02-recommendations-albania-sq.html", "region-en/03-legal-guide-en.html"}) {
        const std::string path = file;
        const std::size_t slash = path.find('/');
        command += " " + quoted((built_sample().unpacked(path.substr(0, slash)) / path.substr(slash + 1)).string());
    }
    check_nothing_found(run(command));
}

TEST_CASE("pages: nothing in a kit is wider than a screen of 320, 640 or 800 pixels") {
    std::string files;
    for (const char* kit : {"region-ar", "region-de", "rs-sr-Cyrl", "mk-sq"})
        for (const auto& entry : std::filesystem::directory_iterator(built_sample().unpacked(kit)))
            if (entry.path().extension() == ".html") files += " " + quoted(entry.path().string());
    check_nothing_found(run_in_node("reflow.mjs", files));
}
