// SPDX-License-Identifier: Apache-2.0
/// The `:::` lines that open and close a part of a text with a function of its own.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/chart.hpp"
#include "stages/model/locale.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

enum class DirectiveKind {
    close, note, warning, only, contact, boilerplate, chart, figures, pull_quote, glossary,
    instruments
};

/// `title` belongs to note and warning, the two lists to only, `chart` without its table to chart.
struct Directive {
    DirectiveKind kind = DirectiveKind::close;
    std::string title;
    std::vector<CountryCode> countries;
    std::vector<Locale> languages;
    Chart chart;
    Span span;
};

/// Three colons at the start of a line.
bool is_directive_line(std::string_view line);

/// Parses a line for which is_directive_line holds. `span` is the line's.
/// Errors: `load.unknown-fence`, `load.malformed-fence`, and those of attributes.
Result<Directive> parse_directive(std::string_view line, Span span);

} // namespace presskit::load
