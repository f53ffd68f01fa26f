// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/kit.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/bundle/accessibility.hpp"
#include "stages/bundle/bag.hpp"
#include "stages/bundle/cover.hpp"
#include "stages/bundle/image_paths.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/model/card.hpp"
#include "stages/model/image_format.hpp"
#include "stages/model/iso_time.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::bundle {
namespace {

Diagnostic internal_fault(const KitInputs& inputs, std::string message) {
    return {"bundle.kit-incomplete",
            "kit `" + inputs.kit.id + "` " + std::move(message),
            "report this",
            {},
            {},
            Severity::error,
            Blame::internal};
}

KitFile document_file(const KitDocument& document, const CoverDocument& cover) {
    return {.path = document.name,
            .bytes = document.pdf.size(),
            .digest = document.digest,
            .media_type = "application/pdf",
            .title = cover.title.text,
            .language = cover.title.language,
            .edition = KitEdition{document.edition.text.document, document.edition.text.country,
                                  document.edition.text.language, document.edition.availability,
                                  document.pages}};
}

KitFile format_file(const KitDocument& document, const KitFormat& other, const KitFile& pdf) {
    KitFile file = pdf;
    file.path = name_in(other.format, document.name);
    file.bytes = other.file_bytes();
    file.digest = other.digest;
    file.media_type = traits_of(other.format).media_type;
    file.edition->pages = 0;
    return file;
}

KitFile card_file(const KitDocument& document, const KitCard& card, const KitFile& pdf) {
    KitFile file = pdf;
    file.path = card_name(document.name);
    file.bytes = card.png.size();
    file.digest = card.digest;
    file.media_type = "image/png";
    file.title = card.words;
    file.edition->pages = 0;
    file.picture = {card_width, card_height, card.rights};
    return file;
}

KitFile image_file(const CampaignImage& image, const CoverImage& cover, const Locale& language) {
    KitFile file{.path = cover.path,
                 .bytes = image.bytes.size(),
                 .digest = image.digest,
                 .media_type = std::string(media_type(image.format)),
                 .title = cover.alternative_text,
                 .language = language,
                 .edition = {}};
    if (image.format != ImageFormat::svg)
        file.picture = {image.width, image.height, image.rights};
    return file;
}

KitFile web_copy_file(const CampaignImage& image, const CoverImage& cover, const Locale& language) {
    KitFile file = image_file(image, cover, language);
    file.path = cover.web_path;
    file.bytes = image.web->bytes.size();
    file.digest = image.web->digest;
    file.picture = {image.web->width, image.web->height, image.rights};
    return file;
}

KitFile text_file(std::string path, const std::string& bytes, std::string media_type,
                  const Cover& cover) {
    return {.path = std::move(path),
            .bytes = bytes.size(),
            .digest = sha256(bytes),
            .media_type = std::move(media_type),
            .title = cover.title,
            .language = cover.language.locale,
            .edition = {}};
}

/// A file and its bytes, which live in the inputs or in make_kit.
struct Content {
    KitFile file;
    std::string_view bytes;
    std::optional<Inflated> inflated{}; ///< as in ZipEntry
};

/// The texts of a kit that we write; `captions` is empty without pictures, the last two without a report.
struct KitTexts {
    std::string html, readme, captions, accessibility_html, accessibility_json;
};

KitTexts texts_of(const KitInputs& inputs, const Cover& cover) {
    KitTexts texts{to_html(cover), to_plain_text(cover), {}, {}, {}};
    if (!cover.images.empty()) texts.captions = to_captions(cover);
    if (inputs.accessibility == nullptr) return texts;
    texts.accessibility_html = to_accessibility_html(cover, *inputs.accessibility);
    texts.accessibility_json = to_accessibility_json(inputs, cover.language, *inputs.accessibility);
    return texts;
}

void add_texts(const KitTexts& texts, const Cover& cover, std::vector<Content>& contents) {
    contents.push_back({text_file("index.html", texts.html, "text/html", cover), texts.html});
    if (!texts.accessibility_html.empty()) {
        KitFile page =
            text_file("accessibility.html", texts.accessibility_html, "text/html", cover);
        KitFile json =
            text_file("accessibility.json", texts.accessibility_json, "application/json", cover);
        page.title = json.title = cover.language.word(Word::accessibility);
        contents.push_back({std::move(page), texts.accessibility_html});
        contents.push_back({std::move(json), texts.accessibility_json});
    }
    contents.push_back({text_file("README.txt", texts.readme, "text/plain", cover), texts.readme});
}

void add_images(const KitInputs& inputs, const Cover& cover, const KitTexts& texts,
                std::vector<Content>& contents) {
    const Locale& language = inputs.language.locale;
    for (std::size_t i = 0; i < inputs.images.size(); ++i) {
        const CampaignImage& image = *inputs.images[i].image;
        contents.push_back({image_file(image, cover.images[i], language), image.bytes});
        if (image.web)
            contents.push_back({web_copy_file(image, cover.images[i], language), image.web->bytes});
    }
    if (texts.captions.empty()) return;
    contents.push_back(
        {text_file(std::string(captions_path), texts.captions, "text/plain", cover), texts.captions});
}

std::vector<Content> contents_of(const KitInputs& inputs, const Cover& cover,
                                 const KitTexts& texts) {
    std::vector<Content> contents;
    for (const KitDocument& document : inputs.documents) {
        // The page lists documents in the reader's order, which is not that of the files.
        const auto shown = std::ranges::find(cover.documents, document.name, &CoverDocument::path);
        assert(shown != cover.documents.end());
        const KitFile pdf = document_file(document, *shown);
        contents.push_back({pdf, document.pdf});
        for (const KitFormat& other : document.formats)
            contents.push_back({format_file(document, other, pdf), other.bytes, other.inflated});
        if (document.card)
            contents.push_back({card_file(document, *document.card, pdf), document.card->png});
    }
    add_images(inputs, cover, texts, contents);
    add_texts(texts, cover, contents);
    return contents;
}

KitManifest manifest_of(const KitInputs& inputs, const Country& country, const Cover& cover,
                        CareNotes& names) {
    const Campaign& campaign = inputs.campaign;
    KitManifest manifest{.campaign = campaign.id,
                         .campaign_title = cover.campaign.text,
                         .publisher = cover.publisher,
                         .version = campaign.version,
                         .release_date = cover.release_date,
                         .timestamp = inputs.timestamp,
                         .changes = cover.changes.text,
                         .embargo = campaign.embargo ? to_utc_text(campaign.embargo->instant)
                                                     : std::string(),
                         .kit = inputs.kit.id,
                         .folder = kit_name(inputs),
                         .title = cover.title,
                         .language = inputs.language.locale,
                         .country = country.code,
                         .country_names = {},
                         .notes = {},
                         .files = {}};
    for (const auto& [locale, name] : country.names)
        manifest.country_names[locale] = names.marked_about(name.base, locale, country.code);
    for (const CampaignLanguage& language : campaign.languages)
        if (const auto name = languages::name_form(campaign, country.names, language.locale, ""))
            manifest.country_names[language.locale] =
                names.marked_about(*name, language.locale, country.code);
    if (campaign.correction) manifest.correction = names.marked(*campaign.correction);
    manifest.notes = names.notes();
    return manifest;
}

KitFile unlisted_file(std::string path, std::string_view bytes) {
    KitFile file;
    file.path = std::move(path);
    file.bytes = bytes.size();
    file.digest = sha256(bytes);
    return file;
}

struct Packed {
    std::string zip, bag;
};

Result<std::string> bag_of(const KitManifest& manifest, const std::vector<Content>& contents) {
    std::vector<BagFile> files;
    for (const Content& content : contents)
        files.push_back({{content.file.path, content.bytes, content.inflated}, content.file.digest});
    return write_bag(manifest, files);
}

/// Adds manifest.json and SHA256SUMS to the contents and packs all below the kit's folder.
Result<Packed> pack(const KitManifest& manifest, std::vector<Content> contents, bool bagit) {
    const std::string json = to_json(manifest);
    contents.push_back({unlisted_file("manifest.json", json), json});
    std::vector<Checksum> checksums;
    for (const Content& content : contents)
        checksums.push_back({content.file.path, content.file.digest});
    const std::string sums = to_checksum_lines(std::move(checksums));
    contents.push_back({unlisted_file("SHA256SUMS", sums), sums});

    Packed packed;
    if (bagit) {
        Result<std::string> bag = bag_of(manifest, contents);
        if (!bag) return std::move(bag.diagnostics);
        packed.bag = std::move(*bag);
    }
    for (Content& content : contents) content.file.path.insert(0, manifest.folder + "/");
    std::vector<ZipEntry> entries;
    for (const Content& content : contents)
        entries.push_back({content.file.path, content.bytes, content.inflated});
    Result<std::string> zip = write_zip(entries, manifest.timestamp);
    if (!zip) return std::move(zip.diagnostics);
    packed.zip = std::move(*zip);
    return packed;
}

} // namespace

