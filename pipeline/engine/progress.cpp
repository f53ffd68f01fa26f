// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/progress.hpp"

#include "pipeline/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace presskit::engine {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t bar_columns = 72;
constexpr std::string_view erase_line = "\r\x1b[K";

Json event_of(std::string_view name) { return {{"schema", log_schema}, {"event", name}}; }

Json to_json(const StepStarted& e) {
    Json json = event_of("step-started");
    json["step"] = e.step;
    json["count"] = e.count;
    return json;
}
Json to_json(const StepAdvanced& e) {
    Json json = event_of("step-advanced");
    json["step"] = e.step;
    json["item"] = e.item;
    json["done"] = e.done;
    json["count"] = e.count;
    return json;
}
Json to_json(const StepFinished& e) {
    Json json = event_of("step-finished");
    json["step"] = e.step;
    json["count"] = e.count;
    json["milliseconds"] = e.milliseconds;
    return json;
}
std::uint64_t bytes_of(const Sizes& sizes) {
    std::uint64_t sum = 0;
    for (const auto& [name, bytes] : sizes.parts) sum += bytes;
    return sum;
}

Json to_json(const Sizes& e) {
    Json json = event_of("sizes");
    json["item"] = e.item;
    json["total"] = e.total;
    json["documents"] = e.documents;
    json["pages"] = e.pages;
    json["bytes"] = bytes_of(e);
    for (const auto& [name, bytes] : e.parts) json[name] = bytes;
    return json;
}
Json to_json(const Note& e) {
    Json json = event_of("note");
    json["message"] = e.message;
    return json;
}

/// Thousands of bytes: "39.8 kB".
std::string kilobytes(std::uint64_t bytes) {
    const std::uint64_t tenths = (bytes + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " kB";
}

std::string to_text(const Sizes& sizes) {
    std::string line = sizes.item + ": " + std::to_string(sizes.documents) + " PDFs, " +
                       std::to_string(sizes.pages) + " pages, " + kilobytes(bytes_of(sizes));
    std::string_view before = " (";
    for (const auto& [name, bytes] : sizes.parts) {
        if (bytes == 0) continue;
        line.append(before).append(name).append(" ").append(kilobytes(bytes));
        before = ", ";
    }
    return line + (before == ", " ? ")" : "");
}

} // namespace

std::string to_json_line(const Event& event) {
    const Json json = std::visit([](const auto& e) { return to_json(e); }, event);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_plain_line(const Event& event) {
    if (const auto* finished = std::get_if<StepFinished>(&event))
        return finished->step + ": " + std::to_string(finished->count) + " done in " +
               decimal(finished->milliseconds) + " s\n";
    const auto* sizes = std::get_if<Sizes>(&event);
    if (sizes && sizes->total) return to_utf8(printable(to_text(*sizes))) + "\n";
    if (const auto* note = std::get_if<Note>(&event))
        return to_utf8(printable(note->message)) + "\n";
    return {};
}

std::string to_bar(const StepAdvanced& event, std::size_t columns) {
    constexpr std::size_t cells = 24;
    const std::size_t filled =
        event.count == 0 ? cells : std::min(cells, event.done * cells / event.count);
    std::u32string line =
        to_utf32(event.step + " [" + std::string(filled, '#') + std::string(cells - filled, ' ') +
                 "] " + std::to_string(event.done) + "/" + std::to_string(event.count) + " ") +
        printable(event.item);
    if (line.size() > columns) line.resize(columns);
    return std::string(erase_line) + to_utf8(line);
}

void Progress::start(std::string_view step, std::size_t count) {
    const std::scoped_lock lock(mutex_);
    step_ = step;
    done_ = 0;
    count_ = count;
    started_ = std::chrono::steady_clock::now();
    print(StepStarted{step_, count_});
}

void Progress::advance(std::string_view item) {
    const std::scoped_lock lock(mutex_);
    print(StepAdvanced{step_, std::string(item), ++done_, count_});
}

void Progress::finish() {
    using std::chrono::milliseconds;
    const std::scoped_lock lock(mutex_);
    const auto taken = std::chrono::steady_clock::now() - started_;
    print(StepFinished{step_, done_, std::chrono::duration_cast<milliseconds>(taken).count()});
}

void Progress::sizes(const Sizes& sizes) {
    if (!sizes.total && log_.format() != LogFormat::json) return;
    const std::scoped_lock lock(mutex_);
    print(sizes);
}

void Progress::note(std::string_view message) {
    const std::scoped_lock lock(mutex_);
    print(Note{std::string(message)});
}

void Progress::print(const Event& event) {
    if (log_.format() == LogFormat::json)
        return log_.write(LogLevel::progress, to_json_line(event));
    if (draws_bar_) {
        if (const auto* advanced = std::get_if<StepAdvanced>(&event))
            return log_.write(LogLevel::progress, to_bar(*advanced, bar_columns));
        log_.write(LogLevel::progress, erase_line);
    }
    log_.write(LogLevel::progress, to_plain_line(event));
}

} // namespace presskit::engine
