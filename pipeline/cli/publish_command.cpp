// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/clock.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/previous_outputs.hpp"
#include "pipeline/cli/sealed_zips.hpp"
#include "stages/model/card.hpp"
#include "stages/model/document_format.hpp"
#include "stages/model/iso_time.hpp"
#include "stages/publish/site.hpp"
#include "stages/publish/superseded.hpp"
#include "stages/verify/kit_reading.hpp"
#include "stages/verify/verify.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace presskit::cli {
namespace {

constexpr std::int64_t seconds_a_day = 86'400;

/// The latest instant that the index of embargoed kits names; empty without one.
std::string last_embargo(const FileTree& tree) {
    const auto text = tree.files.find(std::string(embargoed_folder) + "index.json");
    if (text == tree.files.end()) return {};
    const auto index = nlohmann::json::parse(text->second, nullptr, false);
    std::string last;
    if (!index.is_object() || !index.contains("kits")) return last;
    for (const auto& kit : index["kits"])
        if (kit.is_object() && kit.contains("embargo") && kit["embargo"].is_string())
            last = std::max(last, kit["embargo"].get<std::string>());
    return last;
}

/// Kits under embargo never reach the site. What is public is published beside them; if nothing is,
/// the run shall come again.
Diagnostics embargo_faults(const FileTree& tree, bool has_public_kits, std::int64_t now) {
    const std::string last = last_embargo(tree);
    if (last.empty()) return {};
    const bool passed = last <= to_utc_text(now);
    return {Diagnostic{.code = "publish.embargo",
                       .message = passed ? "the embargo passed at " + last
                                         : "is under embargo until " + last,
                       .hint = passed ? "run `presskit build` again, then `presskit publish`"
                                      : "nothing of it was published; run again after that time",
                       .path = tree.root + "/" + embargoed_folder,
                       .severity = has_public_kits ? Severity::warning : Severity::error,
                       .blame = Blame::temporary}};
}

/// Kits without a notice that a clock ahead of this one made, in a rehearsal above all, wait as well.
Diagnostics early_faults(const publish::Catalogue& catalogue, const std::string& outputs, std::int64_t now) {
    Diagnostics faults;
    for (const publish::OfferedCampaign& campaign : catalogue.campaigns)
        if (campaign.public_from > to_utc_text(now))
            faults.push_back({.code = "publish.embargo",
                              .message = "`" + campaign.id + "` is under embargo until " + campaign.public_from +
                                         "; its kits were built ahead of time",
                              .hint = "nothing was published; run `presskit build` again, then `presskit publish`",
                              .path = outputs + "/index.json",
                              .blame = Blame::temporary});
    return faults;
}

/// What index.json does not say of a kit: whether it is signed, and the words of its releases.
void look_into(publish::OfferedKit& kit, const FileTree& outputs) {
    kit.is_signed = outputs.files.contains(kit.file + ".minisig");
    const auto zip = outputs.files.find(kit.file);
    if (zip == outputs.files.end()) return;
    for (const publish::OfferedDocument& document : kit.documents) {
        if (!document.path.ends_with(traits_of(DocumentFormat::ninjs).extension)) continue;
        const auto ninjs = verify::read_from_kit(zip->second, document.path);
        if (!ninjs) continue;
        if (auto text = publish::read_text(*ninjs)) kit.texts.push_back(std::move(*text));
    }
}

/// The card inside the kit goes to the site, too.
void take_card(publish::OfferedKit& kit, const FileTree& outputs, FileTree& site) {
    const auto zip = outputs.files.find(kit.file);
    if (zip == outputs.files.end()) return;
    for (const publish::OfferedDocument& document : kit.documents) {
        if (!document.path.ends_with(card_extension)) continue;
        auto png = verify::read_from_kit(zip->second, document.path);
        if (!png) continue;
        kit.card = {card_path(sha256(*png)), document.title};
        site.files[kit.card->path] = std::move(*png);
        return;
    }
}

constexpr std::uint64_t largest_site_file = 1'000'000'000;

/// What the site that is served now has at a path; nothing where it has no such file.
std::string served(engine::Workspace& workspace, const std::string& site, const std::string& path) {
    auto bytes = workspace.read_file(site + "/current/" + path, largest_site_file);
    return bytes ? std::move(*bytes) : std::string();
}

/// A version that the site has said is wrong does not come back unawares: to go back to it is a rollback.
/// What holds of a campaign is what the site said when it had it last.
Diagnostics corrected_faults(const publish::Catalogue& catalogue, engine::Workspace& workspace,
                             const PublishOptions& options) {
    const auto releases = workspace.list_releases(options.site);
    if (!releases) return {}; // adding one will say what is wrong
    const auto current = std::ranges::find(*releases, true, &engine::SiteRelease::is_current);
    if (current == releases->end()) return {};
    std::vector<publish::OfferedCampaign> unheard = catalogue.campaigns, corrected;
    for (auto release = current + 1; release != releases->begin() && !unheard.empty();) {
        --release;
        const auto of_release = [&](const std::string& name) {
            const auto bytes =
                workspace.read_file(options.site + "/releases/" + release->id + "/" + name, largest_site_file);
            return bytes ? *bytes : std::string();
        };
        const auto offered = publish::read_catalogue(of_release("index.json"));
        if (!offered) continue;
        const auto told = publish::read_superseded(of_release("superseded.json"));
        std::erase_if(unheard, [&](const publish::OfferedCampaign& campaign) {
            if (std::ranges::any_of(told, [&](const publish::SupersededKit& kit) {
                    return kit.campaign == campaign.id && kit.version == campaign.version;
                }))
                corrected.push_back(campaign);
            return std::ranges::find(offered->campaigns, campaign.id, &publish::OfferedCampaign::id) !=
                   offered->campaigns.end();
        });
    }
    Diagnostics faults;
    for (const publish::OfferedCampaign& campaign : corrected)
        faults.push_back({.code = "publish.corrected-version",
                          .message = "`" + campaign.id + "` is of version " + campaign.version +
                                     ", which the site has told its readers was corrected",
                          .hint = "build the version that corrects it; `presskit rollback` goes back to an "
                                  "earlier release of the site",
                          .path = options.outputs});
    return faults;
}

/// Versions that were served and that a correction has replaced. Their files stay as long as retention
/// keeps a release that offered them, unless they are withdrawn.
void add_superseded(publish::Catalogue& catalogue, engine::Workspace& workspace,
                    const PublishOptions& options, FileTree& kept) {
    const std::string& site = options.site;
    const auto releases = workspace.list_releases(site);
    if (!releases) return; // adding one will say what is wrong
    const auto current = std::ranges::find(*releases, true, &engine::SiteRelease::is_current);
    if (current == releases->end()) return;
    // The release before may have been without the campaign: its correction was under embargo.
    for (auto release = releases->begin(); release <= current; ++release) {
        const auto of_release = [&](const std::string& name) {
            return workspace.read_file(site + "/releases/" + release->id + "/" + name, largest_site_file);
        };
        const auto index = of_release("index.json"), known = of_release("superseded.json");
        const auto offered = publish::read_catalogue(index ? *index : std::string());
        auto before = publish::read_superseded(known ? *known : std::string());
        before.insert(before.end(), catalogue.superseded.begin(), catalogue.superseded.end());
        catalogue.superseded = publish::superseded_kits(catalogue, offered ? *offered : publish::Catalogue{},
                                                        release->id, before);
    }
    if (options.withdraw) return;
    const auto told = publish::read_superseded(served(workspace, site, "superseded.json"));
    for (publish::SupersededKit& kit : catalogue.superseded) {
        if (std::ranges::find(*releases, kit.release, &engine::SiteRelease::id) == releases->end()) continue;
        // Of those that the site tells of already, it is without the files that were withdrawn.
        const bool is_told = std::ranges::any_of(told, [&](const publish::SupersededKit& other) {
            return other.file == kit.file && other.sha256 == kit.sha256;
        });
        const std::string path = "kits/" + kit.file;
        const std::string folder = site + (is_told ? "/current/" : "/releases/" + kit.release + "/");
        const auto read = [&](const std::string& name) {
            auto bytes = workspace.read_file(folder + name, largest_site_file);
            return bytes ? std::move(*bytes) : std::string();
        };
        std::string zip = read(path);
        if (to_hex(sha256(zip)) != kit.sha256) continue;
        std::string signature = read(path + ".minisig");
        kit.is_there = true;
        kit.is_signed = !signature.empty();
        kept.files[path] = std::move(zip);
        if (kit.is_signed) kept.files[path + ".minisig"] = std::move(signature);
    }
}

/// Pages and feeds, and beside them the kits as they were built.
FileTree site_of(publish::Catalogue& catalogue, const FileTree& outputs, FileTree kept) {
    FileTree pictures;
    for (publish::OfferedKit& kit : catalogue.kits) {
        look_into(kit, outputs);
        take_card(kit, outputs, pictures);
        for (const publish::OfferedDocument& document : kit.documents)
            for (const publish::OfferedPreview& preview : document.previews)
                if (const auto file = outputs.files.find(preview.path); file != outputs.files.end())
                    pictures.files.insert(*file);
    }
    FileTree site = publish::make_site(catalogue);
    site.files.merge(pictures.files);
    site.files.merge(kept.files);
    for (const publish::OfferedKit& kit : catalogue.kits)
        for (const std::string& name : {kit.file, kit.file + ".minisig"})
            if (const auto file = outputs.files.find(name); file != outputs.files.end())
                site.files["kits/" + name] = file->second;
    for (const std::string name : {"index.json", "index.json.minisig"})
        if (const auto file = outputs.files.find(name); file != outputs.files.end())
            site.files[name] = file->second;
    return site;
}

std::set<SealedKit> embargoed_kits(engine::Workspace& workspace, const std::string& outputs) {
    std::set<SealedKit> kits;
    for (const PreviousKit& kit : read_previous(workspace, outputs).kits)
        if (kit.folder == embargoed_folder) kits.insert({sealed_name(kit.campaign, kit.id), to_hex(kit.digest)});
    return kits;
}

/// A kit that anybody may have needs no encryption, and nobody shall open an older state of it. A new version
/// may be under embargo while the old one is public.
Diagnostics remove_sealed_of(const publish::Catalogue& catalogue, const std::set<SealedKit>& embargoed,
                             const PublishOptions& options, Surroundings& around) {
    std::set<std::string> published;
    for (const publish::OfferedKit& kit : catalogue.kits) published.insert(sealed_name(kit.campaign, kit.id));
    for (const SealedKit& kit : embargoed) published.erase(kit.name);
    return remove_published(around.workspace, around.log, options.sealed, published);
}

} // namespace

