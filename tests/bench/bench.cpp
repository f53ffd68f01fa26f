// SPDX-License-Identifier: Apache-2.0
/// Times the making of a campaign's documents in one warm process on one core: the figures that a
/// whole run from outside cannot show. usage: presskit_bench CAMPAIGN [ROUNDS]
#include "pipeline/cli/build.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/engine/disk_workspace.hpp"
#include "stages/formats/formats.hpp"
#include "stages/plan/edition.hpp"
#include "stages/plan/matrix.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace presskit;

namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// What each stage of a round took, in milliseconds.
struct Taken {
    double edition = 0, compose = 0, render = 0, formats = 0;
};

/// Calls `step` and adds what it took to `sum`.
template <class Step>
auto timed(double& sum, const Step& step) {
    const auto start = std::chrono::steady_clock::now();
    auto made = step();
    sum += milliseconds_since(start);
    return made;
}

/// What pictures take: of the cards of releases, and of all pages as a site shows them.
int draw(const Campaign& campaign, const Plan& plan, const cli::Resources& resources,
         compose::Composer& composer) {
    cli::ScreenPictures pictures(campaign.images);
    preview::Painter painter(resources.fonts, [&](const std::string& path) { return pictures.find(path); });
    double cards = 0, previews = 0;
    std::size_t releases = 0, pages = 0, bytes = 0;
    for (const PlannedArtefact& artefact : plan.artefacts) {
        const auto edition = plan::make_edition(campaign, artefact.edition);
        if (!edition) return 1;
        if (edition->kind == DocumentKind::release) {
            ++releases;
            timed(cards, [&] {
                const auto card = composer.compose_card(*edition);
                return card ? painter.draw(card->page, card_width, campaign.brand.paper) : std::string();
            });
        }
        const auto composed = composer.compose(*edition, 0);
        if (!composed) return 1;
        for (const Page& page : composed->pages)
            bytes += timed(previews, [&] { return painter.draw(page, cli::preview_width, campaign.brand.paper); })
                         .size();
        pages += composed->pages.size();
    }
    std::printf("pictures   %7.3f ms/card, %.3f ms/page   %zu cards, %zu pages, %zu bytes a page\n",
                cards / static_cast<double>(releases), previews / static_cast<double>(pages), releases, pages,
                bytes / pages);
    return 0;
}

int fail(const Diagnostics& diagnostics, const SourceMap& sources) {
    for (const Diagnostic& d : diagnostics) std::fputs(to_text(d, sources).c_str(), stderr);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fputs("usage: presskit_bench CAMPAIGN [ROUNDS]\n", stderr), 2;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    engine::DiskWorkspace workspace;
    SourceMap sources;
    auto start = std::chrono::steady_clock::now();
    auto read = cli::read_campaign(workspace, argv[1], sources);
    if (!read) return fail(read.diagnostics, sources);
    const double loading = milliseconds_since(start);
    auto plan = plan::make_plan(read->campaign, {});
    if (!plan) return fail(plan.diagnostics, sources);
    auto resources = cli::read_resources(workspace, read->campaign, read->files, cli::languages_of(*plan));
    if (!resources) return fail(resources.diagnostics, sources);
    start = std::chrono::steady_clock::now();
    const compose::PatternLibrary patterns(resources->dictionaries);
    std::printf("load       %7.1f ms   patterns %.1f ms\n", loading, milliseconds_since(start));

    const Campaign& campaign = read->campaign;
    const std::int64_t timestamp = cli::release_instant(campaign);
    compose::Composer composer(campaign, resources->fonts, patterns);
    render::PdfWriter writer(resources->fonts, campaign.images, {campaign.pdf, false});
    render::ByteCount use;
    for (int round = 0; round < rounds; ++round) {
        std::size_t pages = 0, bytes = 0;
        Taken taken;
        use = {};
        for (const PlannedArtefact& artefact : plan->artefacts) {
            const auto edition = timed(
                taken.edition, [&] { return plan::make_edition(campaign, artefact.edition); });
            if (!edition) return fail(edition.diagnostics, sources);
            const auto composed =
                timed(taken.compose, [&] { return composer.compose(*edition, timestamp); });
            if (!composed) return fail(composed.diagnostics, sources);
            const auto pdf = timed(taken.render, [&] { return writer.write(*composed, {}); });
            if (!pdf) return fail(pdf.diagnostics, sources);
            const auto row = std::ranges::find(campaign.documents, artefact.edition.text.document,
                                               &DocumentRow::id);
            const auto others = timed(taken.formats, [&] {
                return formats::write_formats(campaign, *edition, row->formats);
            });
            if (others.size() != row->formats.size()) return 1;
            pages += composed->pages.size();
            bytes += pdf->bytes.size();
            use += pdf->use;
        }
        const auto a_page = [&](double sum) { return sum / static_cast<double>(pages); };
        std::printf("%-10s %7.3f ms/page: edition %.3f, compose %.3f, render %.3f; and %.3f for the "
                    "other formats   %zu documents, %zu pages, %zu bytes\n",
                    round == 0 ? "cold" : "warm",
                    a_page(taken.edition + taken.compose + taken.render), a_page(taken.edition),
                    a_page(taken.compose), a_page(taken.render), a_page(taken.formats),
                    plan->artefacts.size(), pages, bytes);
    }
    if (draw(campaign, *plan, *resources, composer) != 0) return 1;
    std::printf("bytes     ");
    for (std::size_t i = 0; i < render::byte_uses; ++i)
        std::printf("   %s %.1f kB", std::string(render::byte_use_names[i]).c_str(),
                    static_cast<double>(use.bytes[i]) / 1000 / static_cast<double>(plan->artefacts.size()));
    std::printf("   a document\n");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak       %7.1f MB\n", static_cast<double>(usage.ru_maxrss) / 1000);
}
