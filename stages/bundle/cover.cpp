// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/cover.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/bundle/size_text.hpp"
#include "stages/model/card.hpp"
#include "stages/model/iso_time.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::bundle {
namespace {

CoverDocument cover_document(const KitDocument& document, const Language& language,
                             CareNotes& names) {
    const std::string pages =
        language.word(Word::pages) + language.colon + std::to_string(document.pages);
    const Locale& words = language_of_words(document.edition);
    const std::string& comma = language.comma;
    std::vector<CoverFormat> formats;
    for (const KitFormat& other : document.formats) {
        const FormatTraits& traits = traits_of(other.format);
        formats.push_back({name_in(other.format, document.name), std::string(traits.label),
                           left_to_right(whole_size(other.file_bytes()), language),
                           traits.media_type});
    }
    if (document.card)
        formats.push_back({card_name(document.name), language.word(Word::card),
                           left_to_right(whole_size(document.card->png.size()), language), "image/png"});
    return {
        .path = document.name,
        .title = {names.marked_about(document.title, words, document.edition.text.country), words},
        .kind = {names.marked(document.kind.text, document.kind.language), document.kind.language},
        .details = "PDF" + comma + document.language_name + comma + pages + comma +
                   left_to_right(whole_size(document.pdf.size()), language),
        .notice = names.marked(document.fallback_notice, language.locale),
        .formats = std::move(formats)};
}

/// "PNG, 800 × 600, 34 kB"; a drawing has no pixels.
std::string picture_details(ImageFormat format, std::uint32_t width, std::uint32_t height,
                            const std::string& bytes, const Language& language) {
    const std::string size = language.comma + left_to_right(whole_size(bytes.size()), language);
    if (format == ImageFormat::svg) return "SVG" + size;
    const std::string pixels = std::to_string(width) + " × " + std::to_string(height);
    return (format == ImageFormat::png ? "PNG" : "JPEG") + language.comma +
           left_to_right(pixels, language) + size;
}

std::string rights_line(const ImageRights& rights) {
    return rights.url.empty() ? rights.notice : rights.notice + " – " + rights.url;
}

CoverImage cover_image(const KitImage& image, const ImagePaths& paths, const Language& language,
                       CareNotes& names) {
    const CampaignImage& picture = *image.image;
    const std::string& line = image.credit.empty() ? picture.rights.credit : image.credit;
    const std::string credit = languages::credit_line(language, line);
    CoverImage cover{.path = paths.print,
                     .alternative_text = names.marked(image.alternative_text, image.language),
                     .details = picture_details(picture.format, picture.width, picture.height,
                                                picture.bytes, language),
                     .caption = names.marked(image.caption, image.language),
                     .language = image.language,
                     .credit = names.marked(credit, language.locale),
                     .rights = names.marked(rights_line(picture.rights), language.locale),
                     .width = picture.width,
                     .height = picture.height};
    if (!picture.web) return cover;
    cover.web_path = paths.web;
    cover.web_details = picture_details(picture.format, picture.web->width, picture.web->height,
                                        picture.web->bytes, language);
    return cover;
}

Wording marked(Wording phrase, CareNotes& names) {
    phrase.text = names.marked(phrase.text, phrase.language);
    return phrase;
}

std::vector<CoverNote> cover_notes(const KitInputs& inputs, const CareNotes& names) {
    std::vector<CoverNote> notes;
    for (const KitNote& note : names.notes())
        notes.push_back({note.country.code, note.mark,
                         languages::wording(inputs.campaign, note.text, inputs.language.locale)});
    return notes;
}

/// The documents in reading order, but sheets beside sheets by their countries' names, in the
/// alphabetical order of the reader.
std::vector<const KitDocument*> listed(const KitInputs& inputs) {
    std::vector<const KitDocument*> out;
    for (const KitDocument& document : inputs.documents) out.push_back(&document);
    const auto country_of = [&](const KitDocument& document) {
        const auto& countries = inputs.campaign.countries;
        const auto country =
            std::ranges::find(countries, document.edition.text.country, &Country::code);
        return country == countries.end()
                   ? std::string()
                   : languages::localized(inputs.campaign, country->names, inputs.language.locale);
    };
    for (auto begin = out.begin(); begin != out.end();) {
        const auto end = std::find_if(begin, out.end(), [&](const KitDocument* document) {
            return document->edition.text.document != (*begin)->edition.text.document;
        });
        std::stable_sort(begin, end, [&](const KitDocument* a, const KitDocument* b) {
            return languages::less(inputs.language, country_of(*a), country_of(*b));
        });
        begin = end;
    }
    return out;
}

/// The command stands on a line of its own, where it can be copied whole.
std::string before_command(std::string_view sentence) {
    if (sentence.ends_with(checksum_command)) sentence.remove_suffix(checksum_command.size());
    while (sentence.ends_with(' ')) sentence.remove_suffix(1);
    return std::string(sentence);
}

} // namespace

