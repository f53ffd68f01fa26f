// SPDX-License-Identifier: Apache-2.0
/// A catalogue of two kits in two languages, and its pages.
#pragma once

#include "stages/publish/site.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace presskit::publish {

inline Catalogue two_languages() {
    Catalogue catalogue;
    catalogue.campaigns.push_back(
        {"fish", "River & Watch", "1.0.0", "2024-06-03", {{{"en"}, "Few <fish>"}}});
    OfferedKit kit{.campaign = "fish",
                   .id = "mk-sq",
                   .file = "fish-mk-sq-1.0.0.zip",
                   .title = "Dosje: Maqedonia",
                   .version = "1.0.0",
                   .language = "sq",
                   .country_code = "mk",
                   .country = "Maqedonia",
                   .sha256 = std::string(64, 'a'),
                   .country_names = {{{"en"}, "North Macedonia"}, {{"sq"}, "Maqedonia"}},
                   .bytes = 12'345,
                   .documents = {{"Pak peshq", "sq", "01.pdf", 1000, 2},
                                 {"Pak peshq", "sq", "01.docx", 9000, 0}},
                   .notes = {{"*", "Një shënim.", "sq"}}};
    catalogue.kits.push_back(kit);
    kit.id = "mk-ar";
    kit.language = "ar";
    kit.country = "مقدونيا";
    kit.title = "ملف";
    kit.file = "fish-mk-ar-1.0.0.zip";
    catalogue.kits.push_back(kit);
    return catalogue;
}

inline std::string page(const FileTree& site, const std::string& name) {
    const auto found = site.files.find(name);
    REQUIRE(found != site.files.end());
    return found->second;
}

inline bool has(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

} // namespace presskit::publish
