// SPDX-License-Identifier: Apache-2.0
// `presskit proof`: a sheet for each language of each campaign, in its brand.
#include "pipeline/base/text.hpp"
#include "pipeline/cli/build.hpp"
#include "pipeline/cli/clock.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/cli/proof_sheet.hpp"
#include "pipeline/languages/languages.hpp"

#include <algorithm>
#include <set>

namespace presskit::cli {
namespace {

struct Sheet {
    std::string name, pdf, lines;
    Diagnostics gaps; ///< what the faces lack: the sheet is made all the same, and shows it
};

Diagnostic lacking(const FaceGap& gap, const Language& language) {
    return {.code = "proof.missing-characters",
            .message = "family `" + gap.family + "`, " + gap.face + ", lacks characters of `" +
                       language.locale.tag + "`: " + code_points_of(gap.characters),
            .hint = "name a family that has them under `fallback` in brand.yaml"};
}

Diagnostic borrowing(const FaceGap& gap, const Language& language) {
    return {.code = "proof.mixed-words",
            .message = "words of `" + language.locale.tag + "` in family `" + gap.family + "`, " + gap.face +
                       ", have letters of other families among their own: " + code_points_of(gap.borrowed),
            .hint = "choose a font that has them",
            .severity = Severity::warning};
}

Diagnostic in_common_shapes(const FaceGap& gap, const Language& language) {
    return {.code = "proof.common-italics",
            .message = "family `" + gap.family + "`, " + gap.face + ", has no shapes of `" + language.locale.tag +
                       "` for " + code_points_of(gap.common) + ", only those of other languages",
            .hint = "choose a font with Serbian italics (`locl` in its OpenType features)",
            .severity = Severity::warning};
}

/// The languages of a campaign, or the one that was asked for.
Result<std::vector<const Language*>> languages_of(const Campaign& campaign, const std::string& wanted) {
    std::vector<const Language*> out;
    for (const CampaignLanguage& row : campaign.languages)
        if (wanted.empty() || row.locale.tag == wanted)
            if (const Language* language = languages::find(row.locale)) out.push_back(language);
    if (!out.empty()) return out;
    return Diagnostic{.code = "cli.unknown-language",
                      .message = "the campaign has no language `" + to_utf8(printable(wanted)) + "`",
                      .hint = "name one of its `languages`",
                      .path = campaign.id,
                      .blame = Blame::usage};
}

/// All sheets of one campaign.
class Prover {
  public:
    Prover(ReadCampaign read, Resources resources, std::int64_t timestamp)
        : brand_(read.campaign.brand), campaign_(std::move(read.campaign)),
          resources_(std::move(resources)), patterns_(resources_.dictionaries),
          composer_(with_proof_brand(campaign_), resources_.fonts, patterns_),
          writer_(resources_.fonts, campaign_.images), timestamp_(timestamp) {}

    Result<Sheet> sheet(const Language& language) {
        const std::vector<FaceGap> gaps = gaps_of(brand_, resources_.fonts, language);
        std::optional<compose::HyphenationPatterns> patterns;
        if (language.hyphenation)
            patterns.emplace(resources_.dictionaries.at(language.hyphenation->dictionary));
        const Edition edition =
            proof_edition(brand_, language, gaps, patterns ? &*patterns : nullptr);
        Result<Pages> pages = composer_.compose(edition, timestamp_);
        if (!pages) return std::move(pages.diagnostics);
        Result<render::RenderedPdf> pdf = writer_.write(*pages);
        append(pages.diagnostics, std::move(pdf.diagnostics));
        if (!pdf) return std::move(pages.diagnostics);
        Sheet made{"proof-" + brand_.id + "-" + language.locale.tag + ".pdf", std::move(pdf->bytes), {}, {}};
        std::size_t count = 0;
        for (const FaceGap& gap : gaps) {
            count += gap.characters.size();
            if (!gap.characters.empty()) made.gaps.push_back(lacking(gap, language));
            if (!gap.borrowed.empty()) made.gaps.push_back(borrowing(gap, language));
            if (!gap.common.empty()) made.gaps.push_back(in_common_shapes(gap, language));
        }
        made.lines = brand_.id + "\t" + language.locale.tag + "\t" + std::to_string(count) + "\t" +
                     made.name + "\n";
        return {std::move(made), std::move(pages.diagnostics)};
    }

  private:
    static const Campaign& with_proof_brand(Campaign& campaign) {
        campaign.brand = proof_brand(campaign.brand);
        return campaign;
    }

    Brand brand_; ///< as the designer has it
    Campaign campaign_;
    Resources resources_;
    compose::PatternLibrary patterns_;
    compose::Composer composer_;
    render::PdfWriter writer_;
    std::int64_t timestamp_;
};

Result<std::vector<Sheet>> prove(const std::string& folder, const ProofOptions& options,
                                 Surroundings& around) {
    Result<ReadCampaign> read = read_campaign(around.workspace, folder, around.sources, options.brand);
    if (!read) return std::move(read.diagnostics);
    Diagnostics faults = std::move(read.diagnostics);
    auto languages = languages_of(read->campaign, options.language);
    append(faults, std::move(languages.diagnostics));
    if (!languages) return faults;
    std::set<Locale> locales{{"en"}};
    for (const Language* language : *languages) locales.insert(language->locale);
    auto resources = read_resources(around.workspace, read->campaign, read->files, locales);
    auto timestamp = source_date(around.workspace, release_instant(read->campaign));
    append(faults, std::move(resources.diagnostics));
    append(faults, std::move(timestamp.diagnostics));
    if (has_errors(faults)) return faults;
    Prover prover(std::move(*read), std::move(*resources), *timestamp);
    std::vector<Sheet> sheets;
    for (const Language* language : *languages) {
        Result<Sheet> sheet = prover.sheet(*language);
        append(faults, std::move(sheet.diagnostics));
        if (sheet) sheets.push_back(std::move(*sheet));
    }
    return {std::move(sheets), std::move(faults)};
}

} // namespace

Outcome run_command(const ProofOptions& options, Surroundings& around) {
    auto folders = campaign_folders(around.workspace, options.campaigns);
    if (!folders) return {{}, std::move(folders.diagnostics)};
    Outcome outcome{{}, std::move(folders.diagnostics)};
    std::vector<Sheet> sheets;
    for (const std::string& folder : *folders) {
        auto made = prove(folder, options, around);
        append(outcome.diagnostics, std::move(made.diagnostics));
        if (made) std::ranges::move(*made, std::back_inserter(sheets));
    }
    if (sheets.empty()) return outcome;
    auto draft = around.workspace.begin_outputs(options.out);
    append(outcome.diagnostics, std::move(draft.diagnostics));
    if (!draft) return outcome;
    std::set<std::string> names;
    Diagnostics faults;
    for (const Sheet& sheet : sheets) {
        append(faults, around.workspace.write(*draft, sheet.name, sheet.pdf));
        names.insert(sheet.name);
        outcome.lines += sheet.lines;
        append(outcome.diagnostics, sheet.gaps);
    }
    if (!has_errors(faults)) append(faults, around.workspace.swap_in(std::move(*draft), names));
    append(outcome.diagnostics, std::move(faults));
    return outcome;
}

} // namespace presskit::cli
