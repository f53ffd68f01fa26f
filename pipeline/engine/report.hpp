// SPDX-License-Identifier: Apache-2.0
/// The end of a run: what was wrong, in the order of files and lines, and the exit code.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/engine/log.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace presskit::engine {

/// Exit codes. Scripts rely on them; `--help` prints them.
namespace exit_status {
inline constexpr int done = 0;
inline constexpr int content = 1;
inline constexpr int usage = 2;
inline constexpr int configuration = 3;
inline constexpr int internal = 4;
inline constexpr int temporary = 75; ///< EX_TEMPFAIL of sysexits.h
} // namespace exit_status

/// A campaign with more faults than this has one fault that repeats; the rest is counted.
inline constexpr std::size_t most_reported = 500;

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

/// Prints all, sorted, with a count at the end; one JSON object a line in a JSON log:
///   {"schema":1,"event":"diagnostic","severity":"error","code":"load.unknown-key","blame":"content",
///    "file":"a.yaml","line":3,"column":1,"end_line":3,"end_column":7,"message":"…","hint":"…"}
/// Lines and columns are left out where only the file is known.
void report(Diagnostics diagnostics, const SourceMap& sources, Log& log);

std::string to_json_line(const Diagnostic& diagnostic, const SourceMap& sources);

/// The code for a whole run: 128 + `signal` if a signal ended it; 0 without errors; else that of
/// the gravest: internal, then temporary, configuration, usage, content.
int exit_code(const Diagnostics& diagnostics, int signal = 0);

} // namespace presskit::engine
