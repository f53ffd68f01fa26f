// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/variables.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/literals.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

std::string written(const Variable& variable) {
    return "{{" + variable.name + (variable.argument.empty() ? "" : ":" + variable.argument) + "}}";
}

/// Where a variable stands: exactly, or as `words` somewhere in the span.
struct Place {
    Span span;
    std::string words{};
};

class Filler {
  public:
    Filler(const Campaign& campaign, const CountryCode& country, Diagnostics& diagnostics)
        : campaign_(campaign), country_(country), diagnostics_(diagnostics) {}

    void fill(Blocks& blocks, const Locale& language) {
        walk(
            blocks,
            [&](Inlines& inlines, Span) {
                after_stop_ = false;
                fill(inlines, language);
            },
            [&](std::string& text, Span span) { fill(text, language, span); });
    }

    /// Variables in a string without marks, such as a title.
    void fill(std::string& text, const Locale& language, Span span) {
        std::string out;
        std::size_t at = 0;
        for (std::size_t open = text.find("{{"); open != std::string::npos;
             open = text.find("{{", at)) {
            const std::size_t close = text.find("}}", open);
            if (close == std::string::npos) break;
            const std::string_view inside =
                trim_ascii(std::string_view(text).substr(open + 2, close - open - 2));
            const std::size_t colon = std::min(inside.find(':'), inside.size());
            const Variable variable{std::string(inside.substr(0, colon)),
                                    std::string(inside.substr(std::min(colon + 1, inside.size())))};
            out += text.substr(at, open - at) +
                   value(variable, language, {span, text.substr(open, close + 2 - open)}).value_or("");
            at = close + 2;
            if (out.ends_with('.') && begins_with_stop(text, at)) ++at;
        }
        if (at > 0) text = out + text.substr(at);
    }

  private:
    void fill(Inlines& inlines, const Locale& language) {
        Inlines out;
        for (Inline& item : inlines) {
            if (const auto* variable = std::get_if<Variable>(&item.node);
                variable && !is_number(*variable)) {
                item.node = Text{value(*variable, language, {item.span}).value_or("")};
                after_stop_ = std::get<Text>(item.node).text.ends_with('.');
            } else if (auto* text = std::get_if<Text>(&item.node)) {
                if (after_stop_ && begins_with_stop(text->text)) text->text.erase(0, 1);
                after_stop_ = false;
                if (text->text.empty()) continue;
            }
            if (Inlines* content = content_of(item)) {
                const auto* foreign = std::get_if<ForeignText>(&item.node);
                fill(*content, foreign != nullptr ? Locale(foreign->language) : language);
            } else if (std::holds_alternative<Code>(item.node)) {
                after_stop_ = false;
            }
            join(out, std::move(item));
        }
        inlines = std::move(out);
    }

    /// A value's own full stop ("2025 р.", "18. svibnja 2021.") also ends a sentence: an author's that
    /// follows is no second one. Not the first of three.
    static bool begins_with_stop(std::string_view text, std::size_t at = 0) {
        text.remove_prefix(at);
        return text.starts_with('.') && !text.starts_with("..");
    }

    static bool is_number(const Variable& variable) {
        return variable.name == "number" && variable.argument.empty();
    }

    /// Text beside text becomes one, so that no word is cut where a variable ended.
    static void join(Inlines& out, Inline item) {
        auto* text = std::get_if<Text>(&item.node);
        auto* before = out.empty() ? nullptr : std::get_if<Text>(&out.back().node);
        if (text == nullptr || before == nullptr) {
            out.push_back(std::move(item));
            return;
        }
        before->text += text->text;
        out.back().span.end = std::max(out.back().span.end, item.span.end);
    }

    std::nullopt_t fault(std::string code, std::string message, std::string hint, const Place& place) {
        diagnostics_.push_back({std::move(code), std::move(message), std::move(hint), place.span, "",
                                Severity::error, Blame::content, place.words});
        return std::nullopt;
    }

    std::optional<std::string> value(const Variable& variable, const Locale& language,
                                     const Place& place) {
        if (variable.name == "country" || variable.name.starts_with("country."))
            return country_value(variable, language, place);
        if (const auto found = campaign_.variables.find(variable.name);
            found != campaign_.variables.end())
            return form(found->second, "variable `" + variable.name + "`", variable.argument,
                        language, place);
        if (variable.name != "date" && variable.name != "number" && variable.name != "percent")
            return unknown(variable, place);
        const Language* words = languages::find(language);
        if (words == nullptr)
            return fault("plan.unknown-language",
                         "presskit writes no dates or numbers in `" + language.tag + "`",
                         "write it out", place);
        return variable.name == "date" ? date_value(variable, *words, place)
                                       : number_value(variable, *words, place);
    }

