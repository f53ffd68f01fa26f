// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/artefact_cache.hpp"

#include <nlohmann/json.hpp>

#include <cassert>
#include <utility>
#include <vector>

namespace presskit::cli {
namespace {

using Cbor = nlohmann::json;

Cbor binary(std::string_view bytes) {
    return Cbor::binary(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

std::string bytes_of(const Cbor& value) {
    const Cbor::binary_t& bytes = value.get_binary();
    return {bytes.begin(), bytes.end()};
}

/// Naming each member makes the compiler ask whoever adds one what to do here.
Cbor value_of(const ShownImage& image) {
    const auto& [path, alternative_text, caption, credit] = image;
    return {path, alternative_text, caption, credit};
}

Cbor value_of(const MadeFormat& made) {
    const auto& [format, bytes, inflated, digest] = made;
    Cbor value{
        {"format", static_cast<int>(format)}, {"bytes", binary(bytes)}, {"sha256", digest.bytes}};
    if (inflated) value["inflated"] = {inflated->bytes, inflated->crc32};
    return value;
}

Cbor value_of(const MadePreview& preview) {
    const auto& [page, png] = preview;
    const auto& [path, bytes, digest, width, height] = page;
    return {path, bytes, digest.bytes, width, height, binary(png)};
}

MadePreview preview_of(const Cbor& value) {
    return {{value.at(0).get<std::string>(), value.at(1).get<std::uint64_t>(),
             {value.at(2).get<decltype(Digest::bytes)>()}, value.at(3).get<std::uint32_t>(),
             value.at(4).get<std::uint32_t>()},
            bytes_of(value.at(5))};
}

ShownImage image_of(const Cbor& value) {
    const auto text = [&](std::size_t i) { return value.at(i).get<std::string>(); };
    return {text(0), text(1), text(2), text(3)};
}

MadeFormat format_of(const Cbor& value) {
    MadeFormat made{static_cast<DocumentFormat>(value.at("format").get<int>()),
                    bytes_of(value.at("bytes")),
                    {},
                    {value.at("sha256").get<decltype(Digest::bytes)>()}};
    if (const auto size = value.find("inflated"); size != value.end())
        made.inflated = {size->at(0).get<std::uint64_t>(), size->at(1).get<std::uint32_t>()};
    return made;
}

} // namespace

std::string to_record(const MadeArtefact& made) {
    const auto& [pdf, digest, use, pages, title, fallback_notice, release_notice, prevailing_notice,
                 images, formats, card, previews, check] = made;
    Cbor value{{"pdf", binary(pdf)},
               {"sha256", digest.bytes},
               {"use", use.bytes},
               {"pages", pages},
               {"title", title},
               {"notices", {fallback_notice, release_notice, prevailing_notice}},
               {"images", Cbor::array()},
               {"formats", Cbor::array()}};
    for (const ShownImage& image : images) value["images"].push_back(value_of(image));
    for (const MadeFormat& format : formats) value["formats"].push_back(value_of(format));
    if (card) value["card"] = {binary(card->png), card->words, card->digest.bytes};
    for (const MadePreview& preview : previews) value["previews"].push_back(value_of(preview));
    if (check != nullptr) {
        assert(check->faults.empty() && check->broken.empty());
        value["sound"] = {check->pages, check->language, check->claims.pdf_2,
                          check->claims.attachments};
    }
    std::string record;
    Cbor::to_cbor(value, record);
    return record;
}

std::optional<MadeArtefact> from_record(const std::string& record, verify::PdfChecks* checks) {
    try {
        const Cbor value = Cbor::from_cbor(record);
        MadeArtefact made;
        made.pdf = bytes_of(value.at("pdf"));
        made.digest = {value.at("sha256").get<decltype(Digest::bytes)>()};
        made.use.bytes = value.at("use").get<decltype(render::ByteCount::bytes)>();
        made.pages = value.at("pages").get<std::uint32_t>();
        made.title = value.at("title").get<std::string>();
        const Cbor& notices = value.at("notices");
        made.fallback_notice = notices.at(0).get<std::string>();
        made.release_notice = notices.at(1).get<std::string>();
        made.prevailing_notice = notices.at(2).get<std::string>();
        for (const Cbor& image : value.at("images")) made.images.push_back(image_of(image));
        for (const Cbor& format : value.at("formats")) made.formats.push_back(format_of(format));
        if (const auto card = value.find("card"); card != value.end())
            made.card = {bytes_of(card->at(0)), card->at(1).get<std::string>(),
                         {card->at(2).get<decltype(Digest::bytes)>()}};
        if (const auto pages = value.find("previews"); pages != value.end())
            for (const Cbor& page : *pages) made.previews.push_back(preview_of(page));
        if (checks != nullptr) {
            const Cbor& sound = value.at("sound"); // none if that run did not verify
            verify::PdfCheck check;
            check.pages = sound.at(0).get<std::size_t>();
            check.language = sound.at(1).get<std::string>();
            check.claims = {sound.at(2).get<bool>(), sound.at(3).get<bool>()};
            made.check = &checks->remember(made.digest, std::move(check));
        }
        return made;
    } catch (const Cbor::exception&) {
        return std::nullopt;
    }
}

std::string cache_folder(engine::Workspace& workspace, const std::string& wanted) {
    if (!wanted.empty()) return wanted;
    if (const auto named = workspace.environment("PRESSKIT_CACHE")) return *named;
    // XDG Base Directory Specification: what is not absolute does not count.
    const auto caches = workspace.environment("XDG_CACHE_HOME");
    if (caches && caches->starts_with('/')) return *caches + "/presskit";
    const auto home = workspace.environment("HOME");
    return home && home->starts_with('/') ? *home + "/.cache/presskit" : std::string();
}

std::optional<MadeArtefact> ArtefactCache::find(const PlannedArtefact& artefact,
                                                verify::PdfChecks* checks) {
    const auto record = workspace_.cached(folder_, recipes_.of(artefact));
    std::optional<MadeArtefact> made = record ? from_record(*record, checks) : std::nullopt;
    if (made) ++found_;
    return made;
}

void ArtefactCache::keep(const PlannedArtefact& artefact, const MadeArtefact& made) {
    workspace_.cache(folder_, recipes_.of(artefact), to_record(made));
}

} // namespace presskit::cli
