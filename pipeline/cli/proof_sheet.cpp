// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/proof_sheet.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "pipeline/languages/language_file.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/compose/fonts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace presskit::cli {
namespace {

using namespace literals;

constexpr std::array<std::string_view, 4> face_names{"upright", "italic", "bold", "bold italic"};
/// The jobs that show a family's letters on the sheet, one for each family. The first has the sheet's own words.
constexpr std::array letter_roles{StyleRole::body, StyleRole::block_quote, StyleRole::callout,
                                  StyleRole::list, StyleRole::boilerplate, StyleRole::contact};
constexpr std::size_t most_divided_words = 24;
constexpr std::size_t shortest_divided_word = 8; ///< letters
constexpr Date sample_date{2021, 5, 18};
/// What Serbian and Macedonian italics write in a way of their own; б is for the designer of a face to say.
constexpr std::array<std::string_view, 4> own_italics{"г", "д", "п", "т"};

const FontFile& face_of(const FontFamily& family, std::size_t face) {
    const std::array faces{&family.regular, &family.italic, &family.bold, &family.bold_italic};
    return *faces.at(face);
}

/// The body's family first.
std::vector<std::string> families_in_use(const Brand& brand) {
    std::set<std::string> names;
    for (const TextStyle& style : brand.styles) names.insert(style.family);
    if (!brand.code_family.empty()) names.insert(brand.code_family);
    const std::string& body = brand.style(StyleRole::body).family;
    std::vector<std::string> out{body};
    std::ranges::copy_if(names, std::back_inserter(out), [&](const std::string& name) { return name != body; });
    return out;
}

/// The first letter as a capital, for letters of two signs too.
std::string capital_of(const std::string& letter) {
    std::u32string text = to_utf32(letter);
    text.front() = languages::to_upper(text.front());
    return to_utf8(text);
}

std::string in_capitals(const std::string& letter) {
    std::u32string text = to_utf32(letter);
    std::ranges::transform(text, text.begin(), languages::to_upper);
    return to_utf8(text);
}

std::set<char32_t> characters_of(const Language& language) {
    std::string all = "0123456789%";
    for (const std::string& letter : language.alphabet) all += letter + in_capitals(letter);
    for (const std::string* text :
         {&language.quotation_marks.open, &language.quotation_marks.close,
          &language.quotation_marks.inner_open, &language.quotation_marks.inner_close,
          &language.apostrophe, &language.comma, &language.colon, &language.dashes.sentence,
          &language.dashes.range, &language.numbers.decimal, &language.numbers.group})
        all += *text;
    for (const std::string& word : language.words) all += word;
    for (const std::string& month : language.months) all += month;
    const std::u32string characters = to_utf32(all);
    return {characters.begin(), characters.end()};
}

/// Whether every character of a text can be set in one face of a family.
bool can_set(const std::vector<FaceGap>& gaps, const std::string& family, std::size_t face,
             std::string_view text) {
    return std::ranges::none_of(gaps, [&](const FaceGap& gap) {
        return gap.family == family && gap.face == face_names.at(face) &&
               std::ranges::any_of(gap.characters, [&](const std::string& character) {
                   return text.find(character) != std::string_view::npos;
               });
    });
}

/// Writes the edition, in English about a language and in the language itself.
class ProofWriter {
  public:
    ProofWriter(const Brand& brand, const Language& language, const std::vector<FaceGap>& gaps)
        : brand_(brand), language_(language), gaps_(gaps) {}

    Edition write(const compose::HyphenationPatterns* patterns);

  private:
    Inline own(Inlines content) const { return {ForeignText{language_.locale, std::move(content)}, {}}; }
    Inline own(const std::string& words) const { return own(Inlines{{Text{shown(words)}, {}}}); }
    static Inline english(std::string words) { return {Text{std::move(words)}, {}}; }
    std::string shown(const std::string& words) const;