std::string left_to_right(std::string text, const Language& language) {
    if (language.direction != Direction::right_to_left) return text;
    return "\u2066" + std::move(text) + "\u2069";
}

const Locale& language_of_words(const EditionKey& edition) {
    return edition.availability == Availability::derived ? edition.reader : edition.text.language;
}

std::string kit_name(const KitInputs& inputs) {
    return inputs.campaign.id + "-" + inputs.kit.id + "-" + inputs.campaign.version;
}

Cover make_cover(const KitInputs& inputs, const Country& country,
                 const std::vector<ImagePaths>& paths, CareNotes& names) {
    assert(paths.size() == inputs.images.size());
    const Campaign& campaign = inputs.campaign;
    const Language& language = inputs.language;
    const auto in_language = [&](const auto& text) {
        return marked(languages::wording(campaign, text, language.locale), names);
    };
    const auto marked_here = [&](const std::string& text) {
        return names.marked(text, language.locale);
    };
    const Wording name = languages::wording(campaign, country.names, language.locale);
    const std::string country_name = names.marked_about(name.text, name.language, country.code);
    Cover cover{
        .language = language,
        .brand = campaign.brand,
        .title = languages::fill(language.word(Word::kit_for),
                                 {{"country", country_name}, {"language", language.autonym}}),
        .campaign = in_language(campaign.title),
        .release_notice = marked_here(inputs.release_notice),
        .embargo_notice = campaign.embargo ? marked_here(inputs.release_notice) : std::string(),
        .published =
            languages::fill(language.word(Word::published), {{"date", inputs.release_date_text}}),
        .release_date = to_iso(campaign.release_date),
        .version = languages::fill(language.word(Word::version), {{"version", campaign.version}}),
        .publisher = marked_here(campaign.publisher),
        .publisher_url = campaign.publisher_url,
        .documents = {},
        .prevailing_notice = marked_here(inputs.prevailing_notice),
        .images = {},
        .changes = {},
        .contacts = {},
        .rights = in_language(campaign.rights.statement),
        .rights_holder = marked_here(campaign.rights.holder),
        .licence = campaign.rights.licence,
        .licence_url = campaign.rights.url,
        .checksum_help = before_command(language.word(Word::checksum_help)),
        .signature_help = language.word(Word::check_signature),
        .signature_command = "minisign -Vm " + kit_name(inputs) + ".zip -p minisign.pub",
        .notes = {},
        .has_accessibility = inputs.accessibility != nullptr};
    if (const auto changes = campaign.changes.find(campaign.version);
        changes != campaign.changes.end())
        cover.changes = in_language(changes->second);
    if (const auto& correction = campaign.correction) {
        cover.correction_notice =
            languages::fill(language.word(Word::correction_notice),
                            {{"date", languages::format_date(language, correction->date)},
                             {"version", correction->replaces}});
        cover.correction = in_language(correction->note);
    }
    for (const KitDocument* document : listed(inputs))
        cover.documents.push_back(cover_document(*document, language, names));
    for (std::size_t i = 0; i < inputs.images.size(); ++i)
        cover.images.push_back(cover_image(inputs.images[i], paths[i], language, names));
    for (const Contact& contact : campaign.contacts)
        cover.contacts.push_back({marked_here(contact.name), in_language(contact.role),
                                  contact.email, contact.telephone});
    cover.notes = cover_notes(inputs, names);
    return cover;
}

} // namespace presskit::bundle
