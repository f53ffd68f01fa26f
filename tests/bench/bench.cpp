// SPDX-License-Identifier: Apache-2.0
/// Times the making of a campaign's documents in one warm process on one core: the figures that a
/// whole run from outside cannot show. usage: presskit_bench CAMPAIGN [ROUNDS]
#include "pipeline/cli/build.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/engine/disk_workspace.hpp"
#include "stages/plan/matrix.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace presskit;

namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
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

    cli::Press press(read->campaign, *resources, patterns);
    render::ByteCount use;
    for (int round = 0; round < rounds; ++round) {
        std::size_t pages = 0, bytes = 0;
        use = {};
        start = std::chrono::steady_clock::now();
        for (const PlannedArtefact& artefact : plan->artefacts) {
            const auto made = press.make(artefact, {.timestamp = cli::release_instant(read->campaign)});
            if (!made) return fail(made.diagnostics, sources);
            pages += made->pages;
            bytes += made->pdf.size();
            use += made->use;
        }
        const double taken = milliseconds_since(start);
        std::printf("%-10s %7.3f ms/page   %7.1f documents/s   %zu documents, %zu pages, %zu bytes\n",
                    round == 0 ? "cold" : "warm", taken / static_cast<double>(pages),
                    static_cast<double>(plan->artefacts.size()) * 1000 / taken, plan->artefacts.size(),
                    pages, bytes);
    }
    std::printf("bytes     ");
    for (std::size_t i = 0; i < render::byte_uses; ++i)
        std::printf("   %s %.1f kB", std::string(render::byte_use_names[i]).c_str(),
                    static_cast<double>(use.bytes[i]) / 1000 / static_cast<double>(plan->artefacts.size()));
    std::printf("   a document\n");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak       %7.1f MB\n", static_cast<double>(usage.ru_maxrss) / 1000);
}
