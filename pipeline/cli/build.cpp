// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/build.hpp"

#include "pipeline/cli/artefact_cache.hpp"
#include "pipeline/cli/batches.hpp"
#include "pipeline/cli/clock.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/planned_campaign.hpp"
#include "pipeline/cli/preview_files.hpp"
#include "pipeline/cli/previous_outputs.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/cli/selection.hpp"
#include "pipeline/engine/parallel.hpp"
#include "pipeline/engine/program_identity.hpp"
#include "pipeline/signing/signature.hpp"
#include "stages/bundle/index.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/pictures/pictures.hpp"
#include "stages/verify/verify.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_kept_file = 2'000'000'000;
constexpr std::uint64_t largest_cache = 1'000'000'000;

Diagnostics make_copies(Campaign& campaign, unsigned workers) {
    std::vector<CampaignImage*> list;
    for (auto& [path, image] : campaign.images) list.push_back(&image);
    struct NoTools {};
    return engine::for_each_index(
        list.size(), workers, [] { return NoTools{}; },
        [&](NoTools&, std::size_t index) {
            pictures::make_web_copy(*list[index]);
            pictures::make_print_copy(*list[index], pictures::print_width(campaign));
            return Diagnostics{};
        });
}

/// Of the command line, what kits depend on.
std::map<std::string, std::string> parameters_of(const BuildOptions& options) {
    std::map<std::string, std::string> parameters;
    if (!options.brand.empty()) parameters["brand"] = options.brand;
    if (options.linearize) parameters["linearize"] = "true";
    if (!options.verify) parameters["verify"] = "false";
    return parameters;
}

/// Of the command line, what artefacts depend on. No kit holds previews.
std::map<std::string, std::string> asked_of_documents(const BuildOptions& options) {
    std::map<std::string, std::string> asked = parameters_of(options);
    if (options.previews) asked["previews"] = "true";
    return asked;
}

/// "kit.zip" → "bags/kit-bag.zip".
std::string bag_file(const std::string& kit_file) {
    return bags_folder + kit_file.substr(0, kit_file.rfind('.')) + "-bag.zip";
}

std::string signature_name(const std::string& file) {
    return file + std::string(signing::signature_extension);
}

signing::Statement statement_of(const Kit& kit, const Campaign& campaign) {
    return {.campaign = campaign.id,
            .version = campaign.version,
            .kit = kit.id,
            .file = kit.file_name,
            .embargo = kit.manifest.embargo,
            .sha256 = to_hex(kit.digest)};
}

Diagnostic other_version(const PreviousKit& kit, const std::string& version) {
    return {.code = "build.other-version",
            .message = "is of version `" + kit.version + "`, the campaign of `" + version + "`",
            .hint = "build all kits again, without `--only`",
            .path = kit.file,
            .blame = Blame::usage};
}

Diagnostic other_embargo(const PreviousKit& kit) {
    return {.code = "build.other-embargo",
            .message = kit.folder.empty() ? "was made without the embargo that the campaign has now"
                                          : "was made under an embargo that has passed",
            .hint = "build all kits again, without `--only`",
            .path = kit.folder + kit.file,
            .blame = Blame::usage};
}

/// One run of `build`: campaigns in turn, all into one draft.
class Build {
  public:
    Build(engine::Workspace& workspace, const BuildOptions& options,
          std::optional<signing::SecretKey> key, std::int64_t now, engine::Log& log)
        : workspace_(workspace),
          options_(options),
          key_(std::move(key)),
          now_(now),
          cache_folder_(options.use_cache ? cache_folder(workspace, options.cache) : std::string()),
          program_(engine::program_identity()),
          progress_(log) {}

    Result<std::vector<PlannedCampaign>> plan(SourceMap& sources);
    Diagnostics make(const PlannedCampaign& planned, const engine::OutputDraft& draft);
    Diagnostics keep_others(const std::vector<PlannedCampaign>& planned,
                            const engine::OutputDraft& draft);
    Diagnostics finish(engine::OutputDraft draft);
    std::vector<BuiltKit> built() const;

