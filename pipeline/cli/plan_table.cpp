// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/plan_table.hpp"

#include "pipeline/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace presskit::cli {
namespace {

using Json = nlohmann::ordered_json;

struct AvailabilityRow {
    Availability availability;
    std::string_view name, meaning;
};
constexpr std::array<AvailabilityRow, 4> availabilities{{
    {Availability::own, "own", "written in the kit's language"},
    {Availability::derived, "derived", "transliterated from the language's other script"},
    {Availability::fallback, "fallback", "in the language named, with a notice"},
    {Availability::missing, "missing", "not to be had; the kit cannot be built"},
}};

std::string_view name_of(Availability availability) {
    return std::ranges::find(availabilities, availability, &AvailabilityRow::availability)->name;
}

std::size_t count_of(const PlannedMatrix& matrix, Availability availability) {
    return static_cast<std::size_t>(
        std::ranges::count(matrix.cells, availability, &MatrixCell::availability));
}

std::string describe(const MatrixCell& cell) {
    const bool names_language = cell.availability == Availability::fallback;
    return std::string(name_of(cell.availability)) +
           (names_language ? " " + cell.written_in.tag : "");
}

/// The cells of one kit and document: more than one where a region has the sheets of its countries.
std::string describe(const std::vector<const MatrixCell*>& cells) {
    std::vector<std::pair<std::string, std::size_t>> kinds;
    for (const MatrixCell* cell : cells) {
        const std::string kind = describe(*cell);
        const auto known =
            std::ranges::find(kinds, kind, &std::pair<std::string, std::size_t>::first);
        if (known == kinds.end())
            kinds.emplace_back(kind, 1);
        else
            ++known->second;
    }
    std::string text;
    for (const auto& [kind, count] : kinds)
        text += (text.empty() ? "" : ", ") + (count > 1 ? std::to_string(count) + " " : "") + kind;
    return text.empty() ? "–" : text;
}

using TextRow = std::vector<std::string>;

std::string aligned(const std::vector<TextRow>& rows) {
    std::vector<std::size_t> widths;
    for (const TextRow& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == widths.size()) widths.push_back(0);
            widths[i] = std::max(widths[i], to_utf32(row[i]).size());
        }
    std::string out;
    for (const TextRow& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + std::string(widths[i] + 2 - to_utf32(row[i]).size(), ' ');
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out;
}

std::vector<TextRow> rows_of(const PlannedMatrix& matrix) {
    TextRow head{"country", "language"};
    for (const DocumentRow& document : matrix.documents) head.push_back(document.id);
    std::vector<TextRow> rows{head};
    for (auto cell = matrix.cells.begin(); cell != matrix.cells.end();) {
        TextRow row{cell->country.code, cell->language.tag};
        const auto end = std::find_if(cell, matrix.cells.end(), [&](const MatrixCell& other) {
            return other.country != cell->country || other.language != cell->language;
        });
        for (const DocumentRow& document : matrix.documents) {
            std::vector<const MatrixCell*> cells;
            for (auto at = cell; at != end; ++at)
                if (at->document == document.id) cells.push_back(&*at);
            row.push_back(describe(cells));
        }
        rows.push_back(std::move(row));
        cell = end;
    }
    return rows;
}

std::string legend(const PlannedMatrix& matrix) {
    std::vector<TextRow> rows;
    for (const AvailabilityRow& row : availabilities)
        rows.push_back({std::to_string(count_of(matrix, row.availability)), std::string(row.name),
                        std::string(row.meaning)});
    return aligned(rows);
}

Json cell_json(const MatrixCell& cell) {
    Json json{{"country", cell.country.code},
              {"language", cell.language.tag},
              {"document", cell.document}};
    if (!cell.sheet_country.code.empty()) json["sheet_country"] = cell.sheet_country.code;
    json["availability"] = name_of(cell.availability);
    if (!cell.written_in.tag.empty()) json["written_in"] = cell.written_in.tag;
    return json;
}

} // namespace

std::string to_table(const std::vector<PlannedMatrix>& matrices) {
    std::string out;
    for (const PlannedMatrix& matrix : matrices)
        out += (out.empty() ? "" : "\n") + matrix.campaign + "\n\n" + aligned(rows_of(matrix)) +
               "\n" + legend(matrix);
    return out;
}

std::string to_json(const std::vector<PlannedMatrix>& matrices) {
    Json campaigns = Json::array();
    for (const PlannedMatrix& matrix : matrices) {
        Json counts, cells = Json::array();
        for (const AvailabilityRow& row : availabilities)
            counts[std::string(row.name)] = count_of(matrix, row.availability);
        for (const MatrixCell& cell : matrix.cells) cells.push_back(cell_json(cell));
        campaigns.push_back(
            {{"id", matrix.campaign}, {"counts", counts}, {"cells", std::move(cells)}});
    }
    return Json{{"schema_version", 1}, {"campaigns", std::move(campaigns)}}.dump(2) + "\n";
}

} // namespace presskit::cli
