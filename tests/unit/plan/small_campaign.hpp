// SPDX-License-Identifier: Apache-2.0
/// A campaign of three documents, three countries and a region, built in code.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace presskit {

inline Inline text(std::string words) { return {Text{std::move(words)}, {}}; }
inline Inline variable(std::string name, std::string argument = "") {
    return {Variable{std::move(name), std::move(argument)}, Span{SourceId{0}, 7, 9}};
}
inline Block paragraph(Inlines content) { return {Paragraph{std::move(content)}, {}}; }
inline Block paragraph(std::string words) { return paragraph(Inlines{text(std::move(words))}); }
inline Block heading(int level, std::string words, std::string id = "") {
    Heading heading;
    heading.level = level;
    heading.content = {text(std::move(words))};
    heading.id = std::move(id);
    return {std::move(heading), {}};
}
inline Block only(std::vector<CountryCode> countries, std::vector<Locale> languages,
                  Blocks content) {
    return {Conditional{std::move(countries), std::move(languages), std::move(content)}, {}};
}
inline Inline note(std::string id) { return {FootnoteReference{std::move(id)}, {}}; }
inline Footnote footnote(std::string id, Blocks content) {
    Footnote footnote;
    footnote.id = std::move(id);
    footnote.content = std::move(content);
    return footnote;
}

inline Document document(const char* language, std::string title, Blocks body) {
    Document document;
    document.language = {language};
    document.head.title = std::move(title);
    document.body = std::move(body);
    return document;
}

inline Country country(const char* code, const char* english, std::vector<Locale> languages) {
    Country country;
    country.code = {code};
    country.names[{"en"}] = {english, {{"in", std::string("in ") + english}}};
    country.languages = std::move(languages);
    country.sheets = {{code}};
    return country;
}

/// Albania in Albanian and English, Kosovo in Albanian, Serbian (Latin) and English, a region in
/// English with both sheets. English has all texts, Serbian a release in Cyrillic.
inline Campaign small_campaign() {
    Campaign c;
    c.id = "small";
    c.title = {{{"en"}, "Small"}};
    c.release_date = {2021, 5, 18};
    c.city = {{{"en"}, "VIENNA, Austria"}, {{"sr-Cyrl"}, "БЕЧ, Аустрија"}};
    c.languages = {{{"en"}, {}, {}, {}},
                   {{"sq"}, {}, {{"en"}}, {}},
                   {{"sr-Cyrl"}, {}, {{"en"}}, {}},
                   {{"sr-Latn"}, Derivation{{"sr-Cyrl"}, {}, {}}, {{"en"}}, {}},
                   {{"cnr"}, {}, {{"sr-Latn"}, {"en"}}, {}}};
    c.documents = {
        {"release", DocumentKind::release, FallbackPolicy::allow, {{{"en"}, "Press release"}}, {}},
        {"sheet", DocumentKind::sheet, FallbackPolicy::allow, {{{"en"}, "Recommendations"}}, {}},
        {"guide", DocumentKind::guide, FallbackPolicy::allow, {{{"en"}, "Legal guide"}}, {}}};
    Country albania = country("al", "Albania", {{"sq"}, {"en"}});
    Country kosovo = country("xk", "Kosovo", {{"sq"}, {"sr-Latn"}, {"en"}});
    kosovo.names[{"sr-Cyrl"}] = {"Косово", {{"in", "на Косову"}}};
    kosovo.note = CareNote{"*",
                           {{{"en"}, {"Kosovo"}}, {{"sr-Cyrl"}, {"Косов*"}}},
                           {{{"en"}, "Without prejudice."}, {{"sr-Cyrl"}, "Без прејудицирања."}}};
    Country region = country("region", "Western Balkans", {{"en"}});
    region.sheets = {{"al"}, {"xk"}};
    c.countries = {albania, kosovo, region};
    c.variables["report"] = {{{"en"}, {"Plain Sight", {}}}, {{"sr-Cyrl"}, {"Пред очима", {}}}};
    c.texts[{"release", {}, {"en"}}] = document("en", "Release", {paragraph("Words.")});
    c.texts[{"release", {}, {"sr-Cyrl"}}] = document("sr-Cyrl", "Саопштење", {paragraph("Речи.")});
    c.texts[{"sheet", {"al"}, {"en"}}] = document("en", "Albania", {paragraph("Act.")});
    c.texts[{"sheet", {"xk"}, {"en"}}] = document("en", "Act", {paragraph("Act.")});
    c.texts[{"guide", {}, {"en"}}] = document("en", "Guide", {paragraph("Law.")});
    return c;
}

using Codes = std::vector<std::string>;

inline Codes codes(const Diagnostics& diagnostics) {
    Codes out;
    for (const auto& d : diagnostics) out.push_back(d.code);
    return out;
}

inline EditionKey english(const char* document, const char* country = "") {
    return {{document, {}, {"en"}}, {"en"}, {country}, Availability::own};
}

} // namespace presskit