  private:
    Diagnostics keep(const PreviousKit& kit, const engine::OutputDraft& draft);
    Diagnostics keep_beside(const PreviousKit& kit, const engine::OutputDraft& draft);
    Diagnostics sign(const engine::OutputDraft& draft, std::string_view bytes,
                     const signing::Statement& statement, const std::string& folder);
    bool is_made(const PreviousKit& kit) const {
        return std::ranges::any_of(kits_, [&](const KitRecord& made) {
            return made.campaign == kit.campaign && made.built.id == kit.id;
        });
    }

    engine::Workspace& workspace_;
    const BuildOptions& options_;
    const std::optional<signing::SecretKey> key_;
    const std::int64_t now_;
    const std::string cache_folder_;
    const std::optional<std::string> program_;
    engine::Progress progress_;
    verify::PdfChecks pdf_checks_;
    std::vector<CampaignRecord> campaigns_;
    std::vector<KitRecord> kits_;
    std::vector<KitRecord> kept_;
    PreviewFiles previews_;
};

Result<std::vector<PlannedCampaign>> Build::plan(SourceMap& sources) {
    std::vector<PlannedCampaign> planned;
    Diagnostics faults;
    std::set<std::string> known_words;
    std::map<std::string, std::string> folder_of;
    const Only only{options_.only, options_.campaigns.size() > 1};
    progress_.start("load and plan", options_.campaigns.size());
    for (const std::string& folder : options_.campaigns) {
        Result<PlannedCampaign> campaign =
            plan_campaign(workspace_, folder, only, options_.brand, now_, sources);
        append(faults, std::move(campaign.diagnostics));
        if (campaign)
            append(faults, make_copies(campaign->read.campaign, options_.workers));
        progress_.advance(folder);
        if (!campaign) continue;
        for (std::string& word : only.words_for(campaign->read.campaign))
            known_words.insert(std::move(word));
        append(faults, claim_id(folder_of, campaign->read.campaign.id, folder));
        planned.push_back(std::move(*campaign));
    }
    // A campaign at fault may be the one that has the kit.
    if (!has_errors(faults)) append(faults, only.unknown(known_words));
    progress_.finish();
    return {std::move(planned), std::move(faults)};
}

Diagnostics Build::make(const PlannedCampaign& planned, const engine::OutputDraft& draft) {
    const Campaign& campaign = planned.read.campaign;
    const Plan& plan = planned.plan;
    const std::string folder = folder_of(campaign);
    const KitDependencies dependencies(planned.read.digests, planned.resources);
    const std::map<std::string, std::string> parameters = parameters_of(options_);
    std::optional<ArtefactCache> cache;
    if (!cache_folder_.empty() && program_)
        cache.emplace(workspace_, cache_folder_,
                      Recipes(planned.read, planned.resources, planned.timestamp,
                              asked_of_documents(options_), *program_));
    Production production(campaign, plan, planned.resources,
                          {.workers = options_.workers,
                           .timestamp = planned.timestamp,
                           .linearize = options_.linearize,
                           .pdf_checks = options_.verify ? &pdf_checks_ : nullptr,
                           .cache = cache ? &*cache : nullptr,
                           .dependencies = &dependencies,
                           .bagit = options_.bagit,
                           .parameters = parameters,
                           .take_preview = options_.previews
                                               ? previews_.writer(workspace_, draft, folder)
                                               : nullptr});
    const std::size_t before = kits_.size();
    kits_.resize(before + plan.kits.size());
    const auto finished = [&](std::size_t index, Kit kit) {
        Diagnostics found;
        if (options_.verify)
            found = verify::faults_of_kit(kit.bytes, kit.file_name, pdf_checks_);
        const std::string file = folder + kit.file_name;
        append(found, workspace_.write(draft, file, kit.bytes));
        append(found, sign(draft, kit.bytes, statement_of(kit, campaign), folder));
        if (!kit.bag.empty())
            append(found, workspace_.write(draft, folder + bag_file(kit.file_name), kit.bag));
        kits_[before + index] = {{kit.id, file, to_hex(kit.digest), kit.bytes.size()},
                                 campaign.id,
                                 PackedText(bundle::to_index_row(kit)),
                                 folder};
        return found;
    };

    Diagnostics faults;
    progress_.start("compose, render, bundle", plan.artefacts.size() + plan.kits.size());
    for_each_batch(plan, options_.workers, [&](std::size_t first, std::size_t last) {
        append(faults, production.make_artefacts(first, last, progress_));
        // After a fault the rest is made for its own faults only: one run reports them all.
        if (!has_errors(faults))
            append(faults, production.make_kits(first, last, progress_, finished));
        production.forget_before(last);
    });
    progress_.finish();
    if (cache && cache->found() > 0)
        progress_.note(std::to_string(cache->found()) + " of " + std::to_string(plan.artefacts.size()) +
                       " documents are as an earlier run made them");
    progress_.sizes(production.sizes());
    campaigns_.push_back({campaign.id, PackedText(bundle::to_index_campaign(campaign, planned.public_from)), folder});
    return faults;
}

