// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/packed_text.hpp"

#include <catch2/catch.hpp>

using presskit::PackedText;

TEST_CASE("packed text: comes back as it was put away") {
    CHECK(PackedText().text().empty());
    CHECK(PackedText("").text().empty());
    const std::string zeros(3, '\0');
    CHECK(PackedText(zeros).text() == zeros);
    std::string rows;
    for (int i = 0; i < 5'000; ++i)
        rows +=
            "{\"id\": \"al-" + std::to_string(i * 7'919 % 5'000) + "\", \"title\": \"Shqipëri\"}\n";
    CHECK(PackedText(rows).text() == rows);
    const PackedText copy = PackedText(rows);
    CHECK(copy.text() == copy.text());
}