Result<Kit> make_kit(const KitInputs& inputs) {
    const auto& countries = inputs.campaign.countries;
    const auto country = std::ranges::find(countries, inputs.kit.country, &Country::code);
    if (country == countries.end()) return internal_fault(inputs, "is for an unknown country");
    if (inputs.documents.empty()) return internal_fault(inputs, "has no documents");

    CareNotes names(inputs.campaign);
    const Cover cover = make_cover(inputs, *country, image_paths(inputs.images), names);
    const KitTexts texts = texts_of(inputs, cover);
    std::vector<Content> contents = contents_of(inputs, cover, texts);
    KitManifest manifest = manifest_of(inputs, *country, cover, names);
    for (const Content& content : contents) manifest.files.push_back(content.file);
    const std::string provenance =
        to_provenance(manifest, manifest.files, inputs.dependencies, inputs.parameters);
    contents.push_back(
        {text_file("provenance.json", provenance, "application/json", cover), provenance});
    manifest.files.push_back(contents.back().file);

    Result<Packed> packed = pack(manifest, std::move(contents), inputs.bagit);
    if (!packed) return std::move(packed.diagnostics);
    Kit kit{inputs.kit.id,         manifest.folder + ".zip", std::move(packed->zip), {},
            std::move(manifest), std::move(packed->bag)};
    kit.digest = sha256(kit.bytes);
    return kit;
}

} // namespace presskit::bundle