/// Without a key nothing is written.
Diagnostics Build::sign(const engine::OutputDraft& draft, std::string_view bytes,
                        const signing::Statement& statement, const std::string& folder) {
    if (!key_) return {};
    return workspace_.write(draft, folder + signature_name(statement.file),
                            signing::sign(*key_, bytes, signing::to_comment(statement)));
}

/// The bag and the previews of a kept kit.
Diagnostics Build::keep_beside(const PreviousKit& kit, const engine::OutputDraft& draft) {
    Diagnostics faults;
    std::vector<std::string> files{kit.folder + bag_file(kit.file)};
    for (const std::string& preview : kit.previews)
        if (previews_.add(kit.folder + preview)) files.push_back(kit.folder + preview);
    for (const std::string& file : files)
        if (const auto bytes = workspace_.read_file(options_.out + "/" + file, largest_kept_file))
            append(faults, workspace_.write(draft, file, *bytes));
    return faults;
}

/// A kept kit is signed by this run's key; without one it keeps the signature that it has.
Diagnostics Build::keep(const PreviousKit& kit, const engine::OutputDraft& draft) {
    const std::string file = kit.folder + kit.file;
    kept_.push_back({{kit.id, file, {}, 0}, kit.campaign, PackedText(kit.row), kit.folder});
    Diagnostics faults = workspace_.keep(draft, file, kit.digest);
    if (has_errors(faults)) return faults;
    const std::string old = options_.out + "/" + file;
    append(faults, keep_beside(kit, draft));
    if (key_) {
        const auto bytes = workspace_.read_file(old, largest_kept_file);
        if (!bytes) return bytes.diagnostics;
        return sign(draft, *bytes,
                    {.campaign = kit.campaign,
                     .version = kit.version,
                     .kit = kit.id,
                     .file = kit.file,
                     .embargo = kit.embargo,
                     .sha256 = to_hex(kit.digest)},
                    kit.folder);
    }
    const auto signature =
        workspace_.read_file(signature_name(old), signing::longest_signature_file);
    return signature ? workspace_.write(draft, signature_name(file), *signature) : Diagnostics{};
}

