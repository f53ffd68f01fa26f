// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/production.hpp"

#include "pipeline/cli/accessibility.hpp"
#include "pipeline/cli/artefact_cache.hpp"
#include "pipeline/engine/parallel.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/bundle/kit.hpp"
#include "stages/load/files.hpp"
#include "stages/load/fonts.hpp"
#include "stages/load/load.hpp"
#include "stages/pictures/colours.hpp"
#include "stages/pictures/pictures.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <mutex>

namespace presskit::cli {
namespace {

bundle::KitInputs inputs_of(const Campaign& campaign, const Plan& plan, const PlannedKit& kit,
                            const std::vector<std::optional<MadeArtefact>>& made,
                            std::int64_t timestamp) {
    const Language* language = languages::find(kit.language);
    assert(language != nullptr && "loading checks that every language is known");
    bundle::KitInputs inputs{campaign, kit, *language, {}, {}, {}, {}, {}, timestamp};
    inputs.release_date_text = languages::format_date(*language, campaign.release_date);
    std::vector<std::pair<ShownImage, Locale>> shown; // with the language of its words
    const auto show = [&](ShownImage image, const Locale& spoken) {
        const auto is_same = [&](const auto& other) { return other.first.path == image.path; };
        if (std::ranges::none_of(shown, is_same)) shown.emplace_back(std::move(image), spoken);
    };
    for (const std::uint32_t index : kit.artefacts) {
        const PlannedArtefact& artefact = plan.artefacts[index];
        const MadeArtefact& pdf = *made[index];
        const auto row =
            std::ranges::find(campaign.documents, artefact.edition.text.document, &DocumentRow::id);
        const Locale& words = bundle::language_of_words(artefact.edition);
        inputs.documents.push_back({artefact.name,
                                    artefact.edition,
                                    languages::wording(campaign, row->title, language->locale),
                                    pdf.title,
                                    languages::language_name(words, *language),
                                    pdf.fallback_notice,
                                    pdf.pages,
                                    pdf.pdf,
                                    pdf.digest,
                                    {}});
        for (const MadeFormat& made_format : pdf.formats)
            inputs.documents.back().formats.push_back(
                {made_format.format, made_format.bytes, made_format.inflated, made_format.digest});
        if (pdf.card)
            inputs.documents.back().card = {pdf.card->png, pdf.card->digest, pdf.card->words,
                                            card_rights(campaign)};
        if (artefact.edition.availability != Availability::fallback) {
            if (inputs.release_notice.empty()) inputs.release_notice = pdf.release_notice;
            if (inputs.prevailing_notice.empty()) inputs.prevailing_notice = pdf.prevailing_notice;
        }
        for (const ShownImage& image : pdf.images)
            show(image, words);
    }
    const auto show_logo = [&](const Logo& logo) {
        auto words = languages::wording(campaign, logo.alternative_text, kit.language);
        show({logo.path, std::move(words.text), "", ""}, words.language);
    };
    if (campaign.brand.logo) show_logo(*campaign.brand.logo);
    for (const PartnerLogo& partner : campaign.brand.partners)
        if (std::ranges::find(partner.countries, kit.country) != partner.countries.end())
            show_logo(partner.logo);
    for (const auto& [image, spoken] : shown)
        for (const auto* files : {&campaign.images, &campaign.drawn_logos})
            if (const auto known = files->find(image.path); known != files->end())
                inputs.images.push_back(
                    {&known->second, image.alternative_text, image.caption, image.credit, spoken});
    return inputs;
}

engine::Sizes sizes_of(std::string item, const render::ByteCount& use, std::size_t pages) {
    engine::Sizes sizes{std::move(item), false, 1, pages, {}};
    for (std::size_t i = 0; i < render::byte_uses; ++i)
        sizes.parts.emplace_back(render::byte_use_names[i], use.bytes[i]);
    return sizes;
}

/// What testing the kit's documents found; nothing if they were not tested.
std::optional<AccessibilityReport> report_of(const PlannedKit& kit,
                                             const std::vector<std::optional<MadeArtefact>>& made,
                                             const PdfRules& rules) {
    std::vector<const verify::PdfCheck*> documents;
    for (const std::uint32_t index : kit.artefacts) {
        if (made[index]->check == nullptr) return std::nullopt;
        documents.push_back(made[index]->check);
    }
    return cli::report_of(documents, rules);
}

std::vector<DocumentPreviews> previews_of(const PlannedKit& kit,
                                          const std::vector<std::optional<MadeArtefact>>& made,
                                          const Plan& plan) {
    std::vector<DocumentPreviews> previews;
    for (const std::uint32_t index : kit.artefacts) {
        if (made[index]->previews.empty()) continue;
        previews.push_back({plan.artefacts[index].name, {}});
        for (const MadePreview& preview : made[index]->previews)
            previews.back().pages.push_back(preview.page);
    }
    return previews;
}

Diagnostics standardize_pictures(Campaign& campaign) {
    std::vector<CampaignImage*> list;
    for (auto& [path, image] : campaign.images)
        if (image.profile || image.orientation != 1) list.push_back(&image);
    struct NoTools {};
    return engine::for_each_index(
        list.size(), engine::default_workers(), [] { return NoTools{}; },
        [&](NoTools&, std::size_t index) { return pictures::standardize(*list[index]); });
}

} // namespace

Result<ReadCampaign> read_campaign(engine::Workspace& workspace, const std::string& folder,
                                   SourceMap& sources, const std::string& brand) {
    engine::TreeReading reading = workspace.read_tree(folder, {});
    if (reading.tree.files.empty() && has_errors(reading.diagnostics)) {
        for (Diagnostic& d : reading.diagnostics)
            if (d.code == "engine.not-found" || d.code == "engine.not-a-folder") {
                if (d.code == "engine.not-a-folder") d.blame = Blame::usage;
                d.hint = "name a campaign's folder, the one that holds `campaign.yaml`";
            }
        return std::move(reading.diagnostics);
    }
    Result<Campaign> campaign = load::load(reading.tree, sources, brand);
    append(reading.diagnostics, std::move(campaign.diagnostics));
    if (!campaign) return std::move(reading.diagnostics);
    std::map<std::string, Digest> digests;
    for (const auto& [path, bytes] : reading.tree.files)
        if (!load::is_clutter(path)) digests.emplace(path, sha256(bytes));
    // The texts are in `sources` by now, the pictures in the campaign.
    const std::vector<FontFile> fonts = load::fonts_of(campaign->brand);
    std::erase_if(reading.tree.files, [&](const auto& file) {
        return std::ranges::find(fonts, file.first, &FontFile::path) == fonts.end();
    });
    append(reading.diagnostics, standardize_pictures(*campaign));
    pictures::declare_rights(*campaign);
    return {{std::move(reading.tree), std::move(*campaign), std::move(digests)},
            std::move(reading.diagnostics)};
}

std::set<Locale> languages_of(const Plan& plan) {
    std::set<Locale> out;
    for (const PlannedKit& kit : plan.kits) out.insert(kit.language);
    for (const PlannedArtefact& artefact : plan.artefacts) {
        out.insert(artefact.edition.reader);
        out.insert(bundle::language_of_words(artefact.edition));
    }
    return out;
}

/// Presses at rest between batches, with what they have learned.
class Production::Presses {
  public:
    Presses(const Campaign& campaign, const Resources& resources,
            const compose::PatternLibrary& patterns, ScreenPictures& pictures, bool linearize)
        : campaign_(campaign),
          resources_(resources),
          patterns_(patterns),
          pictures_(pictures),
          linearize_(linearize) {}

