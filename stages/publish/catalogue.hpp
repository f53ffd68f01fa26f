// SPDX-License-Identifier: Apache-2.0
/// What an index.json offers, as values for pages and feeds.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/locale.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::publish {

/// `title` and `language` are those of the words in the file.
struct OfferedDocument {
    std::string title, language, path;
    std::uint64_t bytes = 0, pages = 0;
};

/// A care note on a country's name, in the kit's language; or English where it has none.
struct OfferedNote {
    std::string mark, text;
};

/// `country` is the country's name in the kit's language, with its mark; `title` likewise.
struct OfferedKit {
    std::string campaign, id, file, title, version, language, country, sha256;
    std::uint64_t bytes = 0;
    std::vector<OfferedDocument> documents;
    std::vector<OfferedNote> notes;
    bool is_signed = false;
};

struct OfferedCampaign {
    std::string id, publisher, version, release_date;
    LocalizedText titles;
};

struct Catalogue {
    std::vector<OfferedCampaign> campaigns;
    std::vector<OfferedKit> kits; ///< in the index's order
    std::string public_key;       ///< the line that `minisign -P` takes; empty if there is none
};

/// Reads an index.json of ours. Errors: it is none (content).
Result<Catalogue> read_catalogue(std::string_view index_json);

} // namespace presskit::publish
