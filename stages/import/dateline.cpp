// SPDX-License-Identifier: Apache-2.0
#include "stages/import/dateline.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/import/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace presskit::import {
namespace {

/// Code points within which a dateline ends, and those of a place.
constexpr std::size_t longest_dateline = 160;
constexpr std::size_t longest_city = 80;
constexpr std::size_t longest_city_without_capitals = 40; ///< all else would do for one
constexpr std::u32string_view dashes = U"–—-‒―";

/// The names of each month, in small letters.
using Months = std::array<std::vector<std::u32string>, 12>;

Months months_of(const Language& language) {
    Months months;
    for (int month = 1; month <= 12; ++month)
        for (const std::string& name : languages::month_names(language, month))
            months[static_cast<std::size_t>(month - 1)].push_back(to_lower(to_utf32(name)));
    return months;
}

/// What a word can be in a date; `number` is 0 if it has no digits in front ("18th" has).
struct DateWord {
    TextWord place;
    int number = 0;
    int month = 0;
};

class DateReader {
  public:
    DateReader(std::u32string_view text, const Language& language)
        : text_(text), in_dates_(languages::release_words(language).in_dates),
          english_in_dates_(languages::release_words(*languages::find({"en"})).in_dates) {
        names_.push_back(months_of(language));
        if (const auto* english = languages::find({"en"})) names_.push_back(months_of(*english));
        for (const TextWord word : split_words(text)) read_word(word);
    }

    /// Whether it says a day of a month, in any year or in none.
    bool names_day() const {
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            const DateWord &a = words_[i], &b = words_[i + 1];
            const int day = b.month != 0 ? a.number : a.month != 0 ? b.number : 0;
            if (day >= 1 && day <= 31 && stands_together(a, b)) return true;
        }
        TextWord place;
        return find(place).has_value();
    }

    /// The first date; `place` gets its first and last code point.
    std::optional<Date> find(TextWord& place) const {
        for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
            const DateWord &a = words_[i], &b = words_[i + 1], &c = words_[i + 2];
            for (const Date date :
                 {Date{c.number, b.month, a.number}, Date{c.number, a.month, b.number},
                  Date{a.number, b.month, c.number}, Date{c.number, b.number, a.number},
                  Date{a.number, b.number, c.number}}) {
                if (date.year < 1900 || date.year > 2200 || !languages::is_valid(date)) continue;
                if (!stands_together(a, b) || !stands_together(b, c)) continue;
                place = {a.place.begin, c.place.end};
                return date;
            }
        }
        return std::nullopt;
    }

  private:
    void read_word(TextWord place) {
        const auto word = text_.substr(place.begin, place.end - place.begin);
        // 2021-05-18 is one word, because a hyphen stands inside words.
        if (const auto hyphen = word.find('-');
            hyphen != std::u32string_view::npos &&
            word.find_first_not_of(U"0123456789-") == word.npos) {
            read_word({place.begin, place.begin + hyphen});
            return read_word({place.begin + hyphen + 1, place.end});
        }
        DateWord found{place};
        for (std::size_t i = 0; i < std::min<std::size_t>(word.size(), 4); ++i)
            if (word[i] >= '0' && word[i] <= '9')
                found.number = found.number * 10 + static_cast<int>(word[i] - '0');
            else
                break;
        for (const Months& months : names_) {
            const auto at = std::ranges::find_if(months, [&](const auto& names) {
                return std::ranges::find(names, to_lower(word)) != names.end();
            });
            if (at != months.end() && found.month == 0)
                found.month = static_cast<int>(at - months.begin()) + 1;
        }
        if (!may_stand_inside(word)) words_.push_back(found);
    }

    bool may_stand_inside(std::u32string_view word) const {
        return contains(in_dates_, word) || contains(english_in_dates_, word);
    }

    bool stands_together(const DateWord& a, const DateWord& b) const {
        const auto between = text_.substr(a.place.end, b.place.begin - a.place.end);
        if (between.size() <= 3 && between.find_first_not_of(U" \u00A0.,/-") == std::u32string_view::npos) return true;
        const bool is_spaced = between.size() > 2 && between.front() == ' ' && between.back() == ' ';
        return is_spaced && may_stand_inside(between.substr(1, between.size() - 2));
    }

    std::u32string_view text_;
    const std::vector<std::string>& in_dates_;
    const std::vector<std::string>& english_in_dates_;
    std::vector<Months> names_;
    std::vector<DateWord> words_;
};

std::u32string_view trimmed(std::u32string_view text, std::u32string_view chars) {
    const auto begin = text.find_first_not_of(chars);
    if (begin == std::u32string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(chars) - begin + 1);
}

