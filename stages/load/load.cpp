// SPDX-License-Identifier: Apache-2.0
#include "stages/load/load.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/brand.hpp"
#include "stages/load/brand_contrast.hpp"
#include "stages/load/campaign.hpp"
#include "stages/load/campaign_check.hpp"
#include "stages/load/checked_yaml.hpp"
#include "stages/load/declarations.hpp"
#include "stages/load/files.hpp"
#include "stages/load/fonts.hpp"
#include "stages/load/images.hpp"
#include "stages/load/svg.hpp"
#include "stages/load/svg_writer.hpp"
#include "stages/load/texts.hpp"
#include "stages/load/uses.hpp"
#include "stages/model/image_credit.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace presskit::load {
namespace {

using yaml::quoted;
using yaml::YamlNode;

constexpr std::string_view campaign_path = "campaign.yaml";
constexpr std::string_view brand_path = "brand/brand.yaml";
constexpr std::string_view brands_folder = "brands/";

/// Below this a logo looks coarse in print, in pixels an inch.
constexpr std::int64_t min_logo_density = 300;

/// What every step of loading sees.
struct Reading {
    const FileTree& files;
    SourceMap& sources;
    CheckedFiles checked;
    Diagnostics faults;
};

std::string missing_hint(const FileTree& files, std::string_view path) {
    std::string other(path);
    other.replace(other.rfind(".yaml"), 5, ".yml");
    if (files.files.contains(other)) return "rename " + quoted(other);
    return path == campaign_path
               ? "name the folder of a campaign, or let `presskit import` make one"
               : "copy it from another campaign, or from one that `presskit import` makes";
}

/// The tree of a configuration file; none if it is missing or at fault.
std::optional<YamlNode> read_configuration(Reading& reading, std::string_view path,
                                           SchemaName schema) {
    if (reading.files.unreadable.contains(path)) return std::nullopt;
    const auto file = reading.files.files.find(path);
    if (file == reading.files.files.end()) {
        reading.faults.push_back({"load.missing-file",
                                  "the campaign has no " + quoted(path),
                                  missing_hint(reading.files, path),
                                  {},
                                  shown_path(reading.files, path),
                                  Severity::error,
                                  Blame::configuration});
        return std::nullopt;
    }
    if (reading.checked.unreadable.contains(path)) return std::nullopt;
    const SourceId source = reading.sources.add(shown_path(reading.files, path), file->second);
    auto node = checked_yaml(reading.sources, source, schema);
    set_blame(node.diagnostics, Blame::configuration);
    append(reading.faults, std::move(node.diagnostics));
    return std::move(node.value);
}

/// None if campaign.yaml itself is at fault; then the texts are checked without it.
std::optional<Campaign> read_campaign(Reading& reading) {
    const auto file = read_configuration(reading, campaign_path, SchemaName::campaign);
    if (!file) return std::nullopt;
    Campaign campaign = to_campaign(*file, reading.faults);
    append(reading.faults, check_campaign(*file, campaign));
    return campaign;
}

void check_own_font(Reading& reading, const FontFile& font) {
    const auto refuse = [&](const std::string& what, std::string hint) {
        reading.faults.push_back({"load.font-file",
                                  "font " + quoted(font.path) + " " + what,
                                  std::move(hint),
                                  font.span,
                                  {},
                                  Severity::error,
                                  Blame::configuration});
    };
    if (const auto fault = path_fault(font.path))
        return refuse(*fault, path_hint(font.path, "brand/fonts/Name.ttf"));
    if (!font.package.empty() || reading.files.unreadable.contains(font.path)) return;
    const auto file = reading.files.files.find(font.path);
    if (file == reading.files.files.end())
        return refuse("is not in the campaign", "add the file, or correct the path");
    append(reading.faults, check_font(font, file->second));
}

/// The path of the brand to read; none, and a fault, if `name` is not among those in `brands/`.
std::optional<std::string> path_of_brand(Reading& reading, std::string_view name) {
    if (name.empty()) return std::string(brand_path);
    std::vector<std::string_view> known;
    for (const auto& [path, bytes] : reading.files.files) {
        std::string_view rest = path;
        if (!rest.starts_with(brands_folder) || !rest.ends_with("/brand.yaml")) continue;
        rest.remove_prefix(brands_folder.size());
        rest.remove_suffix(std::string_view("/brand.yaml").size());
        if (rest == name) return path;
        if (rest.find('/') == rest.npos) known.push_back(rest);
    }
    const auto meant = nearest(name, known);
    reading.faults.push_back({"load.unknown-brand",
                              "the campaign has no brand " + quoted(std::string(name)),
                              meant           ? "did you mean " + quoted(*meant) + "?"
                              : known.empty() ? "make one: `brands/" + std::string(name) + "/brand.yaml`"
                                              : "its brands are " + yaml::listed(known),
                              {},
                              shown_path(reading.files, brands_folder.substr(0, 6)),
                              Severity::error,
                              Blame::usage});
    return std::nullopt;
}

/// Words of logos are there in each language of a kit, and partners are of countries of the campaign.
void check_logo_words(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    const auto check = [&](const YamlNode& logo) {
        // A brand is made for more than one campaign: it may say more than this one needs.
        check_translated(*logo.entry("alternative_text"), "alternative_text", campaign, faults);
    };
    if (const YamlNode* logo = file.find("logo")) check(*logo);
    const YamlNode* partners = file.find("partners");
    if (!partners) return;
    std::vector<std::string_view> codes;
    for (const Country& country : campaign.countries) codes.push_back(country.code.code);
    for (const YamlNode& partner : partners->items()) {
        check(partner);
        for (const YamlNode& code : partner.find("countries")->items())
            if (std::ranges::find(codes, code.scalar()->text) == codes.end())
                report_configuration(
                    faults, code.span, "undeclared-country",
                    quoted(code.scalar()->text) + " is not one of the campaign's `countries`",
                    meant(code.scalar()->text, codes, "add it to `countries`, or remove it here"));
    }
}

std::optional<Brand> read_brand(Reading& reading, std::string_view name,
                                const std::optional<Campaign>& campaign) {
    const auto path = path_of_brand(reading, name);
    if (!path) return std::nullopt;
    const auto file = read_configuration(reading, *path, SchemaName::brand);
    if (!file) return std::nullopt;
    Diagnostics faults;
    Brand brand = to_brand(*file, faults);
    if (!has_errors(faults)) append(faults, check_contrast(*file, brand));
    if (campaign) check_logo_words(*file, *campaign, faults);
    append(reading.faults, std::move(faults));
    for (const FontFile& font : fonts_of(brand)) check_own_font(reading, font);
    return brand;
}

/// Adds a drawing of the brand to `drawings`, once.
void use_drawing(Reading& reading, const std::string& path, Span span,
                 std::map<std::string, VectorImage>& drawings) {
    const auto refuse = [&](const std::string& what, std::string hint) {
        reading.faults.push_back({"load.image-file", "drawing " + quoted(path) + " " + what,
                                  std::move(hint), span, {}, Severity::error, Blame::configuration});
    };
    if (drawings.contains(path) || reading.files.unreadable.contains(path)) return;
    if (const auto fault = path_fault(path))
        return refuse(*fault, path_hint(path, "brand/logo.svg"));
    const auto file = reading.files.files.find(path);
    if (file == reading.files.files.end())
        return refuse("is not in the campaign", "add the file, or correct the path");
    if (!path.ends_with(".svg"))
        return refuse("is no SVG", "save it as SVG with plain paths and colours");
    const SourceId source = reading.sources.add(shown_path(reading.files, path), file->second);
    auto drawing = read_svg(reading.sources, source);
    append(reading.faults, std::move(drawing.diagnostics));
    if (drawing) drawings.emplace(path, std::move(*drawing));
}

std::vector<const Logo*> logos_of(const Brand& brand) {
    std::vector<const Logo*> logos;
    if (brand.logo) logos.push_back(&*brand.logo);
    for (const PartnerLogo& partner : brand.partners) logos.push_back(&partner.logo);
    return logos;
}

bool is_drawing(const Logo& logo) { return logo.path.ends_with(".svg"); }

/// The drawings of a brand: logos, where they are drawn, and the symbols of groups.
std::map<std::string, VectorImage> read_drawings(Reading& reading, const std::optional<Brand>& brand) {
    std::map<std::string, VectorImage> drawings;
    if (!brand) return drawings;
    for (const Logo* logo : logos_of(*brand))
        if (is_drawing(*logo)) use_drawing(reading, logo->path, logo->span, drawings);
    for (const auto& [actor, symbol] : brand->actor_symbols)
        use_drawing(reading, symbol.path, symbol.span, drawings);
    return drawings;
}

/// A file whose path is near, such as one with other capitals, which Windows and macOS do not tell apart.
std::string path_like(const FileTree& files, const std::string& path) {
    std::vector<std::string_view> known;
    for (const auto& [name, bytes] : files.files) known.push_back(name);
    return meant(path, known, "add the file, or correct the path");
}

/// Adds the picture to `images`, once; null after an error.
const CampaignImage* use_picture(Reading& reading, const std::string& path, Span span, Blame blame,
                                 std::map<std::string, CampaignImage>& images) {
    if (const auto known = images.find(path); known != images.end()) return &known->second;
    const auto refuse = [&](const std::string& what, std::string hint) {
        reading.faults.push_back({"load.image-file",
                                  "picture " + quoted(path) + " " + what,
                                  std::move(hint),
                                  span,
                                  {},
                                  Severity::error,
                                  blame});
        return nullptr;
    };
    if (const auto fault = path_fault(path))
        return refuse(*fault, path_hint(path, "images/map.png"));
    if (reading.files.unreadable.contains(path)) return nullptr;
    const auto file = reading.files.files.find(path);
    if (file == reading.files.files.end())
        return refuse("is not in the campaign", path_like(reading.files, path));
    auto image = read_image(path, file->second, span);
    set_blame(image.diagnostics, blame);
    append(reading.faults, std::move(image.diagnostics));
    return image ? &images.emplace(path, std::move(*image)).first->second : nullptr;
}

void check_logo(Reading& reading, const Logo& logo, const CampaignImage& image) {
    // 1 inch = 72 pt; both sides in millipoints times pixels.
    const std::int64_t needed = (logo.width.millipoints * min_logo_density + 71'999) / 72'000;
    if (std::int64_t{image.width} >= needed) return;
    reading.faults.push_back({"load.coarse-logo",
                              "logo " + quoted(logo.path) + " is " + std::to_string(image.width) +
                                  " pixels wide; print needs " + std::to_string(needed) +
                                  " at this width",
                              "use a larger picture, or print it smaller",
                              logo.span,
                              {},
                              Severity::error,
                              Blame::configuration});
}

/// Of the brands of a campaign, a build uses one.
bool is_of_brand(std::string_view path) {
    return path.starts_with("brand/") || path.starts_with(brands_folder);
}

/// Reads the pictures that the logo and the texts use, and warns of those that nothing uses.
std::map<std::string, CampaignImage>
read_pictures(Reading& reading, const std::optional<Brand>& brand, const Texts& texts) {
    std::map<std::string, CampaignImage> images;
    std::set<std::string, std::less<>> used;
    for (const Logo* logo : brand ? logos_of(*brand) : std::vector<const Logo*>()) {
        if (is_drawing(*logo)) continue;
        used.insert(logo->path);
        if (const auto* image =
                use_picture(reading, logo->path, logo->span, Blame::configuration, images))
            check_logo(reading, *logo, *image);
    }
    for (const auto& [key, document] : texts.documents)
        for (const PictureUse& use : pictures_of(document))
            // A picture at fault is reported where it is first used.
            if (used.insert(use.path).second)
                use_picture(reading, use.path, use.span, Blame::content, images);
    // A text or brand at fault may name the others.
    if (!brand || has_errors(texts.diagnostics)) return images;
    for (const auto& [path, bytes] : reading.files.files)
        if (is_image_name(path) && !is_clutter(path) && !is_of_brand(path) && !used.contains(path))
            reading.faults.push_back({"load.unused-image",
                                      "no text uses this picture",
                                      "use it, or remove it",
                                      {},
                                      shown_path(reading.files, path),
                                      Severity::warning,
                                      Blame::content});
    return images;
}

/// Whether a text or the brand names the picture, be it at fault or not.
bool is_named(const std::string& path, const Texts& texts, const std::optional<Brand>& brand) {
    const auto is_it = [&](const auto& use) { return use.path == path; };
    if (brand && std::ranges::any_of(logos_of(*brand), [&](const Logo* logo) { return is_it(*logo); })) return true;
    return std::ranges::any_of(texts.documents, [&](const auto& text) {
        return std::ranges::any_of(pictures_of(text.second), is_it);
    });
}

/// A record of a picture that is not shown is a misspelt path, which may hide that consent is missing.
Diagnostic unused_record(const std::string& path, const ImageRecord& record) {
    return {"load.unused-image-record",
            "no text shows the picture " + quoted(path),
            "correct the path, or remove the entry",
            record.span,
            {},
            Severity::error,
            Blame::configuration};
}

/// Readers are owed whose a picture is; the campaign as a whole is not said beside it.
void warn_of_uncredited(const Campaign& campaign, const Texts& texts, Diagnostics& faults) {
    for (const auto& [key, document] : texts.documents)
        for (const PictureUse& use : pictures_of(document))
            if (!use.credited && credit_of(campaign, use.path).empty())
                faults.push_back({"load.image-without-credit",
                                  "picture does not say whose it is",
                                  "write `{credit=\"…\"}` behind it, or `credit` of the picture below `images` in campaign.yaml",
                                  use.span,
                                  {},
                                  Severity::warning,
                                  Blame::content});
}

/// Drawn logos as files, for kits: those who write about a campaign want to show them.
std::map<std::string, CampaignImage> drawn_logos(const Brand& brand,
                                                 const std::map<std::string, VectorImage>& drawings) {
    std::map<std::string, CampaignImage> out;
    for (const Logo* logo : logos_of(brand)) {
        const auto drawing = drawings.find(logo->path);
        if (drawing == drawings.end()) continue;
        const auto pixels = [](Length length) {
            return static_cast<std::uint32_t>(std::max<std::int64_t>(length.millipoints / 1000, 1));
        };
        std::string bytes = write_svg(drawing->second);
        const Digest digest = sha256(bytes);
        out.emplace(logo->path, CampaignImage{logo->path, ImageFormat::svg, pixels(drawing->second.width),
                                              pixels(drawing->second.height), std::move(bytes), digest});
    }
    return out;
}

} // namespace

Result<Campaign> load(const FileTree& files, SourceMap& sources, std::string_view brand_name) {
    Reading reading{files, sources, check_files(files, sources), {}};
    append(reading.faults, std::move(reading.checked.diagnostics));
    std::optional<Campaign> campaign = read_campaign(reading);
    std::optional<Brand> brand = read_brand(reading, brand_name, campaign);
    Texts texts = read_texts(files, reading.checked, campaign ? &*campaign : nullptr, sources);
    auto images = read_pictures(reading, brand, texts);
    auto drawings = read_drawings(reading, brand);
    const bool texts_are_sound = !has_errors(texts.diagnostics);
    append(reading.faults, std::move(texts.diagnostics));
    if (campaign)
        for (const auto& [key, document] : texts.documents)
            append(reading.faults, check_references(document, *campaign));

    if (campaign && texts_are_sound && !campaign->instruments.empty() &&
        std::ranges::none_of(texts.documents, [](const auto& text) { return has_index(text.second); }))
        reading.faults.push_back({"load.unused-instruments", "no text has an index of instruments",
                                  "write `::: instruments` and `:::` into one, or remove `instruments`",
                                  campaign->instruments.front().span, {}, Severity::warning,
                                  Blame::configuration});
    if (campaign && texts_are_sound)
        for (const auto& [path, record] : campaign->image_records)
            if (!images.contains(path) && !is_named(path, texts, brand))
                reading.faults.push_back(unused_record(path, record));
    if (campaign) {
        campaign->images = std::move(images);
        warn_of_uncredited(*campaign, texts, reading.faults);
    }

    sort(reading.faults, sources);
    if (!campaign || !brand) return std::move(reading.faults);
    campaign->drawn_logos = drawn_logos(*brand, drawings);
    campaign->brand = *std::move(brand);
    campaign->texts = std::move(texts.documents);
    campaign->drawings = std::move(drawings);
    return {*std::move(campaign), std::move(reading.faults)};
}

} // namespace presskit::load
