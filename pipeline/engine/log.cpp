// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cstdlib>

#include <unistd.h>

namespace presskit::engine {
namespace {

spdlog::level::level_enum to_spdlog(LogLevel level) {
    switch (level) {
    case LogLevel::progress: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

} // namespace

Log::Log(LogFormat format, bool quiet)
    : logger_(std::make_shared<spdlog::logger>("presskit",
                                               std::make_shared<spdlog::sinks::stderr_sink_mt>())),
      format_(format),
      quiet_(quiet) {
    logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        "%v", spdlog::pattern_time_type::utc, std::string()));
    logger_->set_level(quiet ? spdlog::level::warn : spdlog::level::info);
    logger_->flush_on(spdlog::level::info);
    // A closed or full standard error must not end a run, nor be complained about on itself.
    logger_->set_error_handler([](const std::string&) {});
}

void Log::write(LogLevel level, std::string_view text) {
    logger_->log(to_spdlog(level), spdlog::string_view_t(text.data(), text.size()));
}

bool has_terminal() {
    const char* const kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && kind && std::string_view(kind) != "dumb";
}

} // namespace presskit::engine
