// SPDX-License-Identifier: Apache-2.0
/// What an index.json offers, as values for pages and feeds.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/locale.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::publish {

/// The picture of a page; `path` is below the outputs and the site alike, sizes are in pixels.
struct OfferedPreview {
    std::string path;
    std::uint64_t width = 0, height = 0;
};

/// `title` and `language` are those of the words in the file; `previews` are of a PDF's pages, in order.
struct OfferedDocument {
    std::string title, language, path;
    std::uint64_t bytes = 0, pages = 0;
    std::vector<OfferedPreview> previews{};
};

/// What social media show where the kit is linked: a path of the site, and the words on it.
struct OfferedCard {
    std::string path, words;
};

/// A care note on a country's name, in the kit's language; or English where it has none.
struct OfferedNote {
    std::string mark, text, language;
};

/// A release as plain text, to paste from. `deck` may be empty.
struct OfferedText {
    std::string language, headline, deck, body;
};

/// `country` is the country's name in the kit's language, with its mark; `title` likewise.
struct OfferedKit {
    std::string campaign, id, file, title, version, language, country_code, country, sha256;
    LocalizedText country_names;
    std::uint64_t bytes = 0;
    std::vector<OfferedDocument> documents;
    std::vector<OfferedNote> notes;
    std::vector<OfferedText> texts{}; ///< added by the caller, who can look into kits
    bool is_signed = false;
    std::optional<OfferedCard> card{}; ///< added likewise
};

/// What a version puts right in the one that it replaces, in words; `date` is its day.
struct OfferedCorrection {
    std::string replaces, date;
    LocalizedText note;
};

/// `colours` are the brand's by role ("accent-ink"), as "#0f4c5c"; all eight, or none.
struct OfferedCampaign {
    std::string id, publisher, version, release_date;
    LocalizedText titles;
    std::map<std::string, std::string> colours{};
    std::optional<OfferedCorrection> correction{};
    std::string public_from{}; ///< "2021-05-18T08:00:00Z"; empty if it was never under embargo
};

/// A kit of a version that `correction` has replaced. `release` is the site's that offered it last.
struct SupersededKit {
    std::string campaign, id, version, file, sha256, title, language, country_code, release;
    std::uint64_t bytes = 0;
    OfferedCorrection correction;
    bool is_there = false, is_signed = false; ///< on the site, still; said by the caller
};

struct Catalogue {
    std::vector<OfferedCampaign> campaigns;
    std::vector<OfferedKit> kits; ///< in the index's order
    std::string public_key;       ///< the line that `minisign -P` takes; empty if there is none
    std::vector<SupersededKit> superseded{};
    std::string site_url{};       ///< where the site will stand, with "/" at the end; empty if not known
};

/// A text in the language, else in English, else in the first there is; and which that is.
std::pair<std::string, std::string> text_for(const LocalizedText& texts, const std::string& language);

/// Reads an index.json of ours. Errors: it is none; a kit of a campaign that is not listed; a name
/// that is not fit for a file or a language that we do not know (content). A preview by another name
/// than previews have is left out.
Result<Catalogue> read_catalogue(std::string_view index_json);

/// The release inside a kit's file of IPTC ninjs. Errors: it is none (content).
Result<OfferedText> read_text(std::string_view ninjs);

/// The address of a site with "/" at the end. Errors: not http or https, without a host, or with
/// anything after the path (usage).
Result<std::string> read_site_url(std::string_view url);

} // namespace presskit::publish
