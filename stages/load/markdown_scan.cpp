// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_scan.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/load/attributes.hpp"
#include "stages/load/directives.hpp"
#include "stages/load/markdown_tree.hpp"

#include <algorithm>
#include <utility>

namespace presskit::load {
namespace {

constexpr std::string_view escapable = "[]{}:";
constexpr char mark_lead = '\xC2';
constexpr unsigned char first_mark = 0x86; ///< U+0086 stands for `\[`, and so on

bool is_mark(std::string_view text, std::size_t i) {
    if (text[i] != mark_lead || i + 1 >= text.size()) return false;
    const auto trail = static_cast<unsigned char>(text[i + 1]);
    return trail >= first_mark && trail < first_mark + escapable.size();
}

std::string without_marks(std::string_view prepared, bool keep_backslash) {
    std::string out;
    out.reserve(prepared.size());
    for (std::size_t i = 0; i < prepared.size(); ++i) {
        if (!is_mark(prepared, i)) {
            out += prepared[i];
            continue;
        }
        if (keep_backslash) out += '\\';
        out += escapable[static_cast<std::size_t>(static_cast<unsigned char>(prepared[++i]) -
                                                  first_mark)];
    }
    return out;
}

void mark_escapes(std::string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '\\') continue;
        const std::size_t which = escapable.find(text[i + 1]);
        if (which != std::string_view::npos) {
            text[i] = mark_lead;
            text[i + 1] = static_cast<char>(first_mark + which);
        }
        ++i;
    }
}

/// Markers of lists and block quotes that a line opens with.
int container_markers(std::string_view line) {
    int count = 0;
    for (std::size_t i = 0; i < line.size() && count <= block_depth_limit;) {
        const char c = line[i];
        const auto space_follows = [&](std::size_t at) {
            return at >= line.size() || line[at] == ' ' || line[at] == '\t';
        };
        if (c == ' ' || c == '\t') {
            ++i;
        } else if (c == '>' || ((c == '-' || c == '+' || c == '*') && space_follows(i + 1))) {
            ++count, ++i;
        } else if (c >= '0' && c <= '9') {
            const std::size_t end = std::min(line.find_first_not_of("0123456789", i), line.size());
            if (end >= line.size() || (line[end] != '.' && line[end] != ')') ||
                !space_follows(end + 1))
                break;
            ++count, i = end + 1;
        } else {
            break;
        }
    }
    return count;
}

/// The run of backticks or tildes that opens or closes fenced code; empty if the line has none.
std::string_view code_fence(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    if (begin > 3 || begin == line.size() || (line[begin] != '`' && line[begin] != '~')) return {};
    const std::size_t end = std::min(line.find_first_not_of(line[begin], begin), line.size());
    if (end - begin < 3) return {};
    const bool backtick_in_name =
        line[begin] == '`' && line.find('`', end) != std::string_view::npos;
    return backtick_in_name ? std::string_view{} : line.substr(begin, end - begin);
}

class Scanner {
  public:
    Scanner(std::string_view body, SourceId source, std::uint32_t body_begin)
        : body_(body), source_(source), body_begin_(body_begin) {}

    MarkdownScan scan() {
        if (body_.size() > text_byte_limit) {
            stop("load.text-too-long", "text is longer than 1 MiB", "split the document", 0, 0);
            return std::move(scan_);
        }
        if (const auto bad = first_invalid_utf8(body_)) {
            stop("load.invalid-utf8", "text is not valid UTF-8", "save the file as UTF-8", *bad,
                 *bad + 1);
            return std::move(scan_);
        }
        check_characters();
        scan_.prepared = body_;
        mark_escapes(scan_.prepared);
        read_lines();
        if (!open_code_.empty())
            report(scan_.diagnostics, "load.code-not-closed", "code block is not closed",
                   "end it with a line of `" + open_code_ + "`", code_line_.span);
        refer_to_footnotes();
        return std::move(scan_);
    }

  private:
    Span place(std::size_t begin, std::size_t end) const {
        return {source_, body_begin_ + static_cast<std::uint32_t>(begin),
                body_begin_ + static_cast<std::uint32_t>(end)};
    }

    void stop(std::string_view code, std::string message, std::string hint, std::size_t begin,
              std::size_t end) {
        report(scan_.diagnostics, code, std::move(message), std::move(hint), place(begin, end));
        scan_.unreadable = true;
    }

    void check_characters() {
        std::size_t faults = 0;
        for (std::size_t i = 0; i < body_.size() && faults < character_fault_limit;) {
            const CodePoint c = decode(body_, i);
            const bool line_end = c.value == '\r' && i + 1 < body_.size() && body_[i + 1] == '\n';
            if (const auto kind = forbidden_kind(c.value); !kind.empty() && !line_end) {
                const bool bidi = kind == "bidirectional control";
                report(scan_.diagnostics, bidi ? "load.bidi-control" : "load.control-character",
                       std::string(kind) + " " + code_point_name(c.value) + " in the text",
                       "delete it", place(i, i + c.bytes));
                ++faults;
            }
            i += c.bytes;
        }
        if (const auto at = languages::first_not_nfc(body_))
            report(scan_.diagnostics, "load.not-nfc", "text is not in Unicode normal form C",
                   "save the file in NFC, so that equal words are equal bytes",
                   place(*at, *at + decode(body_, *at).bytes), Severity::warning);
    }

