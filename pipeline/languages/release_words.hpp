// SPDX-License-Identifier: Apache-2.0
/// What marks the parts of a release as newsrooms write them, and who speaks in it: for import.
#pragma once

#include <string>
#include <vector>

namespace presskit {

/// All in small letters; a phrase of several words has single spaces.
struct ReleaseWords {
    std::vector<std::string> kickers;  ///< what stands above a headline
    std::vector<std::string> about;    ///< openings of the heading above what a publisher says of itself
    std::vector<std::string> contact;  ///< headings of a contact block
    std::vector<std::string> says;     ///< verbs of saying, and "according to"
    std::vector<std::string> pronouns; ///< the speaker named before
    std::vector<std::string> no_name;  ///< begin no name: articles; without capitals, offices and particles, too
    std::vector<std::string> titles;   ///< stand before a name and are no part of it: "Ms"
    std::vector<std::string> report;   ///< what a report's title may follow
    std::vector<std::string> in_dates; ///< between the parts of a date, or behind its year: "of", "г"
    std::string region{};              ///< for the kit's country: "Region"
    std::string rights{};              ///< "All rights reserved."
};

} // namespace presskit
