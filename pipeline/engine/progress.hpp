// SPDX-License-Identifier: Apache-2.0
/// How far a run has come: events, and their printers. On a terminal a bar, elsewhere a line a
/// step, with `--log-format json` one JSON object a line for programs:
///   {"schema":1,"event":"step-started","step":"render","count":54}
///   {"schema":1,"event":"step-advanced","step":"render","item":"al-sq","done":3,"count":54}
///   {"schema":1,"event":"step-finished","step":"render","count":54,"milliseconds":812}
///   {"schema":1,"event":"sizes","item":"01-release-sq.pdf","total":false,"documents":1,"pages":2,
///    "bytes":39800,"fonts":15000,"content":9000}
///   {"schema":1,"event":"note","message":"…"}
#pragma once

#include "pipeline/engine/log.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace presskit::engine {

/// Raised when a reader of the JSON log must change.
inline constexpr int log_schema = 1;

struct StepStarted {
    std::string step;
    std::size_t count = 0;
};
struct StepAdvanced {
    std::string step, item;
    std::size_t done = 0, count = 0;
};
struct StepFinished {
    std::string step;
    std::size_t count = 0;
    std::int64_t milliseconds = 0;
};
/// What the bytes of a document, or of all documents (`total`), are spent on.
struct Sizes {
    std::string item;
    bool total = false;
    std::size_t documents = 0, pages = 0;
    std::vector<std::pair<std::string, std::uint64_t>> parts; ///< names and bytes
};
struct Note {
    std::string message;
};
using Event = std::variant<StepStarted, StepAdvanced, StepFinished, Sizes, Note>;

/// One line, ended.
std::string to_json_line(const Event& event);
/// One line, ended; empty for what a plain log does not show.
std::string to_plain_line(const Event& event);
/// A line that overwrites itself, `columns` wide at most.
std::string to_bar(const StepAdvanced& event, std::size_t columns);

/// Follows one step after the other; `advance` may be called from any thread.
class Progress {
  public:
    explicit Progress(Log& log)
        : log_(log), draws_bar_(log.format() == LogFormat::text && has_terminal()) {}

    void start(std::string_view step, std::size_t count);
    void advance(std::string_view item);
    /// Ends the step; also after errors, so that the bar is gone before they are printed.
    void finish();
    void sizes(const Sizes& sizes);
    void note(std::string_view message);

  private:
    void print(const Event& event);

    Log& log_;
    bool draws_bar_;
    std::mutex mutex_;
    std::string step_;
    std::size_t done_ = 0, count_ = 0;
    std::chrono::steady_clock::time_point started_;
};

} // namespace presskit::engine
