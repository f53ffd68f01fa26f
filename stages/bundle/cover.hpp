// SPDX-License-Identifier: Apache-2.0
/// What a kit's page and README.txt both say, decided once: texts chosen, names marked, values
/// filled into their patterns. The writers of both only set it out.
#pragma once

#include "pipeline/languages/localized.hpp"
#include "stages/bundle/care_notes.hpp"
#include "stages/bundle/image_paths.hpp"
#include "stages/bundle/kit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::bundle {

using languages::Wording;

/// The same document in another format: "HTML", "12 kB".
struct CoverFormat {
    std::string path, label, size;
    std::string_view media_type;
};
struct CoverDocument {
    std::string path;
    Wording title;
    Wording kind;        ///< "Press release"
    std::string details; ///< "PDF, English, Pages: 3, 120 kB"
    std::string notice;
    std::vector<CoverFormat> formats{};
};
struct CoverImage {
    std::string path;
    std::string alternative_text;
    std::string details; ///< "PNG, 800 × 600, 34 kB"
    std::string caption;
    Locale language; ///< of caption and alternative text
    std::string credit;
    std::string rights; ///< "© Holder. CC-BY-4.0 – https://…"
    std::string web_path{}, web_details{}; ///< empty without a copy for the web
    std::uint32_t width = 0, height = 0; ///< pixels
};
struct CoverContact {
    std::string name;
    Wording role;
    std::string email;
    std::string telephone;
};
struct CoverNote {
    std::string country, mark;
    Wording text;
};

inline constexpr std::string_view captions_path = "images/captions.txt";
inline constexpr std::string_view checksum_command = "sha256sum -c SHA256SUMS";

struct Cover {
    const Language& language;
    const Brand& brand;
    std::string title;
    Wording campaign;
    std::string release_notice;
    std::string embargo_notice{}; ///< the same under embargo; empty without one
    std::string correction_notice{}; ///< with what it puts right; both empty without a correction
    Wording correction{};
    std::string published;    ///< "Published 18 May 2021"
    std::string release_date; ///< "2021-05-18"
    std::string version;
    std::string publisher, publisher_url;
    std::vector<CoverDocument> documents;
    std::string prevailing_notice;
    std::vector<CoverImage> images;
    Wording changes; ///< what is new in this version; its text may be empty
    std::vector<CoverContact> contacts;
    Wording rights;
    std::string rights_holder, licence, licence_url;
    std::string checksum_help; ///< the sentence that leads to `checksum_command`
    std::string signature_help, signature_command; ///< the command is of the zip that the kit came in
    std::vector<CoverNote> notes;
    bool has_accessibility = false; ///< the kit carries the result of the tests of its PDFs
};

/// Latin letters and digits as they are read in their own direction: between Arabic words "42 kB"
/// would otherwise stand as "kB 42" (UAX #9, X5a).
std::string left_to_right(std::string text, const Language& language);

/// What the kit's zip and the folder in it are called.
std::string kit_name(const KitInputs& inputs);

/// `paths` are the images' paths in the kit, in the order of `inputs.images`.
Cover make_cover(const KitInputs& inputs, const Country& country,
                 const std::vector<ImagePaths>& paths, CareNotes& names);

/// The kit's page: HTML 5 in one file, without scripts or remote parts; WCAG 2.2 AA.
std::string to_html(const Cover& cover);

/// README.txt: lines of at most 76 code points unless a word is longer.
std::string to_plain_text(const Cover& cover);

/// images/captions.txt: of each picture its files, caption, credit, alternative text and rights. A line
/// is never broken, so that a newsroom's system takes it whole.
std::string to_captions(const Cover& cover);

} // namespace presskit::bundle
