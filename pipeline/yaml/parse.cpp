// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/parse.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/tree_builder.hpp"
#include "pipeline/yaml/wording.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <sstream>

namespace presskit::yaml {
namespace {

/// Thrown through yaml-cpp to leave it once a limit is passed; never leaves this file.
struct Abandon {};

/// yaml-cpp's marks count bytes of the text after its byte order mark, although its documentation
/// speaks of characters.
std::size_t offset(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

class Events : public YAML::EventHandler {
  public:
    Events(TreeBuilder& tree, std::string_view yaml) : tree_(tree), yaml_(yaml) {}

    void OnDocumentStart(const YAML::Mark& mark) override { start_ = offset(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        properties(mark, "?", anchor);
        tree_.null(offset(mark));
        leave_if_stopped();
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        tree_.refuse(offset(mark), "the alias",
                     "put the text in quotes if it begins with `*`; else write the value out");
        tree_.null(offset(mark));
        leave_if_stopped();
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        properties(mark, tag == "!" ? "?" : tag, anchor);
        tree_.scalar(offset(mark), value, tag != "?");
        leave_if_stopped();
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, false);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, true);
    }
    void OnSequenceEnd() override { tree_.end_collection(); }
    void OnMapEnd() override { tree_.end_collection(); }

    std::size_t document_start() const { return start_; }

  private:
    void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
               bool mapping) {
        properties(mark, tag, anchor);
        tree_.begin_collection(offset(mark), mapping);
        leave_if_stopped();
    }
    /// A quoted scalar has the tag `!` whether or not one is written, so the text decides.
    void properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        const std::size_t at = offset(mark);
        const char first = at < yaml_.size() ? yaml_[at] : '\0';
        if (anchor != YAML::NullAnchor)
            tree_.refuse(at, "the anchor",
                         "put the text in quotes if it begins with `&`; else write the value out");
        else if (first == '!' || (tag != "?" && !tag.empty()))
            tree_.refuse(at, "the tag", "remove it; put text in quotes if it begins with `!`");
    }
    void leave_if_stopped() const {
        if (tree_.stopped()) throw Abandon{};
    }

    TreeBuilder& tree_;
    std::string_view yaml_;
    std::size_t start_ = 0;
};

struct Advice {
    std::string_view reason, message, hint;
};

/// What an author can do about the commonest faults, by yaml-cpp's words for them.
constexpr std::array<Advice, 9> advice{{
    {"illegal map value", "`:` stands where no key can be",
     "put the text in double quotes if it contains `: `; indent with spaces only"},
    {"end of map not found", "this line does not fit the lines above it",
     "check the indentation, and that quotes are closed, here and in the line above"},
    {"end of sequence not found", "this line does not fit the list above it",
     "begin each entry of a list with `- ` in the same column"},
    {"end of sequence flow not found", "the list that begins with `[` is not closed",
     "end it with `]`, and put commas between its entries"},
    {"end of map flow not found", "the mapping that begins with `{` is not closed",
     "end it with `}`, and put commas between its entries"},
    {"illegal flow end", "this bracket closes nothing", "remove it, or put the text in quotes"},
    {"illegal block entry", "`-` cannot begin a list here", "begin the list on a line of its own"},
    {"unknown token", "a text cannot begin with this character", "put the text in double quotes"},
    {"the referenced anchor is not defined", "a text cannot begin with `*`",
     "put the text in double quotes"},
}};

void report(TreeBuilder& tree, const YAML::Exception& error) {
    const std::size_t at = offset(error.mark);
    const auto known = std::ranges::find(advice, std::string_view(error.msg), &Advice::reason);
    if (known != advice.end())
        tree.fault(at, at + 1, "load.yaml-syntax", std::string(known->message),
                   std::string(known->hint));
    else
        tree.fault(at, at + 1, "load.yaml-syntax", "not valid YAML: " + error.msg,
                   "check the indentation and the quotes of this line and of the one above");
}

/// Control characters would end yaml-cpp's input (it takes U+0004 for the end of the file) or reach
/// a terminal; ill-formed UTF-8 would be replaced without a word.
bool has_forbidden_characters(TreeBuilder& tree, std::string_view yaml) {
    for (std::size_t i = 0; i < yaml.size();) {
        const CodePoint c = decode(yaml, i);
        const bool invalid = c.value == U'\uFFFD' && c.bytes == 1;
        if (invalid || is_forbidden(c.value)) {
            tree.fault(i, i + c.bytes, invalid ? "load.not-utf8" : "load.control-character",
                       invalid ? "the text is not UTF-8"
                               : "the text holds the control character " + code_point_name(c.value),
                       invalid ? "save the file as UTF-8" : "remove it");
            return true;
        }
        i += c.bytes;
    }
    return false;
}

/// Where a second document starts. Asked once only: after some faults yaml-cpp finds empty
/// documents without end.
std::optional<std::size_t> further_document(YAML::Parser& parser, std::string_view yaml) {
    TreeBuilder ignored(yaml, {}, 0);
    Events further(ignored, yaml);
    try {
        if (!parser.HandleNextDocument(further)) return std::nullopt;
    } catch (const Abandon&) {
        // Its own limits do not matter: it should not be there.
    }
    return further.document_start();
}

void read(TreeBuilder& tree, std::string_view yaml) {
    Events events(tree, yaml);
    std::istringstream in{std::string(yaml)};
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(events)) return tree.finish();
        if (const auto next = further_document(parser, yaml))
            tree.fault(*next, *next + 1, "load.yaml-feature", "the file goes on after its end",
                       "keep one YAML document; put a text that begins with a quote or a bracket "
                       "wholly in quotes");
        else
            tree.finish();
    } catch (const Abandon&) {
        assert(has_errors(tree.faults()));
    } catch (const YAML::Exception& error) {
        report(tree, error);
    } catch (const std::exception& error) {
        tree.fault(0, 1, "load.yaml-syntax", "not valid YAML: " + quoted(error.what()), "");
    }
}

} // namespace

Result<YamlNode> parse(const SourceMap& sources, SourceId source, std::uint32_t begin,
                       std::uint32_t end) {
    const std::string_view file = sources.at(source).text;
    end = std::min(end, static_cast<std::uint32_t>(file.size()));
    begin = std::min(begin, end);
    if (file.substr(begin, end - begin).starts_with(byte_order_mark))
        begin += static_cast<std::uint32_t>(byte_order_mark.size());
    const std::string_view yaml = file.substr(begin, end - begin);
    TreeBuilder tree(yaml, source, begin);
    if (yaml.size() > max_bytes)
        tree.fault(0, 1, "load.yaml-limit",
                   "the YAML text is larger than " + human_bytes(max_bytes),
                   "long texts belong in Markdown files below `texts/`");
    else if (!has_forbidden_characters(tree, yaml))
        read(tree, yaml);
    if (has_errors(tree.faults())) return tree.faults();
    return tree.take_root();
}

Result<YamlNode> parse(const SourceMap& sources, SourceId source) {
    return parse(sources, source, 0, SourceId::none);
}

} // namespace presskit::yaml
