// SPDX-License-Identifier: Apache-2.0
/// The log: what a run does, on standard error. Standard output is for results alone.
#pragma once

#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace presskit::engine {

enum class LogFormat { text, json };
enum class LogLevel { progress, warning, error };

/// Whole lines, never mixed up between threads. A quiet log leaves out progress.
class Log {
  public:
    Log(LogFormat format, bool quiet);

    LogFormat format() const { return format_; }
    bool is_quiet() const { return quiet_; }

    /// Writes `text` as it is; the caller ends its lines.
    void write(LogLevel level, std::string_view text);

  private:
    std::shared_ptr<spdlog::logger> logger_;
    LogFormat format_;
    bool quiet_;
};

/// Whether standard error is a terminal that can move its cursor.
bool has_terminal();

} // namespace presskit::engine
