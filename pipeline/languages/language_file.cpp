// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/language_file.hpp"

#include "pipeline/languages/languages.hpp"
#include "pipeline/yaml/parse.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>
#include <vector>

namespace presskit::languages {

const std::array<std::string_view, word_count> word_keys = {
    "page_of",         "contents",      "press_release", "for_immediate_release",
    "embargoed_until", "sample_text",   "fallback_notice",
    "prevailing_notice", "continued",       "note",          "warning",
    "table",           "figure",        "section",       "part",
    "bar_chart",       "dot_chart",     "timeline",
    "credit",          "contact",       "contacts",
    "partners",
    "rights",          "about",         "press_kit",
    "kit_for",         "documents",     "images",
    "files",           "file_name",     "document",
    "language",        "size",          "pages",
    "checksum_help",
    "find_country",    "no_country_found", "countries",
    "download",        "copy",          "copied",
    "text_to_copy",    "headline",      "deck",          "text",
    "how_to_check",    "check_digest",  "check_digest_command", "check_signature", "compare_key",
    "signature",
    "correction_notice", "superseded",   "superseded_notice",
    "published",       "version",
    "licence",         "email",         "telephone",
    "alternative_text", "for_print",    "for_web",      "card",
    "changes",         "sealed_help",
    "accessibility",   "accessibility_intro", "tested",
    "outcome",         "passed",        "failed",
    "for_a_person",    "not_applicable", "checked_by",
    "date",            "judge_reading_order", "judge_tags",
    "judge_pictures",  "judge_colour",  "judge_language",
    "judge_title",     "judge_decoration", "judge_fonts",
    "tested_tagging",  "tested_headings", "tested_nesting", "tested_headers",
    "tested_pictures", "tested_language", "tested_notes", "tested_links",
    "tested_characters", "tested_fonts", "tested_metadata", "tested_colours",
    "tested_graphics", "tested_file",   "tested_openness", "tested_layers",
    "tested_programs", "tested_attachments",
    "speaker_said",    "footnote_back", "skip_to_content",
};

namespace {

using yaml::YamlNode;

/// Which keys a mapping must have: all, or those that differ from what is known already.
enum class Keys { all, differing };

/// Reads one mapping: asks for keys, then reports those nobody asked for.
class Mapping {
  public:
    Mapping(const YamlNode& node, Diagnostics& diagnostics, Keys keys = Keys::all)
        : node_(node), diagnostics_(diagnostics), keys_(keys) {}
    ~Mapping() { report_unknown(); }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    const YamlNode* node(std::string_view key, bool required = true) {
        known_.push_back(key);
        const YamlNode* found = node_.find(key);
        if (found == nullptr && required && keys_ == Keys::all)
            fault("language.missing-key", "`" + std::string(key) + "` is missing", node_.span);
        return found;
    }

    std::string text(std::string_view key) {
        const YamlNode* found = node(key);
        if (found == nullptr) return {};
        const yaml::YamlScalar* scalar = found->scalar();
        if (scalar != nullptr && !scalar->text.empty()) return scalar->text;
        fault("language.malformed-value", "`" + std::string(key) + "` has no text", found->span);
        return {};
    }

    /// Leaves `text` as it is where the key is missing.
    void read(std::string_view key, std::string& text, bool required = true) {
        if (node(key, required) != nullptr) text = this->text(key);
    }

    /// The texts of a sequence.
    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> out;
        const YamlNode* found = node(key);
        if (found == nullptr) return out;
        for (const YamlNode& item : found->items()) {
            const yaml::YamlScalar* scalar = item.scalar();
            if (scalar != nullptr && !scalar->text.empty()) out.push_back(scalar->text);
            else fault("language.malformed-value", "`" + std::string(key) + "` is a list of words", item.span);
        }
        return out;
    }

    int letters(std::string_view key) {
        const std::string digits = text(key);
        int count = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), count);
        if (error != std::errc() || end != digits.data() + digits.size() || count < 1 || count > 9)
            fault("language.malformed-value", "`" + std::string(key) + "` is no count from 1 to 9",
                  node_.span);
        return count;
    }

    void fault(std::string code, std::string message, Span span) {
        diagnostics_.push_back({std::move(code), std::move(message), "", span, ""});
    }

  private:
    void report_unknown() {
        for (const yaml::YamlEntry& entry : node_.entries())
            if (std::ranges::find(known_, entry.key) == known_.end())
                fault("language.unknown-key", "unknown key `" + entry.key + "`", entry.key_span);
    }

    const YamlNode& node_;
    Diagnostics& diagnostics_;
    Keys keys_;
    std::vector<std::string_view> known_;
};

void read_words(const YamlNode& node, Keys keys, Language& language, Diagnostics& diagnostics) {
    Mapping words(node, diagnostics, keys);
    for (std::size_t i = 0; i < word_count; ++i) words.read(word_keys[i], language.words[i]);
}

