// SPDX-License-Identifier: Apache-2.0
// A build takes from earlier ones what would come out the same, and nothing else.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

/// A copy of the sample with a cache of its own.
struct CachedCampaign {
    TempFolder folder;

    CachedCampaign() { fs::copy(sample_campaign(), folder.path("c"), fs::copy_options::recursive); }

    Run build(const std::string& out, const std::string& more = "") const {
        const Run made = run(quoted(PRESSKIT_PROGRAM) + " build " + quoted(folder.path("c").string()) +
                             " --out " + quoted(folder.path(out).string()) + " --cache " +
                             quoted(folder.path("cache").string()) + " " + more);
        INFO(made.err);
        REQUIRE(made.status == 0);
        return made;
    }

    void edit(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = folder.read("c/" + file);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        folder.write("c/" + file, text.replace(at, from.size(), to));
    }
};

/// "52 of 52 documents …"; empty if none was taken.
std::string taken(const Run& build) {
    const std::size_t end = build.err.find(" documents are as an earlier run made them");
    if (end == std::string::npos) return "";
    const std::size_t line = build.err.rfind('\n', end);
    return build.err.substr(line == std::string::npos ? 0 : line + 1,
                            end - (line == std::string::npos ? 0 : line + 1));
}

} // namespace

TEST_CASE("cache: what did not change is not made again, and the kits are the same bytes") {
    const CachedCampaign campaign;
    CHECK(taken(campaign.build("first")).empty());
    CHECK(taken(campaign.build("second")) == "52 of 52");
    CHECK(files_below(campaign.folder.path("first")) == files_below(campaign.folder.path("second")));

    campaign.edit("texts/release/sq.md", "title: ", "title: Sot ");
    CHECK(taken(campaign.build("edited")) == "51 of 52");
    CHECK(taken(campaign.build("fresh", "--no-cache")).empty());
    CHECK(files_below(campaign.folder.path("edited")) == files_below(campaign.folder.path("fresh")));

    campaign.edit("campaign.yaml", "version: 1.0.0", "version: 1.0.1");
    CHECK(taken(campaign.build("version")).empty());
}

TEST_CASE("cache: documents of another brand, or of another order of bytes, are made") {
    const CachedCampaign campaign;
    campaign.build("first", "--only al/sq");
    CHECK(taken(campaign.build("brand", "--only al/sq --brand courier")).empty());
    CHECK(taken(campaign.build("linear", "--only al/sq --linearize")).empty());
    CHECK(taken(campaign.build("again", "--only al/sq")) == "3 of 3");
}

TEST_CASE("cache: a document that was not verified is not taken for one that was") {
    const CachedCampaign campaign;
    campaign.build("first", "--only al/sq --no-verify");
    CHECK(taken(campaign.build("second", "--only al/sq")).empty());
}

TEST_CASE("cache: what was damaged there, or cannot be kept there, is made as if there were none") {
    const CachedCampaign campaign;
    campaign.build("first", "--only al/sq");
    for (const auto& entry : fs::recursive_directory_iterator(campaign.folder.path("cache"))) {
        if (!entry.is_regular_file()) continue;
        std::string bytes = bytes_of(entry.path());
        bytes[bytes.size() / 2] = static_cast<char>(~bytes[bytes.size() / 2]);
        const fs::path name = entry.path().lexically_relative(campaign.folder.path());
        campaign.folder.write(name.string(), bytes);
    }
    CHECK(taken(campaign.build("damaged", "--only al/sq")).empty());
    CHECK(files_below(campaign.folder.path("first")) == files_below(campaign.folder.path("damaged")));

    fs::remove_all(campaign.folder.path("cache"));
    campaign.folder.write("cache", "a file is no folder");
    CHECK(taken(campaign.build("nowhere", "--only al/sq")).empty());
    CHECK(files_below(campaign.folder.path("first")) == files_below(campaign.folder.path("nowhere")));
}

TEST_CASE("cache: an embargo that passes makes every document anew") {
    const CachedCampaign campaign;
    campaign.edit("campaign.yaml", "version: 1.0.0",
                  "version: 1.0.0\nembargo: {until: \"2031-05-18T10:00\", zone: Europe/Vienna}");
    campaign.build("before", "--only al/sq --now 2031-05-18T07:59Z");
    CHECK(taken(campaign.build("after", "--only al/sq --now 2031-05-18T08:00Z")).empty());
    CHECK(taken(campaign.build("later", "--only al/sq --now 2031-06-01T08:00Z")) == "3 of 3");
}
