// SPDX-License-Identifier: Apache-2.0
/// Diagnostics are values: a place, what is wrong, and the way out. They are collected for the whole
/// run, sorted by file and line, and printed by one printer.
#pragma once

#include "pipeline/base/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit {

enum class Severity { error, warning };

/// Whose fault it is; decides the exit code (1 content, 2 usage, 3 configuration, 75 temporary,
/// 4 internal).
enum class Blame { content, usage, configuration, temporary, internal };

/// One thing that an author, an operator or CI must know.
/// `code` is stable and kebab-case with its stage first ("load.unknown-key"); scripts may rely on it.
/// `message` is lower case, without a full stop, in the author's words, names in backticks.
/// `hint` is imperative and says what to do; may be empty.
/// `path` names a file that has no source text (missing, unreadable); else `span` says where.
struct Diagnostic {
    std::string code;
    std::string message;
    std::string hint{};
    Span span{};
    std::string path{};
    Severity severity = Severity::error;
    Blame blame = Blame::content;
    /// What is meant where the span is wider (a whole front matter): pinpoint() looks for it there, and
    /// if it does not stand there in `or_in`, from where it may have come into the text.
    std::string words{};
    Span or_in{};
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// Narrows each span to the words meant, if they stand in it or in `or_in`.
void pinpoint(Diagnostics& diagnostics, const SourceMap& sources);

/// Sorts by file (as named), then place, then code, and drops exact repetitions.
void sort(Diagnostics& diagnostics, const SourceMap& sources);

/// The closest of `candidates` to a mistyped `word`, if any is close enough to be meant.
std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view>& candidates);

/// `file:line:column: error: message [code]`, the line with a caret below it, `hint: …`; ends in a
/// newline. Control characters and broken UTF-8 of the line are shown as U+FFFD, never passed on.
std::string to_text(const Diagnostic& diagnostic, const SourceMap& sources);

} // namespace presskit
