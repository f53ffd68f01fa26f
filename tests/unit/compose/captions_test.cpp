// SPDX-License-Identifier: Apache-2.0
// Captions of pictures with what says whose they are.
#include "stages/model/plain_text.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

TEST_CASE("captions: whose a picture is stands behind the caption as a sentence of its own") {
    CHECK(with_credit("Six houses.", "Image: A") == "Six houses. Image: A");
    CHECK(with_credit("Six houses", "Image: A") == "Six houses. Image: A");
    CHECK(with_credit("Whose?", "Image: A") == "Whose? Image: A");
    CHECK(with_credit("She said: “Six.”", "Image: A") == "She said: “Six.” Image: A");
    CHECK(with_credit("« Six »", "Image : A") == "« Six ». Image : A");
    CHECK(with_credit("", "Image: A") == "Image: A");
    CHECK(with_credit("Six houses", "") == "Six houses");
}
