// SPDX-License-Identifier: Apache-2.0
// The sample's PDFs are small enough for a phone abroad, and the log says what their bytes are for.
#include "tests/e2e/sample.hpp"
#include "tests/e2e/workbench.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

struct Looks {
    std::size_t bytes = 0, pages = 0, fonts = 0;
};

/// As pdfinfo and pdffonts see a file.
Looks looks_of(const fs::path& pdf) {
    const std::string info = run("pdfinfo " + quoted(pdf.string())).out;
    const std::string fonts = run("pdffonts " + quoted(pdf.string())).out;
    const auto lines = static_cast<std::size_t>(std::ranges::count(fonts, '\n'));
    return {fs::file_size(pdf), std::stoul(info.substr(info.find("Pages:") + 6)),
            lines < 2 ? 0 : lines - 2};
}

std::size_t above(std::size_t number, std::size_t usual) { return number > usual ? number - usual : 0; }

} // namespace

TEST_CASE("sizes: two pages with four fonts stay below 40 kB, twelve pages below 120 kB") {
    std::size_t seen = 0;
    for (const std::string& kit : sample_kits())
        for (const auto& entry : fs::recursive_directory_iterator(built_sample().unpacked(kit))) {
            if (entry.path().extension() != ".pdf") continue;
            const Looks looks = looks_of(entry.path());
            const bool is_long = looks.pages > 6;
            INFO(entry.path().filename() << ": " << looks.pages << " pages, " << looks.fonts << " fonts");
            // A font more is 5 or 6 kB more (Arabic has the larger ones), a page of the guide 9.
            const std::size_t bound =
                is_long ? 120'000 + 9'000 * above(looks.pages, 12) + 5'000 * above(looks.fonts, 7)
                        : 40'000 + 5'000 * above(looks.pages, 2) + 6'000 * above(looks.fonts, 4);
            CHECK(looks.bytes < bound);
            ++seen;
        }
    CHECK(seen >= 2 * sample_kits().size());
}

TEST_CASE("sizes: the log adds up what the bytes of all PDFs are spent on") {
    const TempFolder folder;
    write_campaign(folder, small_campaign());
    const Run built = run("cd " + quoted(folder.path().string()) + " && " + quoted(PRESSKIT_PROGRAM) +
                          " --log-format json build c --out out");
    REQUIRE(built.status == 0);
    std::size_t documents = 0, bytes = 0, total = 0;
    std::istringstream lines(built.err);
    for (std::string line; std::getline(lines, line);) {
        const Json event = Json::parse(line);
        if (event["event"] != "sizes") continue;
        std::size_t parts = 0;
        for (const char* part : {"fonts", "content", "structure", "images", "attachments", "other"})
            parts += event[part].get<std::size_t>();
        CHECK(parts == event["bytes"]);
        if (event["total"]) {
            total = parts;
            CHECK(event["documents"] == documents);
        } else {
            bytes += parts;
            ++documents;
        }
    }
    CHECK(documents >= 1);
    CHECK(total == bytes);
}