/// With a selection all kits that it leaves out stay, those of campaigns that were not named too. A
/// kit that its campaign does not have any more goes.
Diagnostics Build::keep_others(const std::vector<PlannedCampaign>& planned,
                               const engine::OutputDraft& draft) {
    Diagnostics faults;
    if (options_.only.empty()) return faults;
    const PreviousOutputs previous = read_previous(workspace_, options_.out);
    for (const PreviousKit& kit : previous.kits) {
        const auto known =
            std::ranges::find(planned, kit.campaign, [](const PlannedCampaign& campaign) {
                return campaign.read.campaign.id;
            });
        if (is_made(kit)) continue;
        if (known == planned.end()) {
            append(faults, keep(kit, draft));
        } else if (has_kit(known->read.campaign, kit.id)) {
            if (kit.version != known->read.campaign.version)
                faults.push_back(other_version(kit, known->read.campaign.version));
            else if (kit.folder != folder_of(known->read.campaign))
                faults.push_back(other_embargo(kit));
            else
                append(faults, keep(kit, draft));
        }
    }
    for (const PreviousCampaign& campaign : previous.campaigns)
        if (std::ranges::find(kept_, campaign.id, &KitRecord::campaign) != kept_.end() &&
            std::ranges::find(campaigns_, campaign.id, &CampaignRecord::id) == campaigns_.end())
            campaigns_.push_back({campaign.id, PackedText(campaign.row), campaign.folder});
    return faults;
}

Diagnostics Build::finish(engine::OutputDraft draft) {
    Diagnostics faults;
    std::set<std::string> replaced;
    for (const std::string folder : {"", embargoed_folder}) {
        replaced.insert({folder + index_name, folder + signature_name(index_name)});
        if (!folder.empty() && !has_kits(kits_, folder) && !has_kits(kept_, folder)) continue;
        const Pieces index = index_of(campaigns_, kits_, kept_, folder);
        append(faults, workspace_.write_pieces(draft, folder + index_name, index));
        if (!key_) continue;
        const std::string whole = joined(index);
        append(faults,
               sign(draft, whole, {.file = index_name, .sha256 = to_hex(sha256(whole))}, folder));
    }
    if (has_errors(faults)) return faults;
    for (const auto& [kit_folder, name] : previous_files(workspace_, options_.out)) {
        const std::string file = kit_folder + name;
        replaced.insert(file);
        if (!name.starts_with(previews_folder))
            replaced.insert({signature_name(file), kit_folder + bag_file(name)});
    }
    progress_.start("put in place", 1);
    append(faults, workspace_.swap_in(std::move(draft), replaced));
    progress_.advance(options_.out);
    progress_.finish();
    if (!cache_folder_.empty()) workspace_.trim_cache(cache_folder_, largest_cache);
    return faults;
}

std::vector<BuiltKit> Build::built() const {
    std::vector<BuiltKit> out;
    for (const KitRecord& kit : kits_) out.push_back(kit.built);
    return out;
}

} // namespace

Result<std::vector<BuiltKit>> build(engine::Workspace& workspace, const BuildOptions& options,
                                    SourceMap& sources, engine::Log& log) {
    std::optional<signing::SecretKey> key;
    if (names_key(workspace, options.key)) {
        Result<signing::SecretKey> opened = open_key(workspace, options.key);
        if (!opened) return std::move(opened.diagnostics);
        key.emplace(std::move(*opened));
    } else {
        engine::Progress(log).note("the kits are unsigned: name a key by --key or PRESSKIT_KEY");
    }
    if (!options.verify)
        engine::Progress(log).note("the kits are not read again and carry no accessibility report: --no-verify");
    const Result<std::int64_t> now = current_time(workspace, options.now);
    if (!now) return now.diagnostics;
    Build run(workspace, options, std::move(key), *now, log);
    Result<std::vector<PlannedCampaign>> planned = run.plan(sources);
    Diagnostics faults = std::move(planned.diagnostics);
    if (!planned) return faults;

    Result<engine::OutputDraft> draft = workspace.begin_outputs(options.out);
    append(faults, std::move(draft.diagnostics));
    if (!draft) return faults;
    for (PlannedCampaign& campaign : *planned) {
        if (!campaign.plan.kits.empty()) append(faults, run.make(campaign, *draft));
        // What was made into kits is not needed any more; the index of a thousand takes as much room.
        campaign.read.campaign.texts.clear();
        campaign.resources = {};
    }
    if (!has_errors(faults)) append(faults, run.keep_others(*planned, *draft));
    if (!has_errors(faults)) append(faults, run.finish(std::move(*draft)));
    return {run.built(), std::move(faults)};
}

} // namespace presskit::cli