    void read_lines() {
        for (std::size_t begin = 0; begin < body_.size() && !scan_.unreadable;) {
            const std::size_t end = std::min(body_.find('\n', begin), body_.size());
            scan_.line_starts.push_back(static_cast<std::uint32_t>(begin));
            std::string_view line = body_.substr(begin, end - begin);
            if (line.ends_with('\r')) line.remove_suffix(1);
            read_line(line, begin);
            begin = end + 1;
        }
        if (scan_.line_starts.empty()) scan_.line_starts.push_back(0);
    }

    void read_line(std::string_view line, std::size_t begin) {
        const ScannedLine here{static_cast<std::uint32_t>(scan_.line_starts.size()),
                               place(begin, begin + line.size())};
        if (line.size() > line_byte_limit)
            return stop("load.line-too-long", "line is longer than 16 KiB", "break the paragraph",
                        begin, begin + 1);
        if (!open_code_.empty()) return close_code(line);
        if (const auto fence = code_fence(line); !fence.empty()) {
            open_code_ = fence;
            code_line_ = here;
            open_brackets_ = 0;
        } else if (is_directive_line(line)) {
            scan_.fences.push_back(here);
            std::fill_n(scan_.prepared.begin() + static_cast<std::ptrdiff_t>(begin), line.size(),
                        ' ');
            scan_.prepared.replace(begin, 3, "***");
        } else {
            bound_nesting(line, begin);
            read_definition(line, begin, here);
        }
    }

    void close_code(std::string_view line) {
        const auto fence = code_fence(line);
        if (fence.starts_with(open_code_) && trim_ascii(line).size() == fence.size())
            open_code_.clear();
    }

    void bound_nesting(std::string_view line, std::size_t begin) {
        if (container_markers(line) > block_depth_limit)
            return stop("load.nested-too-deeply",
                        "lists and quotations are nested more than 32 deep", "flatten them", begin,
                        begin + line.size());
        if (trim_ascii(line).empty()) open_brackets_ = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '\\')
                ++i;
            else if (line[i] == ']')
                open_brackets_ = std::max(0, open_brackets_ - 1);
            else if (line[i] == '[' && ++open_brackets_ > bracket_depth_limit)
                return stop("load.nested-too-deeply", "brackets are nested more than 32 deep",
                            "close them, or write `\\[` for a bracket of the text", begin + i,
                            begin + i + 1);
        }
    }

    void read_definition(std::string_view line, std::size_t begin, const ScannedLine& here) {
        const std::size_t open = line.find_first_not_of(' ');
        if (open == std::string_view::npos || open > 3 || !line.substr(open).starts_with("[^"))
            return;
        const std::size_t close = line.find_first_of("] \t", open);
        if (close == std::string_view::npos || !line.substr(close).starts_with("]:")) return;
        const FootnoteDefinition definition{std::string(line.substr(open + 2, close - open - 2)),
                                            here, place(begin + open, begin + close + 1)};
        if (!is_well_formed_footnote_id(definition.label))
            report(scan_.diagnostics, "load.malformed-id",
                   "`" + definition.label + "` is no well-formed footnote id",
                   "use a-z, 0-9 and `-`, for example `[^1]` or `[^article-34]`", definition.label_span);
        else if (std::ranges::find(labels_, definition.label) != labels_.end())
            report(scan_.diagnostics, "load.duplicate-footnote",
                   "footnote `" + definition.label + "` is written twice",
                   "give one of them another id", definition.label_span);
        else if (labels_.size() >= footnote_limit)
            stop("load.too-many-footnotes", "text has more than 2000 footnotes",
                 "split the document", begin, begin + line.size());
        else {
            labels_.push_back(definition.label);
            scan_.definitions.push_back(definition);
        }
    }

    void refer_to_footnotes() {
        if (labels_.empty()) return;
        scan_.prepared += "\n\n";
        for (const std::string& label : labels_) scan_.prepared += "[^" + label + "]";
        scan_.prepared += "\n";
    }

    std::string_view body_;
    SourceId source_;
    std::uint32_t body_begin_;
    MarkdownScan scan_;
    std::string open_code_;
    ScannedLine code_line_;
    int open_brackets_ = 0;
    std::vector<std::string> labels_;
};

} // namespace

MarkdownScan scan_markdown(std::string_view body, SourceId source, std::uint32_t body_begin) {
    return Scanner(body, source, body_begin).scan();
}

std::string unescaped(std::string_view prepared) { return without_marks(prepared, false); }
std::string as_written(std::string_view prepared) { return without_marks(prepared, true); }

std::string_view forbidden_kind(char32_t c) {
    if (c == '\t' || c == '\n') return {};
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "control character";
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        return "bidirectional control";
    if (c == 0x2028 || c == 0x2029) return "line separator";
    if (c == 0xFEFF) return "byte order mark";
    if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE) return "noncharacter";
    return {};
}

} // namespace presskit::load
