// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/engine/command.hpp"
#include "pipeline/engine/progress.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/import/drawn_tables.hpp"
#include "stages/import/import.hpp"
#include "stages/load/load.hpp"

#include <algorithm>
#include <charconv>

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_file = 20'000'000;

Result<const Language*> language_of(const std::string& tag) {
    const auto locale = languages::canonical(tag);
    const Language* language = locale ? languages::find(*locale) : nullptr;
    if (language) return language;
    std::string known;
    for (const Language& each : languages::all())
        known += (known.empty() ? "" : ", ") + each.locale.tag;
    return usage_fault("unknown-language", "presskit does not know the language `" + tag + "`",
                       "use one of " + known);
}

/// "2021-05-18".
std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t begin, std::size_t length, int& value) {
        const char* const end = text.data() + begin + length;
        const auto [stop, error] = std::from_chars(text.data() + begin, end, value);
        return error == std::errc{} && stop == end && value > 0;
    };
    Date date;
    const bool is_number =
        number(0, 4, date.year) && number(5, 2, date.month) && number(8, 2, date.day);
    return is_number && languages::is_valid(date) ? std::optional(date) : std::nullopt;
}

/// Whether pandoc drew a table: a line with dashes over each of several columns.
bool has_table(std::string_view text) {
    for (;;) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trim_ascii(text.substr(0, end));
        if (line.starts_with("--") && line.find(' ') != line.npos && line.find_first_not_of("- ") == line.npos)
            return true;
        if (end == text.npos) return false;
        text.remove_prefix(end + 1);
    }
}

/// Word processors' files become text by pandoc, which reads and writes nothing but its own input
/// and output there (`--sandbox`).
Result<std::string> plain_text_of(engine::Workspace& workspace, const std::string& file) {
    auto bytes = workspace.read_file(file, largest_file);
    for (Diagnostic& d : bytes.diagnostics) d.path = file;
    if (!bytes) return bytes;
    const std::string name = lower_ascii(file);
    const bool is_docx = name.ends_with(".docx"), is_odt = name.ends_with(".odt");
    if (!is_docx && !is_odt) return bytes;
    auto text = engine::run_command(
        {"pandoc", "-f", is_docx ? "docx" : "odt", "-t", "plain", "--wrap=none", "--sandbox", "-"},
        *bytes);
    for (Diagnostic& d : text.diagnostics) {
        d.path = file;
        if (d.code == "engine.command-missing")
            d.hint = "install the Debian package pandoc (apt-get install pandoc), or save the file "
                     "as text";
    }
    if (!text) return text;
    std::string words = import::without_drawn_tables(*text);
    if (is_odt && has_table(*text))
        text.diagnostics.push_back({.code = "import.table-headers",
                                    .message = "pandoc leaves out header rows of tables in ODT files",
                                    .hint = "compare the tables with the original, or save it as DOCX and import that",
                                    .path = file,
                                    .severity = Severity::warning});
    return {std::move(words), std::move(text.diagnostics)};
}

/// What import made must be what load takes; a fault here is ours.
Diagnostics check_loads(const FileTree& files) {
    SourceMap sources;
    Diagnostics faults = load::load(files, sources).diagnostics;
    Diagnostics ours;
    for (const Diagnostic& d : faults) {
        if (d.severity != Severity::error) continue;
        ours.push_back({.code = "import.not-loadable",
                        .message = "the imported campaign has a fault: " + d.message,
                        .hint = "change that part of the text: " + d.hint});
        if (d.span.source) ours.back().path = sources.at(d.span.source).path;
    }
    return ours;
}

/// The path as one word of a command line that somebody copies.
std::string as_shell_word(const std::string& path) {
    const auto is_plain = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               is_digit(c) || std::string_view("./_-+=:@,").find(c) != std::string_view::npos;
    };
    if (std::ranges::all_of(path, is_plain)) return path;
    std::string word = "'";
    for (const char c : path) word += c == '\'' ? "'\\''" : std::string(1, c);
    return word + "'";
}

} // namespace

Outcome run_command(const ImportFileOptions& options, Surroundings& around) {
    auto language = language_of(options.language);
    if (!language) return {{}, std::move(language.diagnostics)};
    const auto date = parse_date(options.date);
    if (!options.date.empty() && !date)
        return {{},
                {usage_fault("bad-date", "`" + options.date + "` is not a day",
                             "write it as 2021-05-18")}};
    if (first_invalid_utf8(options.city))
        return {{}, {usage_fault("bad-city", "the place is not UTF-8", "run in a UTF-8 terminal")}};
    auto text = plain_text_of(around.workspace, options.file);
    if (!text) return {{}, std::move(text.diagnostics)};

    const SourceId source = around.sources.add(options.file, *text);
    auto imported = import::import_release(*text, source, {**language, date, options.city});
    // What concerns the text as a whole points at no line.
    for (Diagnostic& d : imported.diagnostics)
        if (d.span == Span{source, 0, 0}) d.span = {}, d.path = options.file;
    Outcome outcome{{}, std::move(text.diagnostics)};
    append(outcome.diagnostics, std::move(imported.diagnostics));
    if (!imported) return outcome;
    append(outcome.diagnostics, check_loads(imported->files));
    if (has_errors(outcome.diagnostics)) return outcome;

    const std::string into = options.into.empty() ? "inputs/" + imported->id : options.into;
    append(outcome.diagnostics, around.workspace.create_folder(into, imported->files));
    if (has_errors(outcome.diagnostics)) return outcome;
    for (const auto& [path, bytes] : imported->files.files)
        outcome.lines += into + "/" + path + "\n";
    engine::Progress(around.log).note("look at the files, then run: presskit build " + as_shell_word(into));
    return outcome;
}

} // namespace presskit::cli