/// The place in what stands beside the date: without the small words that lead to it ("am",
/// "dana").
std::u32string city_in(std::u32string_view text) {
    static constexpr std::u32string_view around = U" \u00A0,،:;()[]–—-‒―/|";
    std::u32string_view city = trimmed(text, around);
    for (;;) {
        const auto space = city.rfind(' ');
        const std::size_t last = space == std::u32string_view::npos ? 0 : space + 1;
        if (city.empty() || languages::to_upper(city[last]) == city[last]) break;
        city = trimmed(city.substr(0, last), around);
    }
    return std::u32string(city);
}

/// Where the mark after the date ends, or nothing if the sentence simply goes on.
std::optional<std::size_t> closing_mark(std::u32string_view text, std::size_t from) {
    std::size_t i = from;
    while (i < text.size() &&
           (text[i] == ')' || text[i] == ']' || text[i] == ' ' || text[i] == '.' || text[i] == ',' ||
            text[i] == U'،'))
        ++i;
    if (i >= text.size()) return text.size();
    if (text[i] == ':') return i + 1;
    if (dashes.find(text[i]) != std::u32string_view::npos) {
        while (i < text.size() && dashes.find(text[i]) != std::u32string_view::npos) ++i;
        return i;
    }
    const bool was_in_brackets =
        text[0] == '(' && text.substr(from, i - from).find(')') != text.npos;
    return was_in_brackets ? std::optional(i) : std::nullopt;
}

/// The year may be followed by its own word or point ("2021. godine", "2021 г.").
std::size_t after_year_word(std::u32string_view text, std::size_t from, const std::vector<std::string>& words) {
    std::size_t i = from;
    while (i < text.size() && (text[i] == '.' || text[i] == ' ' || text[i] == 0xA0)) ++i;
    const auto length = begins_with(words, text.substr(std::min(i, text.size())));
    return length ? i + *length : from;
}

bool is_place(std::u32string_view city) {
    if (city.empty()) return true;
    const bool has_case = languages::to_upper(city[0]) != languages::to_lower(city[0]);
    return may_begin_sentence(city[0]) && city.size() <= (has_case ? longest_city : longest_city_without_capitals);
}

/// A sentence would have more words than a place, and such as are no names: "Published Friday".
bool is_no_sentence(std::u32string_view city, const Language& language) {
    const auto words = split_words(city);
    const std::vector<std::string> days = languages::weekday_names(language);
    return words.size() <= 3 && std::ranges::all_of(words, [&](TextWord place) {
        const auto word = city.substr(place.begin, place.end - place.begin);
        return (word.size() <= 3 || may_begin_sentence(word[0])) && !contains(days, word);
    });
}

/// "КИЇВ, 3 червня 2024 року. Риба": where the full stop ends.
std::optional<std::size_t> full_stop(std::u32string_view text, std::size_t date_begin, std::size_t date_end) {
    const auto before = text.substr(0, date_begin);
    const auto last = before.find_last_not_of(U" \u00A0");
    if (last == before.npos || (before[last] != ',' && before[last] != U'،')) return std::nullopt;
    const auto behind = text.substr(date_end);
    const bool ends = behind.size() > 2 && behind.starts_with(U". ") && languages::is_upper(behind[2]);
    return ends ? std::optional(date_end + 1) : std::nullopt;
}

} // namespace

bool names_day(std::u32string_view text, const Language& language) { return DateReader(text, language).names_day(); }

std::optional<Dateline> find_dateline(std::u32string_view paragraph, const Language& language) {
    const auto text = paragraph.substr(0, longest_dateline);
    TextWord date_place;
    const auto date = DateReader(text, language).find(date_place);
    if (!date) return std::nullopt;
    const std::size_t date_end = after_year_word(text, date_place.end, languages::release_words(language).in_dates);
    Dateline found{{}, city_in(text.substr(0, date_place.begin)), *date, 0};
    auto end = closing_mark(text, date_end);
    if (!end && is_no_sentence(found.city, language)) end = full_stop(text, date_place.begin, date_end);
    if (found.city.empty() && (!end || text[date_end] == ',' || text[date_end] == U'،')) {
        const auto mark = std::min(text.find(U" – ", date_end), text.find(':', date_end));
        if (mark == std::u32string_view::npos || mark - date_end > longest_city)
            return std::nullopt;
        found.city = city_in(text.substr(date_end, mark - date_end));
        end = text[mark] == ':' ? mark + 1 : mark + 2;
    }
    if (!end || !is_place(found.city)) return std::nullopt;
    if (*end == text.size() && paragraph.size() > text.size()) return std::nullopt;
    found.text = trimmed(text.substr(0, *end), U" ");
    found.length = *end;
    while (found.length < paragraph.size() && paragraph[found.length] == ' ') ++found.length;
    return found;
}

} // namespace presskit::import
