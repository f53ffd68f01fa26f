// SPDX-License-Identifier: Apache-2.0
/// A finished press kit: the zip that a journalist downloads, and what it says about itself.
#pragma once

#include "pipeline/base/digest.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/image_rights.hpp"
#include "stages/model/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

/// What is true of a document only. `language` is that of the words in the file; `written_in` that
/// of the text it was made from. They differ for a derived document; for a fallback both differ
/// from the kit's language.
struct KitEdition {
    std::string document; ///< id of the DocumentRow
    CountryCode country;  ///< of a sheet; empty for the others
    Locale written_in;
    Availability availability = Availability::own;
    std::uint32_t pages = 0; ///< of a PDF; 0 for formats without pages
    bool operator==(const KitEdition&) const = default;
};

/// What is true of a PNG or JPEG only.
struct KitPicture {
    std::uint32_t width = 0, height = 0; ///< pixels
    ImageRights rights;
    bool operator==(const KitPicture&) const = default;
};

/// `path` is below the kit's top folder; `language` is that of the file and of its title.
struct KitFile {
    std::string path;
    std::uint64_t bytes = 0;
    Digest digest;
    std::string media_type;
    std::string title;
    Locale language;
    std::optional<KitEdition> edition; ///< documents only
    std::optional<KitPicture> picture{};
    bool operator==(const KitFile&) const = default;
};

/// The picture of a page, which lies beside the kits for a site to show. `path` is below the index's
/// folder.
struct PagePreview {
    std::string path;
    std::uint64_t bytes = 0;
    Digest digest;
    std::uint32_t width = 0, height = 0; ///< pixels
    bool operator==(const PagePreview&) const = default;
};
/// `document` is the path of its PDF in the kit; a page each, in their order.
struct DocumentPreviews {
    std::string document;
    std::vector<PagePreview> pages;
    bool operator==(const DocumentPreviews&) const = default;
};

/// A country's care note that the kit shows, because something in it names the country.
struct KitNote {
    CountryCode country;
    std::string mark;
    LocalizedText text;
    bool operator==(const KitNote&) const = default;
};

/// The kit's account of itself. Names and titles carry the mark of their country's note.
/// `files` leaves out manifest.json and SHA256SUMS, which come after it.
struct KitManifest {
    std::string campaign;
    std::string campaign_title; ///< in the kit's language, or the nearest there is
    std::string publisher;
    std::string version;
    std::string release_date;   ///< "2021-05-18"
    std::int64_t timestamp = 0; ///< of every zip entry; seconds since 1970-01-01T00:00Z
    std::string changes{}; ///< what is new in this version, in the kit's language; may be empty
    std::optional<Correction> correction{}; ///< its note with the marks of names
    std::string embargo{}; ///< until when, "2021-05-18T08:00:00Z"; empty if there is none
    std::string kit;
    std::string folder; ///< the zip's one top folder
    std::string title;  ///< "Press kit: Albania, English", in the kit's language
    Locale language;
    CountryCode country;
    LocalizedText country_names;
    std::vector<KitNote> notes;
    std::vector<KitFile> files;
    bool operator==(const KitManifest&) const = default;
};

/// `digest` is the SHA-256 of `bytes`, the zip; `file_name` has no folder.
struct Kit {
    std::string id;
    std::string file_name;
    std::string bytes;
    Digest digest;
    KitManifest manifest;
    std::string bag{}; ///< the same kit as a BagIt bag, zipped; empty where none was asked for
    std::vector<DocumentPreviews> previews{}; ///< where they were asked for
    bool operator==(const Kit&) const = default;
};

} // namespace presskit