void read_hyphenation(const YamlNode& node, Language& language, Diagnostics& diagnostics) {
    Mapping mapping(node, diagnostics);
    language.hyphenation =
        Hyphenation{mapping.text("dictionary"), mapping.letters("left"), mapping.letters("right")};
}

void read_quotation_marks(const YamlNode& node, Language& language, Diagnostics& diagnostics) {
    Mapping marks(node, diagnostics);
    language.quotation_marks = {marks.text("open"), marks.text("close"), marks.text("inner_open"),
                                marks.text("inner_close")};
}

void read_dashes(const YamlNode& node, Language& language, Diagnostics& diagnostics) {
    Mapping dashes(node, diagnostics);
    language.dashes = {dashes.text("sentence"), dashes.text("range")};
}

void read_numbers(const YamlNode& node, Language& language, Diagnostics& diagnostics) {
    Mapping numbers(node, diagnostics);
    language.numbers = {numbers.text("decimal"), numbers.text("group"), numbers.text("percent")};
    if (numbers.node("group_from", false) != nullptr) language.numbers.group_from = numbers.letters("group_from");
}

void read_months(Mapping& mapping, Language& language, Span span) {
    if (mapping.node("months") == nullptr) return;
    const std::vector<std::string> months = mapping.texts("months");
    if (months.size() == language.months.size())
        std::ranges::copy(months, language.months.begin());
    else
        mapping.fault("language.malformed-value", "`months` has no twelve names", span);
}

std::vector<std::string> words_between_spaces(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) out.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

void read_no_break(const YamlNode& node, Language& language, Diagnostics& diagnostics) {
    Mapping lists(node, diagnostics);
    language.no_break = {lists.texts("after"), lists.texts("before_number"), lists.texts("after_number"),
                         lists.texts("initials")};
}

void read_direction(Mapping& mapping, Language& language, Span span) {
    if (mapping.node("direction") == nullptr) return;
    const std::string direction = mapping.text("direction");
    if (direction == "right_to_left")
        language.direction = Direction::right_to_left;
    else if (direction != "left_to_right")
        mapping.fault("language.malformed-value",
                      "`direction` is neither `left_to_right` nor `right_to_left`", span);
}

} // namespace

Result<Language> parse_language(const SourceMap& sources, SourceId source, const Language* base) {
    auto tree = yaml::parse(sources, source);
    if (!tree) return std::move(tree.diagnostics);
    Diagnostics diagnostics = std::move(tree.diagnostics);
    Language language = base != nullptr ? *base : Language{};
    const Keys keys = base != nullptr ? Keys::differing : Keys::all;
    {
        Mapping mapping(*tree, diagnostics, keys);
        const auto locale = canonical(mapping.text("tag"));
        if (!locale)
            mapping.fault("language.malformed-value", "`tag` is no language tag", tree->span);
        else
            language.locale = *locale;
        mapping.read("autonym", language.autonym);
        mapping.read("script", language.script);
        mapping.read("shaping_language", language.shaping_language);
        mapping.read("icu_locale", language.icu_locale);
        read_direction(mapping, language, tree->span);
        if (mapping.node("alphabet") != nullptr) language.alphabet = words_between_spaces(mapping.text("alphabet"));
        mapping.read("collation_rules", language.collation_rules, false);
        if (const auto* node = mapping.node("hyphenation", false))
            read_hyphenation(*node, language, diagnostics);
        if (const auto* node = mapping.node("quotation_marks"))
            read_quotation_marks(*node, language, diagnostics);
        mapping.read("apostrophe", language.apostrophe);
        mapping.read("comma", language.comma);
        mapping.read("colon", language.colon);
        if (const auto* node = mapping.node("dashes")) read_dashes(*node, language, diagnostics);
        mapping.read("date_pattern", language.date_pattern);
        mapping.read("first_of_month", language.first_of_month, false);
        mapping.read("dateline", language.dateline, false);
        read_months(mapping, language, tree->span);
        if (const auto* node = mapping.node("numbers")) read_numbers(*node, language, diagnostics);
        if (const auto* node = mapping.node("no_break")) read_no_break(*node, language, diagnostics);
        if (const auto* node = mapping.node("words")) read_words(*node, keys, language, diagnostics);
    }
    return {std::move(language), std::move(diagnostics)};
}

Result<ReleaseWords> parse_release_words(const SourceMap& sources, SourceId source) {
    auto tree = yaml::parse(sources, source);
    if (!tree) return std::move(tree.diagnostics);
    Diagnostics diagnostics = std::move(tree.diagnostics);
    ReleaseWords read;
    {
        Mapping block(*tree, diagnostics);
        if (const YamlNode* node = block.node("import")) {
            Mapping words(*node, diagnostics);
            read = {words.texts("kickers"), words.texts("about"),   words.texts("contact"), words.texts("says"),
                    words.texts("pronouns"), words.texts("no_name"), words.texts("titles"),  words.texts("report"),
                    words.texts("in_dates"), words.text("region"),  words.text("rights")};
        }
    }
    return {std::move(read), std::move(diagnostics)};
}

} // namespace presskit::languages