    void heading(std::string words);
    void paragraph(Inline content) { body_.push_back({Paragraph{{std::move(content)}}, {}}); }
    void table(const std::string& caption,
               const std::vector<std::pair<std::string, std::string>>& rows);
    void letters();
    void show(StyleRole role, const std::string& family, Blocks faces);
    std::string alphabet(const std::string& family, std::size_t face) const;
    void marks();
    void numbers_and_dates();
    void divided(const compose::HyphenationPatterns* patterns);
    void fixed_words();
    void lacking();

    const Brand& brand_;
    const Language& language_;
    const std::vector<FaceGap>& gaps_;
    Blocks body_;
};

/// Words that every family can set; each character that one lacks is left out, and listed as lacking.
std::string ProofWriter::shown(const std::string& words) const {
    std::string out;
    for (const char32_t c : to_utf32(words)) {
        std::string character;
        append_utf8(character, c);
        const bool lacks = std::ranges::any_of(gaps_, [&](const FaceGap& gap) {
            return std::ranges::find(gap.characters, character) != gap.characters.end();
        });
        if (!lacks) out += character;
    }
    return out;
}

void ProofWriter::heading(std::string words) {
    body_.push_back({Heading{2, {english(std::move(words))}, "", "", ""}, {}});
}

void ProofWriter::table(const std::string& caption,
                        const std::vector<std::pair<std::string, std::string>>& rows) {
    Table table;
    table.caption = {english(caption)};
    table.columns = {Alignment::start, Alignment::start};
    table.header = {{{english("What")}, {}}, {{english("As " + language_.locale.tag + " has it")}, {}}};
    for (const auto& [what, words] : rows)
        table.rows.push_back({{{english(what)}, {}}, {{own(words)}, {}}});
    body_.push_back({std::move(table), {}});
}

std::string ProofWriter::alphabet(const std::string& family, std::size_t face) const {
    std::string out;
    for (const std::string& letter : language_.alphabet) {
        std::vector<std::string> forms{capital_of(letter)};
        if (forms.front() != letter) forms.push_back(letter); // a script without capitals has one
        for (const std::string& form : forms)
            if (can_set(gaps_, family, face, form)) out += (out.empty() ? "" : " ") + form;
    }
    return out;
}

void ProofWriter::letters() {
    const std::vector<std::string> families = families_in_use(brand_);
    for (std::size_t i = 0; i < std::min(families.size(), letter_roles.size()); ++i) {
        heading("Family " + families[i]);
        Blocks faces;
        for (std::size_t face = 0; face < face_names.size(); ++face) {
            Inlines content{{Text{alphabet(families[i], face)}, {}}};
            if ((face & 1) != 0) content = {{Emphasis{std::move(content)}, {}}};
            if ((face & 2) != 0) content = {{Strong{std::move(content)}, {}}};
            faces.push_back({Paragraph{{own(std::move(content))}}, {}});
        }
        show(letter_roles.at(i), families[i], std::move(faces));
    }
}

void ProofWriter::show(StyleRole role, const std::string& family, Blocks faces) {
    switch (role) {
    case StyleRole::block_quote: return body_.push_back({BlockQuote{std::move(faces)}, {}});
    case StyleRole::callout:
        return body_.push_back({Callout{CalloutKind::note, family, std::move(faces)}, {}});
    case StyleRole::list: {
        List list;
        list.items.push_back({std::move(faces), {}});
        return body_.push_back({std::move(list), {}});
    }
    case StyleRole::boilerplate:
        return body_.push_back({Section{SectionKind::boilerplate, std::move(faces)}, {}});
    case StyleRole::contact: return body_.push_back({Section{SectionKind::contact, std::move(faces)}, {}});
    default: std::ranges::move(faces, std::back_inserter(body_));
    }
}

void ProofWriter::marks() {
    const QuotationMarks& q = language_.quotation_marks;
    const std::string& one = language_.word(Word::document);
    const std::string& two = language_.word(Word::language);
    heading("Marks, numbers and dates");
    table("Quotation marks, apostrophe and dashes",
          {{"Quotation", q.open + one + q.close},
           {"Quotation in a quotation", q.open + one + " " + q.inner_open + two + q.inner_close + q.close},
           {"Apostrophe", language_.apostrophe},
           {"Comma", one + language_.comma + two},
           {"Colon", one + language_.colon + two},
           {"Dash in a sentence", one + language_.dashes.sentence + two},
           {"Dash in a range", "12" + language_.dashes.range + "34"}});
}

void ProofWriter::numbers_and_dates() {
    std::vector<std::pair<std::string, std::string>> rows{
        {"Digits", "0 1 2 3 4 5 6 7 8 9"},
        {"1 234 567.5", languages::format_number(language_, 1'234'567'500)},
        {"12.5 per cent", languages::format_percent(language_, 12'500)}};
    for (int month = 1; month <= 12; ++month) {
        const std::string number = std::to_string(month);
        rows.emplace_back("2021-" + std::string(month < 10 ? "0" : "") + number + "-18",
                          languages::format_date(language_, {sample_date.year, month, sample_date.day}));
    }
    table("Numbers and dates", rows);
}

/// Long words of the language's own fixed words, once each, in their order.
std::vector<std::string> long_words(const Language& language) {
    std::vector<std::string> out;
    for (const std::string& text : language.words) {
        std::u32string word;
        bool is_name = false; // of a value to fill in
        for (const char32_t c : to_utf32(text + " ")) {
            is_name = c == '{' || (is_name && c != '}');
            if (!is_name && languages::is_word_character(c)) {
                word += languages::to_lower(c);
                continue;
            }
            const std::string found = to_utf8(std::exchange(word, {}));
            if (to_utf32(found).size() >= shortest_divided_word &&
                std::ranges::find(out, found) == out.end() && out.size() < most_divided_words)
                out.push_back(found);
        }
    }
    return out;
}

void ProofWriter::divided(const compose::HyphenationPatterns* patterns) {
    heading("Divided words");
    if (patterns == nullptr || !language_.hyphenation)
        return paragraph(english("Words of this language are never divided."));
    std::string all;
    for (const std::string& word : long_words(language_)) {
        std::uint32_t from = 0;
        all += all.empty() ? "" : ", ";
        for (const std::uint32_t at :
             patterns->positions(word, language_.hyphenation->left, language_.hyphenation->right)) {
            all += word.substr(from, at - from) + "-";
            from = at;
        }
        all += word.substr(from);
    }
    paragraph(own(all));
    paragraph(english("At least " + std::to_string(language_.hyphenation->left) + " letters before a hyphen, " +
                      std::to_string(language_.hyphenation->right) + " after it; patterns: " +
                      language_.hyphenation->dictionary + "."));
}

void ProofWriter::fixed_words() {
    std::vector<std::pair<std::string, std::string>> rows;
    for (std::size_t i = 0; i < word_count; ++i)
        rows.emplace_back(std::string(languages::word_keys[i]), language_.words[i]);
    table("Fixed words", rows);
}

void ProofWriter::lacking() {
    heading("What the fonts lack");
    if (gaps_.empty())
        return paragraph(english("Nothing: every face in use has every letter and sign of this language."));
    List list;
    for (const FaceGap& gap : gaps_) {
        const auto add = [&](const std::vector<std::string>& characters, const std::string& how) {
            if (characters.empty()) return;
            Paragraph paragraph{
                {english("Family " + gap.family + ", " + gap.face + ": " + how + code_points_of(characters))}};
            list.items.push_back({{{std::move(paragraph), {}}}, {}});
        };
        add(gap.characters, "");
        add(gap.borrowed, "only other families have ");
        add(gap.common, "the language’s own shapes of ");
    }
    body_.push_back({std::move(list), {}});
}

Edition ProofWriter::write(const compose::HyphenationPatterns* patterns) {
    letters();
    marks();
    numbers_and_dates();
    divided(patterns);
    fixed_words();
    lacking();
    Edition edition;
    edition.key.reader = edition.document.language = {"en"};
    edition.document.head.kicker = "Proof sheet";
    edition.document.head.title =
        languages::language_name(language_.locale, *languages::find({"en"})) + " in brand " + brand_.id;
    edition.document.head.description =
        "Letters, marks, numbers, dates and fixed words of a language in the faces of a brand.";
    edition.document.body = std::move(body_);
    return edition;
}

/// The letters of a language's own italics that an italic face has as other languages write them.
std::vector<std::string> common_italics(compose::Fonts& fonts, const std::vector<FontId>& chain,
                                        const Language& language) {
    std::vector<std::string> out;
    const std::string& tag = language.shaping_language;
    if (language.script != "Cyrl" || (tag != "sr" && tag != "mk")) return out;
    for (const std::string_view letter : own_italics) {
        const char32_t c = decode(letter, 0).value;
        const auto font = std::ranges::find_if(chain, [&](FontId id) { return fonts.covers(id, c); });
        if (font == chain.end()) continue;
        const auto glyph = [&](std::string_view as) {
            return fonts.shape({*font, as, language.script}, letter).glyphs.at(0).id;
        };
        if (glyph(tag) == glyph("ru")) out.emplace_back(letter);
    }
    return out;
}

} // namespace

std::string code_points_of(const std::vector<std::string>& characters) {
    std::string out;
    for (const std::string& character : characters)
        out += (out.empty() ? "" : ", ") + code_point_name(decode(character, 0).value);
    return out;
}

std::vector<FaceGap> gaps_of(const Brand& brand, const FontLibrary& library, const Language& language) {
    compose::Fonts fonts(library);
    std::vector<FaceGap> gaps;
    const std::set<char32_t> wanted = characters_of(language);
    for (const std::string& name : families_in_use(brand)) {
        const FontFamily& family = brand.families.at(name);
        for (std::size_t face = 0; face < face_names.size(); ++face) {
            std::vector<FontId> chain;
            const auto take = [&](const FontFamily& from) {
                if (const auto id = fonts.find(face_of(from, face))) chain.push_back(*id);
            };
            take(family);
            for (const std::string& fallback : family.fallback) take(brand.families.at(fallback));
            FaceGap gap{name, std::string(face_names.at(face)), {}, {}, {}};
            const bool sets_words = !chain.empty() && !language.alphabet.empty() &&
                                    fonts.covers(chain.front(), decode(language.alphabet.front(), 0).value);
            for (const char32_t c : wanted) {
                const auto sets = std::ranges::find_if(chain, [&](FontId id) { return fonts.covers(id, c); });
                if (sets == chain.end())
                    append_utf8(gap.characters.emplace_back(), c);
                else if (sets != chain.begin() && sets_words && languages::is_word_character(c))
                    append_utf8(gap.borrowed.emplace_back(), c);
            }
            const bool is_italic = face % 2 == 1 && face_of(family, face) != face_of(family, face - 1);
            if (is_italic) gap.common = common_italics(fonts, chain, language);
            if (!gap.characters.empty() || !gap.borrowed.empty() || !gap.common.empty()) gaps.push_back(std::move(gap));
        }
    }
    return gaps;
}

Brand proof_brand(const Brand& brand) {
    Brand out = brand;
    const std::vector<std::string> families = families_in_use(brand);
    for (std::size_t i = 0; i < std::min(families.size(), letter_roles.size()); ++i) {
        TextStyle& style = out.styles[static_cast<std::size_t>(letter_roles.at(i))];
        style.family = families[i];
        style.size = 13_pt;
        style.leading = 22_pt;
        style.space_after = 4_pt;
        style.indent = {};
        style.align = TextAlign::start;
        style.italic = style.bold = style.capitals = false;
        style.color = brand.ink;
        style.hyphenate = false;
    }
    return out;
}

Edition proof_edition(const Brand& brand, const Language& language, const std::vector<FaceGap>& gaps,
                      const compose::HyphenationPatterns* patterns) {
    return ProofWriter(brand, language, gaps).write(patterns);
}

} // namespace presskit::cli
