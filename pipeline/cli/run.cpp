// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/run.hpp"

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/options.hpp"
#include "pipeline/engine/interrupt.hpp"
#include "pipeline/engine/parallel.hpp"
#include "pipeline/engine/report.hpp"

#include <iostream>
#include <utility>

namespace presskit::cli {
namespace {

Diagnostics print(std::string_view lines) {
    std::cout << lines << std::flush;
    if (std::cout) return {};
    return {Diagnostic{.code = "cli.output-lost",
                       .message = "cannot write the results to standard output",
                       .blame = Blame::temporary}};
}

int answer(const Answer& given) {
    std::cout << given.out << std::flush;
    std::cerr << given.err;
    return given.status;
}

} // namespace

int run(int argc, const char* const* argv, engine::Workspace& workspace) {
    const auto parsed = parse_options(argc, argv);
    if (const auto* given = std::get_if<Answer>(&parsed)) return answer(*given);
    const Options& options = std::get<Options>(parsed);

    const engine::InterruptGuard guard;
    engine::Log log(options.log_format, options.quiet);
    SourceMap sources;
    Surroundings around{workspace, sources, log};
    Outcome outcome;
    Diagnostics faults = engine::details::guarded([&] {
        outcome = std::visit([&](const auto& command) { return run_command(command, around); },
                             options.command);
        return std::move(outcome.diagnostics);
    });
    append(faults, print(outcome.lines));
    // A signal that came when all was done changes nothing.
    const int code = engine::exit_code(faults, has_errors(faults) ? engine::interrupted() : 0);
    engine::report(std::move(faults), sources, log);
    return code;
}

} // namespace presskit::cli
