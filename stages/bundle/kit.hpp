// SPDX-License-Identifier: Apache-2.0
/// One press kit: finished PDFs and images in, a zip out, with a page, a text and a manifest that
/// tell a person and a machine what is in it.
///
/// All entries lie below one folder, <campaign>-<kit>-<version>/:
///   01-press-release-sq.pdf …   documents, in reading order by name
///   01-press-release-sq.html …  the same documents to paste from: document_format.hpp
///   01-press-release-sq.card.png   what social media show where the release is linked
///   images/…                    pictures of the campaign, with a copy for the web of the large ones
///   images/captions.txt         what to print beside them
///   index.html                  the kit's page; one file, needs no network
///   accessibility.html, .json   how the PDFs were tested, if they were;
///                               schema/accessibility.schema.json
///   README.txt                  the kit's page as plain text
///   provenance.json             what all of these were made from: provenance.hpp
///   manifest.json               the same for machines: schema/manifest.schema.json
///   SHA256SUMS                  covers all other files; for `sha256sum -c`
/// Equal inputs give equal bytes: no clock, no path and no name of a machine is in them.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/bundle/provenance.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/model/accessibility_report.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/model/document_format.hpp"
#include "stages/model/kit.hpp"
#include "stages/model/language.hpp"
#include "stages/model/plan.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::bundle {

/// The same document in another format. `bytes` are as in ZipEntry: deflated once for all kits that
/// hold it. `digest` is of the file itself.
struct KitFormat {
    DocumentFormat format = DocumentFormat::html;
    std::string_view bytes;
    std::optional<Inflated> inflated;
    Digest digest;

    std::uint64_t file_bytes() const { return inflated ? inflated->bytes : bytes.size(); }
};

/// A release's card: a PNG, the words on it, and whose it is.
struct KitCard {
    std::string_view png;
    Digest digest;
    std::string words;
    ImageRights rights;
};

/// A document of the kit. `title` is in the language of the words; `language_name` names that
/// language for the kit's readers; `fallback_notice` is empty or in the kit's language.
struct KitDocument {
    std::string name; ///< PlannedArtefact::name
    EditionKey edition;
    languages::Wording kind; ///< what the campaign calls such documents
    std::string title;
    std::string language_name;
    std::string fallback_notice;
    std::uint32_t pages = 0;
    std::string_view pdf;
    Digest digest; ///< of `pdf`
    std::vector<KitFormat> formats{};
    std::optional<KitCard> card{};
};

/// Words are in the kit's language; `alternative_text` is empty for a decorative picture.
struct KitImage {
    const CampaignImage* image = nullptr;
    std::string alternative_text;
    std::string caption;
    std::string credit;
    Locale language; ///< of these words: a document that stands in for another has its own
};

struct KitInputs {
    const Campaign& campaign;
    const PlannedKit& kit;
    const Language& language;           ///< the kit's
    std::vector<KitDocument> documents; ///< in the kit's order
    std::vector<KitImage> images;
    std::string release_date_text; ///< in the kit's language
    std::string release_notice;    ///< embargo, in the kit's language; may be empty
    std::string prevailing_notice; ///< which language version prevails; the same
    std::int64_t timestamp = 0;    ///< seconds since 1970-01-01T00:00Z
    /// What testing the documents found; none if they were not tested.
    const AccessibilityReport* accessibility = nullptr;
    std::vector<KitDependency> dependencies{};
    bool bagit = false; ///< also makes the bag
    std::map<std::string, std::string> parameters{}; ///< of the command line, for provenance.json
};

/// Makes the kit.
/// Errors: a campaign, kit or document name that does not make portable file names; two files of
/// one name; a kit of a country that the campaign lacks or without documents (internal).
Result<Kit> make_kit(const KitInputs& inputs);

/// The BCP 47 tag of the words in a document: a derived one is in its reader's language.
const Locale& language_of_words(const EditionKey& edition);

} // namespace presskit::bundle
