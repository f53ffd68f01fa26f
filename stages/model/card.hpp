// SPDX-License-Identifier: Apache-2.0
/// The picture that social media show where a release is linked.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/model/page.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace presskit {

/// What the networks ask for: pixels, 1.91 to 1. A card's page has as many points.
inline constexpr std::uint32_t card_width = 1'200, card_height = 630;

/// `words` are all that stands on it, in reading order: its alternative text.
struct Card {
    Page page;
    std::string words;
};

inline constexpr std::string_view card_extension = ".card.png";

/// The name of a document's card; `pdf_name` is that of its PDF.
inline std::string card_name(std::string_view pdf_name) {
    pdf_name.remove_suffix(pdf_name.ends_with(".pdf") ? 4 : 0);
    return std::string(pdf_name).append(card_extension);
}

/// Where a card lies on a download site: under a name that no other picture has.
inline std::string card_path(const Digest& digest) {
    return "cards/" + to_hex(digest).substr(0, 32) + ".png";
}

} // namespace presskit
