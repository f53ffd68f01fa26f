// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/clock.hpp"

#include "pipeline/languages/format.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace presskit::cli {
namespace {

constexpr std::int64_t end_of_9999 = 253'402'300'799;

std::optional<std::int64_t> whole_seconds(std::string_view text) {
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && stop == text.data() + text.size() && value >= 0;
    return is_number && value <= end_of_9999 ? std::optional(value) : std::nullopt;
}

bool has_minutes_form(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00Z";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    return true;
}

} // namespace

Result<std::int64_t> source_date(engine::Workspace& workspace, std::int64_t otherwise) {
    const auto text = workspace.environment("SOURCE_DATE_EPOCH");
    if (!text || text->empty()) return otherwise;
    if (const auto value = whole_seconds(*text)) return *value;
    return Diagnostic{.code = "build.source-date",
                      .message = "SOURCE_DATE_EPOCH is `" + *text + "`, not a number of seconds",
                      .hint =
                          "set it to whole seconds since 1970-01-01, as `git log -1 --format=%ct` "
                          "prints them, or unset it",
                      .blame = Blame::configuration};
}

Result<std::int64_t> current_time(engine::Workspace& workspace, const std::string& given) {
    if (given.empty()) return workspace.now();
    if (const auto value = whole_seconds(given)) return *value;
    if (has_minutes_form(given))
        if (const auto value = languages::instant(given.substr(0, given.size() - 1), "UTC"))
            return *value;
    return Diagnostic{.code = "cli.bad-time",
                      .message = "`--now` is not a time",
                      .hint = "write it like `2021-05-18T08:00Z`, or in seconds since 1970-01-01",
                      .blame = Blame::usage};
}

} // namespace presskit::cli