    std::unique_ptr<Press> take() {
        const std::scoped_lock lock(mutex_);
        if (resting_.empty())
            return std::make_unique<Press>(campaign_, resources_, patterns_, pictures_, linearize_);
        std::unique_ptr<Press> press = std::move(resting_.back());
        resting_.pop_back();
        return press;
    }
    void put(std::unique_ptr<Press> press) {
        const std::scoped_lock lock(mutex_);
        resting_.push_back(std::move(press));
    }

  private:
    const Campaign& campaign_;
    const Resources& resources_;
    const compose::PatternLibrary& patterns_;
    ScreenPictures& pictures_;
    const bool linearize_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Press>> resting_;
};

Production::Production(const Campaign& campaign, const Plan& plan, const Resources& resources,
                       const ProductionRules& rules)
    : campaign_(campaign),
      plan_(plan),
      rules_(rules),
      patterns_(resources.dictionaries),
      pictures_(campaign.images),
      presses_(std::make_unique<Presses>(campaign, resources, patterns_, pictures_, rules.linearize)),
      made_(plan.artefacts.size()),
      last_kits_(plan.artefacts.size()) {
    for (std::size_t kit = 0; kit < plan.kits.size(); ++kit)
        for (const std::uint32_t artefact : plan.kits[kit].artefacts) last_kits_[artefact] = kit;
}
Production::~Production() = default;

Diagnostics Production::make_artefact(Press& press, const PlannedArtefact& artefact,
                                      std::optional<MadeArtefact>& place) {
    if (rules_.typography) press.report_lines();
    Result<MadeArtefact> made = press.make(artefact, rules_);
    if (!made) return std::move(made.diagnostics);
    if (rules_.cache != nullptr && made.diagnostics.empty()) rules_.cache->keep(artefact, *made);
    place = std::move(*made);
    return std::move(made.diagnostics);
}

/// What is left of a preview says where it lies.
Diagnostics Production::hand_over_previews(MadeArtefact& made) const {
    Diagnostics faults;
    for (MadePreview& preview : made.previews) {
        if (rules_.take_preview) append(faults, rules_.take_preview(preview));
        preview.png = {};
    }
    return faults;
}

Diagnostics Production::make_artefacts(std::size_t first, std::size_t last,
                                       engine::Progress& progress) {
    std::set<std::uint32_t> lacking;
    for (std::size_t kit = first; kit < last; ++kit)
        for (const std::uint32_t artefact : plan_.kits[kit].artefacts)
            if (!made_[artefact]) lacking.insert(artefact);
    const std::vector<std::uint32_t> wanted(lacking.begin(), lacking.end());

    struct Lease {
        Presses& presses;
        std::unique_ptr<Press> press;
        explicit Lease(Presses& from) : presses(from), press(from.take()) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { presses.put(std::move(press)); }
    };
    Diagnostics faults = engine::for_each_index(
        wanted.size(), rules_.workers, [&] { return Lease(*presses_); },
        [&](Lease& lease, std::size_t index) {
            const PlannedArtefact& artefact = plan_.artefacts[wanted[index]];
            std::optional<MadeArtefact>& place = made_[wanted[index]];
            if (rules_.cache != nullptr) place = rules_.cache->find(artefact, rules_.pdf_checks);
            Diagnostics found;
            if (!place) found = make_artefact(*lease.press, artefact, place);
            if (place) append(found, hand_over_previews(*place));
            progress.advance(artefact.name);
            return found;
        });
    for (const std::uint32_t index : wanted)
        if (made_[index]) {
            const MadeArtefact& made = *made_[index];
            progress.sizes(sizes_of(plan_.artefacts[index].name, made.use, made.pages));
            use_ += made.use;
            pages_ += made.pages;
            ++documents_;
        }
    return faults;
}

engine::Sizes Production::sizes() const {
    engine::Sizes sizes = sizes_of(campaign_.id, use_, pages_);
    sizes.total = true;
    sizes.documents = documents_;
    return sizes;
}

Diagnostics Production::make_kits(std::size_t first, std::size_t last, engine::Progress& progress,
                                  const std::function<Diagnostics(std::size_t, Kit)>& finished) {
    struct NoTools {};
    return engine::for_each_index(
        last - first, rules_.workers, [] { return NoTools{}; },
        [&](NoTools&, std::size_t index) {
            const PlannedKit& planned = plan_.kits[first + index];
            bundle::KitInputs inputs =
                inputs_of(campaign_, plan_, planned, made_, rules_.timestamp);
            const std::optional<AccessibilityReport> report =
                report_of(planned, made_, campaign_.pdf);
            inputs.accessibility = report ? &*report : nullptr;
            if (rules_.dependencies) inputs.dependencies = rules_.dependencies->of(inputs);
            inputs.parameters = rules_.parameters;
            inputs.bagit = rules_.bagit;
            Result<Kit> kit = bundle::make_kit(inputs);
            progress.advance(planned.id);
            if (kit) kit->previews = previews_of(planned, made_, plan_);
            if (kit) append(kit.diagnostics, finished(first + index, std::move(*kit)));
            return std::move(kit.diagnostics);
        });
}

void Production::forget_before(std::size_t first) {
    for (std::size_t artefact = 0; artefact < made_.size(); ++artefact)
        if (last_kits_[artefact] < first) made_[artefact].reset();
}

std::int64_t release_instant(const Campaign& campaign) {
    using namespace std::chrono;
    const Date& date = campaign.release_date;
    const year_month_day day{year{date.year}, month{static_cast<unsigned>(date.month)},
                             std::chrono::day{static_cast<unsigned>(date.day)}};
    return duration_cast<seconds>(sys_days{day}.time_since_epoch()).count();
}

} // namespace presskit::cli