Outcome run_command(const PublishOptions& options, Surroundings& around) {
    const auto now = current_time(around.workspace, options.now);
    if (!now) return {{}, now.diagnostics};
    auto site_url = options.site_url.empty() ? Result<std::string>(std::string())
                                             : publish::read_site_url(options.site_url);
    if (!site_url) return {{}, std::move(site_url.diagnostics)};
    auto reading = around.workspace.read_tree(options.outputs, verify_limits);
    if (has_errors(reading.diagnostics)) return {{}, std::move(reading.diagnostics)};
    const FileTree& outputs = reading.tree;
    const auto index = outputs.files.find("index.json");
    auto catalogue =
        publish::read_catalogue(index == outputs.files.end() ? std::string() : index->second);
    if (!catalogue) return {{}, std::move(catalogue.diagnostics)};
    if (auto early = early_faults(*catalogue, options.outputs, *now); has_errors(early)) return {{}, std::move(early)};

    catalogue->site_url = std::move(*site_url);
    Outcome outcome{{}, embargo_faults(outputs, !catalogue->kits.empty(), *now)};
    const std::set<SealedKit> embargoed = embargoed_kits(around.workspace, options.outputs);
    append(outcome.diagnostics, outdated_zips(around.workspace, options.sealed, embargoed));
    verify::Demands demands;
    if (!options.key.empty()) {
        const auto key = read_public_key(around.workspace, options.key);
        if (!key) return {{}, key.diagnostics};
        demands.key = *key;
        catalogue->public_key = signing::to_line(*key);
    }
    append(outcome.diagnostics, verify::verify_folder(outputs, demands).faults);
    if (has_errors(outcome.diagnostics)) return outcome;
    // What the site has told its readers is read under its lock: another run may be correcting a version.
    auto id = around.workspace.add_release(options.site, [&]() -> Result<FileTree> {
        if (auto faults = corrected_faults(*catalogue, around.workspace, options); has_errors(faults))
            return faults;
        FileTree kept;
        add_superseded(*catalogue, around.workspace, options, kept);
        return site_of(*catalogue, outputs, std::move(kept));
    });
    append(outcome.diagnostics, std::move(id.diagnostics));
    if (!id) return outcome;
    outcome.lines = options.site + "/releases/" + *id + "\n";
    append(outcome.diagnostics, remove_sealed_of(*catalogue, embargoed, options, around));
    return outcome;
}

Outcome run_command(const ReleasesOptions& options, Surroundings& around) {
    Outcome outcome;
    if (options.keep || options.older_than) {
        engine::Retention rule{.newest = options.keep.value_or(0)};
        if (options.older_than)
            rule.since = around.workspace.now() - *options.older_than * seconds_a_day;
        auto removed = around.workspace.remove_releases(options.site, rule);
        outcome.diagnostics = std::move(removed.diagnostics);
        if (removed)
            for (const std::string& id : *removed) outcome.lines += id + "\tremoved\n";
    }
    const auto releases = around.workspace.list_releases(options.site);
    append(outcome.diagnostics, releases.diagnostics);
    if (!releases) return outcome;
    for (const engine::SiteRelease& release : *releases)
        outcome.lines += release.id + (release.is_current ? "\tcurrent\n" : "\t\n");
    return outcome;
}

Outcome run_command(const RollbackOptions& options, Surroundings& around) {
    Diagnostics faults = around.workspace.select_release(options.site, options.release);
    const bool done = !has_errors(faults);
    return {done ? options.site + "/releases/" + options.release + "\n" : "", std::move(faults)};
}

} // namespace presskit::cli