    std::optional<std::string> unknown(const Variable& variable, const Place& place) {
        std::vector<std::string_view> known{"country", "date", "number", "percent"};
        for (const auto& [name, forms] : campaign_.variables) known.push_back(name);
        const auto meant = nearest(variable.name, known);
        return fault("plan.unknown-variable", "`" + written(variable) + "` stands for nothing",
                     meant ? "did you mean `{{" + std::string(*meant) + "}}`?"
                           : "define `" + variable.name + "` under `variables:` in campaign.yaml",
                     place);
    }

    std::optional<std::string> country_value(const Variable& variable, const Locale& language,
                                             const Place& place) {
        const bool is_bare = variable.name == "country";
        const CountryCode code = is_bare ? country_ : CountryCode{variable.name.substr(8)};
        if (is_bare && code.code.empty())
            return fault("plan.no-country", "`{{country}}` in a text that is for no country",
                         "name the country, as in `{{country.al}}`", place);
        const auto country = std::ranges::find(campaign_.countries, code, &Country::code);
        if (country == campaign_.countries.end()) {
            std::vector<std::string_view> codes;
            for (const Country& known : campaign_.countries) codes.push_back(known.code.code);
            const auto meant = nearest(code.code, codes);
            return fault("plan.unknown-country", "the campaign has no country `" + code.code + "`",
                         meant ? "did you mean `{{country." + std::string(*meant) + "}}`?"
                               : "write `{{country." + campaign_.countries.front().code.code +
                                     "}}`, or another of `countries` in campaign.yaml",
                         place);
        }
        return form(country->names, "country `" + code.code + "`", variable.argument, language,
                    place);
    }

    std::optional<std::string> form(const LocalizedName& name, const std::string& owner,
                                    const std::string& wanted, const Locale& language,
                                    const Place& place) {
        if (auto text = languages::name_form(campaign_, name, language, wanted)) return text;
        const std::string what = wanted.empty() ? "name" : "form `" + wanted + "`";
        return fault("plan.unknown-form", owner + " has no " + what + " in `" + language.tag + "`",
                     form_hint(name, wanted, language), place);
    }

    static std::string form_hint(const LocalizedName& name, const std::string& wanted,
                                 const Locale& language) {
        std::vector<std::string_view> forms;
        if (const auto own = name.find(language); own != name.end())
            for (const auto& [form, text] : own->second.forms) forms.push_back(form);
        if (const auto meant = nearest(wanted, forms))
            return "did you mean `" + std::string(*meant) + "`?";
        std::string known;
        for (const std::string_view form : forms)
            known += (known.empty() ? "write `" : "` or `") + std::string(form);
        return known.empty() ? "add it in campaign.yaml" : known + "`, or add it in campaign.yaml";
    }

    std::optional<std::string> date_value(const Variable& variable, const Language& language,
                                          const Place& place) {
        if (variable.argument == "release")
            return languages::format_date(language, campaign_.release_date);
        if (const auto date = languages::parse_date(variable.argument))
            return languages::format_date(language, *date);
        return fault("plan.malformed-date", "`" + written(variable) + "` is no date",
                     "write `{{date:release}}` or a day that exists, as in `{{date:2021-05-18}}`",
                     place);
    }

    std::optional<std::string> number_value(const Variable& variable, const Language& language,
                                            const Place& place) {
        const auto millis = languages::parse_millis(variable.argument);
        if (!millis)
            return fault("plan.malformed-number", "`" + written(variable) + "` is no number",
                         "write digits with at most three decimals, as in `{{" + variable.name +
                             ":12.5}}`",
                         place);
        return variable.name == "number" ? languages::format_number(language, *millis)
                                         : languages::format_percent(language, *millis);
    }

    const Campaign& campaign_;
    const CountryCode& country_;
    Diagnostics& diagnostics_;
    bool after_stop_ = false; ///< the text so far ends with a variable's full stop
};

} // namespace

void fill_variables(const Campaign& campaign, Document& document, const CountryCode& country,
                    Diagnostics& diagnostics) {
    Filler filler(campaign, country, diagnostics);
    DocumentHead& head = document.head;
    for (std::string* text :
         {&head.title, &head.kicker, &head.deck, &head.dateline, &head.description})
        filler.fill(*text, document.language, document.head_span);
    filler.fill(document.body, document.language);
    for (Footnote& footnote : document.footnotes) filler.fill(footnote.content, document.language);
}

} // namespace presskit::plan
