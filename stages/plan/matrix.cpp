// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/matrix.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/plan/choice.hpp"
#include "stages/plan/file_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace presskit::plan {
namespace {

/// A word of the selection, cut at its slash.
struct Selected {
    CountryCode country;
    std::optional<Locale> language;

    bool holds(const CountryCode& code, const Locale& locale) const {
        return country == code && (!language || *language == locale);
    }
};

std::optional<Selected> parse_selected(const std::string& word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string::npos) return Selected{{word}, std::nullopt};
    auto language = languages::canonical(word.substr(slash + 1));
    if (!language) return std::nullopt;
    return Selected{{word.substr(0, slash)}, std::move(language)};
}

Diagnostic unknown_selection(const Campaign& campaign, const std::string& word) {
    std::vector<std::string> kits;
    for (const Country& country : campaign.countries) {
        kits.push_back(country.code.code);
        for (const Locale& language : country.languages)
            kits.push_back(country.code.code + "/" + language.tag);
    }
    const auto meant = nearest(word, {kits.begin(), kits.end()});
    return {"plan.unknown-selection",
            "the campaign has no kit `" + word + "`",
            meant ? "did you mean `" + std::string(*meant) + "`?"
                  : "give a country, or country and language as in `al/sq`",
            Span{},
            "",
            Severity::error,
            Blame::usage};
}

class Planner {
  public:
    Planner(const Campaign& campaign, const Selection& only)
        : campaign_(campaign), names_(campaign), everything_(only.empty()) {
        for (const std::string& word : only) select(word);
    }

    Result<Plan> make() {
        add_kits();
        if (plan_.kits.empty() && diagnostics_.empty())
            fault("plan.no-kits", "campaign has no kit to make", "give a country a language",
                  Span{campaign_.source, 0, 0});
        return {std::move(plan_), std::move(diagnostics_)};
    }

    std::vector<MatrixCell> matrix() {
        add_kits();
        return std::move(plan_.matrix);
    }

  private:
    void fault(std::string code, std::string message, std::string hint, Span span) {
        diagnostics_.push_back({std::move(code), std::move(message), std::move(hint), span, ""});
    }

    void select(const std::string& word) {
        const auto selected = parse_selected(word);
        const bool known =
            selected && std::ranges::any_of(campaign_.countries, [&](const Country& country) {
                return std::ranges::any_of(country.languages, [&](const Locale& language) {
                    return selected->holds(country.code, language);
                });
            });
        if (known)
            selected_.push_back(*selected);
        else
            diagnostics_.push_back(unknown_selection(campaign_, word));
    }

    bool is_selected(const CountryCode& country, const Locale& language) const {
        return everything_ || std::ranges::any_of(selected_, [&](const Selected& selected) {
                   return selected.holds(country, language);
               });
    }

    void add_kits() {
        for (const Country& country : campaign_.countries)
            for (const Locale& language : country.languages)
                if (is_selected(country.code, language)) add_kit(country, language);
    }

    void add_kit(const Country& country, const Locale& language) {
        PlannedKit kit{country.code.code + "-" + language.tag, country.code, language, {}};
        if (country.documents.empty()) {
            for (const DocumentRow& row : campaign_.documents) add_document(kit, country, row);
        } else {
            for (const std::string& id : country.documents) add_document(kit, country, id);
        }
        plan_.kits.push_back(std::move(kit));
    }

    void add_document(PlannedKit& kit, const Country& country, const std::string& id) {
        const auto row = std::ranges::find(campaign_.documents, id, &DocumentRow::id);
        if (row != campaign_.documents.end()) return add_document(kit, country, *row);
        fault("plan.unknown-document",
              "country `" + country.code.code + "` lists no document `" + id + "`",
              "use an id of `documents:`", country.span);
    }

    void add_document(PlannedKit& kit, const Country& country, const DocumentRow& row) {
        if (row.kind != DocumentKind::sheet) return add_text(kit, country, row, {});
        if (country.sheets.empty()) return add_text(kit, country, row, country.code);
        for (const CountryCode& sheet : country.sheets) add_text(kit, country, row, sheet);
    }

    void add_text(PlannedKit& kit, const Country& country, const DocumentRow& row,
                  const CountryCode& sheet) {
        const Choice choice = choose_text(campaign_, row.id, sheet, kit.language);
        plan_.matrix.push_back(
            {kit.country, kit.language, row.id, sheet, choice.availability, choice.text.language});
        if (choice.availability == Availability::missing)
            return report_missing(row, sheet, country, kit);
        if (choice.availability == Availability::fallback && row.fallback == FallbackPolicy::forbid)
            return report_forbidden(row, sheet, country, kit);

        EditionKey key{choice.text, kit.language, {}, choice.availability};
        const Document* document = source_text(campaign_, key).document;
        if (row.kind != DocumentKind::sheet && document != nullptr && depends_on_country(*document, country.code))
            key.country = country.code;
        kit.artefacts.push_back(artefact(key));
    }

    std::uint32_t artefact(const EditionKey& key) {
        const auto [known, is_first] =
            indices_.emplace(key, static_cast<std::uint32_t>(plan_.artefacts.size()));
        if (is_first) plan_.artefacts.push_back({key, names_.name_of(key)});
        return known->second;
    }

    /// A text is missing once, however many countries ask for it.
    bool is_first_report(const DocumentRow& row, const CountryCode& sheet, const Locale& language) {
        return reported_.insert({row.id, sheet, language}).second;
    }

    static std::string file_of(const DocumentRow& row, const CountryCode& sheet,
                               const Locale& language) {
        return "texts/" + row.id + "/" + (sheet.code.empty() ? "" : sheet.code + "/") +
               language.tag + ".md";
    }

    static std::string named(const DocumentRow& row, const CountryCode& sheet) {
        return "document `" + row.id + "`" +
               (sheet.code.empty() ? "" : " for `" + sheet.code + "`");
    }

    void report_missing(const DocumentRow& row, const CountryCode& sheet, const Country& country,
                        const PlannedKit& kit) {
        if (!is_first_report(row, sheet, kit.language)) return;
        fault("plan.missing-text",
              named(row, sheet) + " exists neither in `" + kit.language.tag +
                  "` nor in a fallback of it",
              "write `" + file_of(row, sheet, kit.language) + "`, or give `" + kit.language.tag +
                  "` a fallback that has it",
              country.span);
    }

    void report_forbidden(const DocumentRow& row, const CountryCode& sheet, const Country& country,
                          const PlannedKit& kit) {
        if (!is_first_report(row, sheet, kit.language)) return;
        fault("plan.fallback-forbidden",
              named(row, sheet) + " does not exist in `" + kit.language.tag + "`, which country `" +
                  country.code.code + "` needs",
              "write `" + file_of(row, sheet, kit.language) +
                  "`, or set `fallback: allow` for the document",
              country.span);
    }

    const Campaign& campaign_;
    FileNames names_;
    bool everything_;
    std::vector<Selected> selected_;
    std::map<EditionKey, std::uint32_t> indices_;
    std::set<std::tuple<std::string, CountryCode, Locale>> reported_;
    Plan plan_;
    Diagnostics diagnostics_;
};

} // namespace

Result<Plan> make_plan(const Campaign& campaign, const Selection& only) {
    return Planner(campaign, only).make();
}

std::vector<MatrixCell> make_matrix(const Campaign& campaign, const Selection& only) {
    return Planner(campaign, only).matrix();
}

} // namespace presskit::plan
