// SPDX-License-Identifier: Apache-2.0
#include "edition_maker.hpp"

#include "pipeline/base/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

constexpr ParagraphForm form{300_pt, TextAlign::start, false, Direction::right_to_left};

struct Placed {
    std::string text;
    Length left, right;
};

/// The runs of a line from left to right, without spaces.
std::vector<Placed> from_left(const SetLine& line) {
    std::vector<Placed> out;
    for (const PageItem& item : line.items) {
        const auto* run = std::get_if<GlyphRun>(&item.shape);
        if (run == nullptr || run->text == " ") continue;
        Length width;
        for (const Glyph& glyph : run->glyphs) width += glyph.advance;
        out.push_back({run->text, run->origin.x, run->origin.x + width});
    }
    std::ranges::sort(out, {}, &Placed::left);
    return out;
}

std::vector<std::string> texts(const SetLine& line) {
    std::vector<std::string> out;
    for (const Placed& each : from_left(line)) out.push_back(each.text);
    return out;
}

std::vector<SetLine> arabic(TypeCase& type, const char* words, ParagraphForm how = form) {
    static const Language ar = language("ar");
    return type.setter.set(type.text(ar, words), how, type.faults);
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("right to left: words stand from the right edge, numbers and Latin names from their left") {
    TypeCase type;
    const auto lines = arabic(type, "المادة 34 من (GI-TOC)");
    REQUIRE(lines.size() == 1);
    CHECK(type.faults.empty());
    const auto placed = from_left(lines[0]);
    CHECK(placed.back().text == "المادة");
    CHECK(placed.back().right == 300_pt);
    CHECK(texts(lines[0]) == Words{")", "GI-TOC", "(", "من", "34", "المادة"});
    CHECK(words_of(lines[0]) == "المادة 34 من (GI-TOC)");
}

TEST_CASE("right to left: a bracket shows its mirror image and says itself") {
    TypeCase type;
    const auto glyph_of = [&](const char* words, const Language& language, Direction direction) {
        const auto lines = type.setter.set(type.text(language, words), {300_pt, TextAlign::start, false, direction},
                                           type.faults);
        for (const PageItem& item : lines.at(0).items)
            if (const auto& run = std::get<GlyphRun>(item.shape); run.text.starts_with('('))
                return run.glyphs.front().id;
        return 0u;
    };
    const std::uint32_t closing = [&] {
        const auto lines = type.setter.set(type.text(language("en"), ")"), {300_pt, TextAlign::start, false, {}},
                                           type.faults);
        return std::get<GlyphRun>(lines.at(0).items[0].shape).glyphs.front().id;
    }();
    CHECK(glyph_of("(نعم)", language("ar"), Direction::right_to_left) == closing);
    CHECK(glyph_of("(yes)", language("en"), Direction::left_to_right) != closing);
}

TEST_CASE("right to left: punctuation at a line's end stands at its left") {
    TypeCase type;
    const auto lines = arabic(type, "قالت نعم.");
    const auto placed = from_left(lines.at(0));
    const auto& run = placed.front();
    CHECK((run.text == "نعم." || run.text == "."));
    const auto latin_end = arabic(type, "اسمها Ana!");
    CHECK(texts(latin_end.at(0)).front() == "!");
}

TEST_CASE("right to left: lines broken inside a Latin name keep its words in order") {
    TypeCase type;
    const auto lines = arabic(type, "اسم Exploited in Plain Sight هو", {60_pt, TextAlign::start, false,
                                                                       Direction::right_to_left});
    std::string all;
    for (const SetLine& line : lines) {
        all += words_of(line);
        CHECK(line.width <= 60_pt);
    }
    CHECK(all == "اسم Exploited in Plain Sight هو");
    CHECK(lines.size() > 1);
    const std::string name = "ExploitedinPlainSight";
    for (const SetLine& line : lines) {
        std::string latin; // from left to right
        for (const std::string& words : texts(line))
            std::ranges::copy_if(words, std::back_inserter(latin), [](char c) { return c > ' ' && c < 'z'; });
        INFO(latin);
        CHECK(name.find(latin) != std::string::npos);
    }
}

TEST_CASE("right to left: a telephone number that the composer sets apart keeps its order") {
    TypeCase type;
    const Language ar = language("ar");
    StyledText text = type.text(ar, "الهاتف ");
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    const StyledText number = type.text(ar, "+43 1 234567");
    text.add(number.text, number.stretches[0].look, {});
    const auto unguarded = type.setter.set(text, form, type.faults);
    CHECK(texts(unguarded.at(0)).front() == "234567");
    text.isolate(begin);
    const auto guarded = type.setter.set(text, form, type.faults);
    const auto shown = texts(guarded.at(0));
    CHECK(shown.at(0) + shown.at(1) == "+43 1 234567");
    CHECK(shown.back() == "الهاتف");
    CHECK(words_of(guarded.at(0)) == "الهاتف +43 1 234567");
}

TEST_CASE("right to left: marks of direction need no glyph and stay part of the text") {
    TypeCase type;
    const auto lines = arabic(type, "نعم\u200F GI\u200E");
    CHECK(type.faults.empty());
    CHECK(words_of(lines.at(0)) == "نعم\u200F GI\u200E");
}

TEST_CASE("right to left: a ligature says each of its letters with a glyph of its own") {
    TypeCase type;
    for (const char* family : {"serif", "sans-arabic"})
        for (const std::string word : {"لا", "الأطفال", "قليلًا"}) {
            const Language ar = language("ar");
            StyledText text = type.text(ar, word);
            text.stretches[0].look.family = family;
            const auto lines = type.setter.set(text, form, type.faults);
            std::string said;
            for (const PageItem& item : lines.at(0).items) {
                const auto& run = std::get<GlyphRun>(item.shape);
                Length x, before{1'000'000};
                for (auto glyph = run.glyphs.rbegin(); glyph != run.glyphs.rend(); ++glyph) {
                    const std::string letter = run.text.substr(glyph->text_begin, glyph->text_end - glyph->text_begin);
                    CHECK(to_utf32(letter).size() == 1);
                    said += letter;
                    // Letters further on begin further left, for readers that sort them by place.
                    x -= glyph->advance;
                    const bool mark = is_extending(to_utf32(letter)[0]);
                    if (!mark) CHECK(x + glyph->offset_x < before);
                    if (!mark) before = x + glyph->offset_x;
                }
            }
            INFO(family << " " << word);
            CHECK(said == word);
        }
}

TEST_CASE("right to left: digits and spaces beside Arabic letters are of the Arabic font") {
    TypeCase type;
    const auto lines = arabic(type, "مايو 2021");
    std::optional<FontId> font;
    for (const PageItem& item : lines.at(0).items) {
        const auto& run = std::get<GlyphRun>(item.shape);
        if (font) CHECK(run.font == *font);
        font = run.font;
    }
}

TEST_CASE("right to left: letters that join are never letterspaced") {
    TextStyle style;
    style.tracking = 2_pt;
    CHECK(look_of(style, language("ar"), ContentId{0}).tracking == Length{});
    CHECK(look_of(style, language("en"), ContentId{0}).tracking == 2_pt);
}

TEST_CASE("right to left: lists, page numbers and contents are mirrored") {
    EditionMaker maker;
    maker.campaign.title[{"ar"}] = "حملة";
    maker.campaign.brand.page.margin_inner = 50_pt;
    maker.edition.document.language = {"ar"};
    maker.layout().table_of_contents = true;
    maker.body() = {heading(2, "one", {text("واحد")})};
    List list;
    list.items.push_back({{paragraph({text("بند")})}, {}});
    maker.body().push_back({list, {}});
    const Pages pages = maker.composed();
    REQUIRE(maker.faults.empty());
    CHECK(pages.direction == Direction::right_to_left);
    const Length left = 30_pt, right = 400_pt - 50_pt; // the first page's spine is at its right
    const auto place = [&](const std::string& words) {
        std::pair<Length, Length> edges;
        for (const Page& page : pages.pages)
            for (const PageItem& item : page.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->text.starts_with(words)) {
                    edges = {run->origin.x, run->origin.x};
                    for (const Glyph& glyph : run->glyphs) edges.second += glyph.advance;
                    return edges;
                }
        return edges;
    };
    CHECK(place("•").first > right - 40_pt);
    CHECK(place("بند").second < place("•").first);
    CHECK(place("2").first == left); // the number of the page that the contents lead to
}

TEST_CASE("right to left: a telephone number keeps the order of its groups") {
    EditionMaker maker;
    maker.edition.key.reader = maker.edition.document.language = {"ar"};
    maker.edition.document.head.title = "عنوان";
    maker.body() = {paragraph({text("اتصل +383 38 مرة +383 38 200 100 اليوم")})};
    const Pages pages = maker.composed();
    std::string in_place; // the words of the number, from left to right
    std::vector<std::pair<Length, std::string>> runs;
    for (const PageItem& item : pages.pages.at(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->text.find_first_of("2+") != std::string::npos)
            runs.emplace_back(run->origin.x, run->text);
    std::ranges::sort(runs);
    for (const auto& [left, words] : runs) in_place += words;
    CHECK_THAT(in_place, Catch::Matchers::StartsWith("+383 38 200 100"));
}

TEST_CASE("right to left: the publisher's name at the foot of a page keeps its full stop") {
    EditionMaker maker;
    maker.edition.key.reader = maker.edition.document.language = {"ar"};
    maker.edition.document.head.title = "عنوان";
    maker.campaign.publisher = "Example e.V.";
    maker.campaign.brand.footer.start = {FurnitureField::publisher};
    maker.body() = {paragraph({text("نص")})};
    const Pages pages = maker.composed();
    std::vector<std::pair<Length, std::string>> runs;
    for (const PageItem& item : pages.pages.at(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->text.find_first_of(".Ex") != std::string::npos)
            runs.emplace_back(run->origin.x, run->text);
    std::ranges::sort(runs);
    std::string in_place;
    for (const auto& [left, words] : runs) in_place += words;
    CHECK(in_place == "Examplee.V."); // spaces are room
}

TEST_CASE("right to left: a notice against the page's direction has its bar where its words begin") {
    EditionMaker maker;
    maker.campaign.title[{"ar"}] = "حملة";
    maker.edition.key.reader = {"ar"};
    maker.edition.fallback_notice = "هذه الوثيقة باللغة الإنجليزية.";
    const auto bars = [&] {
        std::vector<Length> out;
        const Pages pages = maker.composed();
        for (const PageItem& item : pages.pages.at(0).items)
            if (const auto* shape = std::get_if<Rectangle>(&item.shape);
                shape && shape->box.width == maker.campaign.brand.callout.bar)
                out.push_back(shape->box.x);
        return out;
    };
    maker.body().push_back(paragraph({text("Body.")}));
    const Length left = 30_pt, right = 400_pt - 30_pt - maker.campaign.brand.callout.bar;
    CHECK(bars() == std::vector{right});
    maker.edition.sample_notice = "Sample text";
    CHECK(bars() == std::vector{left, right});
    maker.edition.key.reader = {"de"};
    CHECK(bars() == std::vector{left});
}

TEST_CASE("right to left: a fallback family is set in its own scale, and takes its room") {
    const FontLibrary library = noto();
    static const Language ar = language("ar");
    const auto sized = [&](int scale) {
        Brand brand_ = brand();
        brand_.families["naskh"].scale = scale;
        Fonts fonts{library};
        Typefaces typefaces{brand_, fonts};
        const ParagraphSetter::Patterns patterns;
        ParagraphSetter setter{fonts, typefaces, patterns};
        TypeCase type;
        return setter.set(type.text(ar, "المادة Kosovo"), form, type.faults);
    };
    const auto plain = sized(100), large = sized(120);
    REQUIRE(plain.size() == 1);
    REQUIRE(large.size() == 1);
    for (const PageItem& item : large[0].items) {
        const auto& run = std::get<GlyphRun>(item.shape);
        if (run.text == "Kosovo") CHECK(run.size == 10_pt);
        if (run.text == "المادة") CHECK(run.size == 12_pt);
    }
    const Placed before = from_left(plain[0]).back(), after = from_left(large[0]).back();
    CHECK((after.right - after.left).millipoints * 10 / (before.right - before.left).millipoints == 12);
}

TEST_CASE("right to left: a full stop before a footnote's mark ends the sentence, not the Latin name before it") {
    EditionMaker maker;
    maker.edition.key.reader = maker.edition.document.language = {"ar"};
    maker.body() = {paragraph({text("قالت UNESCO."), {FootnoteReference{"n"}, {}}, text(" نعم")})};
    maker.footnote("n", {text("حاشية")});
    const Pages pages = maker.composed();
    std::vector<std::pair<Length, std::string>> runs;
    for (const PageItem& item : pages.pages.at(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->text != " ")
            runs.emplace_back(run->origin.x, run->text);
    std::ranges::sort(runs);
    const auto name = std::ranges::find(runs, "UNESCO", &std::pair<Length, std::string>::second);
    REQUIRE(name != runs.end());
    REQUIRE(name - runs.begin() >= 2);
    CHECK((name - 1)->second == ".");
    CHECK((name - 2)->second == "1");
}
