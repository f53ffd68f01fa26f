// SPDX-License-Identifier: Apache-2.0
#include "stages/load/fonts.hpp"
#include "tests/unit/load/small_campaign.hpp"

using namespace presskit;
using namespace presskit::tests;

namespace {

Loaded with_brand(std::string_view from, std::string_view to) {
    FileTree tree = small_campaign();
    tree.files["brand/brand.yaml"] = replaced(brand_yaml(), from, to);
    return Loaded(tree);
}

} // namespace

TEST_CASE("brand: an accent that cannot be seen on the paper is refused") {
    FileTree tree = small_campaign();
    tree.files["brand/brand.yaml"] =
        replaced(replaced(brand_yaml(), "accent: blue", "accent: pale"), "accent_ink: white", "accent_ink: black");
    const Loaded loaded(tree);
    CHECK(loaded.codes() == Codes{"load.low-contrast"});
    CHECK(loaded.place_of("load.low-contrast") == "pale");
}

TEST_CASE("brand: values are those of the file") {
    const Loaded loaded(small_campaign());
    INFO(loaded.report());
    REQUIRE(loaded.result);
    const Brand& brand = loaded.result->brand;
    CHECK(brand.accent == Color{0x0B, 0x4F, 0x5C});
    CHECK(brand.page.width == Length{595275});
    CHECK(brand.style(StyleRole::running_footer).leading == Length{14000});
    CHECK(brand.families.at("sans").bold.path == "truetype/noto/NotoSans-Bold.ttf");
    CHECK(brand.families.at("sans").italic.path == "truetype/noto/NotoSans-Regular.ttf");
    CHECK(brand.families.at("sans").bold_italic.path == "truetype/noto/NotoSans-Bold.ttf");
    CHECK(brand.actor_colors.at("government") == brand.accent);
    CHECK(brand.layout(DocumentKind::release).contact_card);
    CHECK(load::fonts_of(brand).size() == 2);
}

TEST_CASE("brand: a colour that is too pale is refused with its ratio and one that would do") {
    const Loaded loaded = with_brand("black: \"#111111\"", "black: \"#888888\"");
    CHECK_FALSE(loaded.result);
    const std::string report = loaded.report();
    CHECK(
        report.find("`ink` (#888888) on `paper` (#FFFFFF) has a contrast of 3.54:1, below 4.5:1") !=
        std::string::npos);
    CHECK(report.find("the nearest that passes is \"#767676\"") != std::string::npos);
}

TEST_CASE("brand: a size below nothing is one fault, at its place") {
    const std::string title = "title: {family: sans, size: ";
    const Loaded loaded = with_brand(title + "10pt", title + "-10pt");
    CHECK_FALSE(loaded.result);
    CHECK(loaded.codes().size() == 1);
    CHECK(loaded.report().find("-10pt") != std::string::npos);
}

TEST_CASE("brand: a style may ask for lining or old-style numerals, and for no others") {
    const std::string title = "title: {family: sans, size: 10pt, leading: 14pt";
    const auto numerals_of = [&](const std::string& wanted) {
        const Loaded loaded = with_brand(title, title + wanted);
        REQUIRE(loaded.result);
        return loaded.result.value->brand.style(StyleRole::title).numerals;
    };
    CHECK(numerals_of("") == Numerals::of_font);
    CHECK(numerals_of(", numerals: lining") == Numerals::lining);
    CHECK(numerals_of(", numerals: old-style") == Numerals::old_style);
    CHECK_FALSE(with_brand(title, title + ", numerals: roman").result);
}

TEST_CASE("brand: letters so far apart that readers take them for words are warned of") {
    const std::string title = "title: {family: sans, size: 10pt, leading: 14pt";
    CHECK(with_brand(title, title + ", tracking: 0.8pt").codes().empty());
    const Loaded wide = with_brand(title, title + ", tracking: 0.81pt");
    CHECK(wide.result);
    CHECK(wide.codes() == Codes{"load.wide-tracking"});
    CHECK(wide.place_of("load.wide-tracking") == "0.81pt");
    CHECK(wide.report().find("set `tracking` to 0.8pt at most") != std::string::npos);
}

TEST_CASE("brand: large type may be paler, small type on tint may not") {
    const std::string pale = "white: \"#FFFFFF\", pale2: \"#8A8A8A\"";
    FileTree tree = small_campaign();
    std::string yaml = replaced(brand_yaml(), "white: \"#FFFFFF\"", pale);
    tree.files["brand/brand.yaml"] =
        replaced(yaml, "title: {family: sans, size: 10pt, leading: 14pt",
                 "title: {family: sans, size: 14pt, leading: 18pt, bold: true, colour: pale2");
    CHECK(Loaded(tree).codes().empty());
    tree.files["brand/brand.yaml"] =
        replaced(yaml, "callout: {family: sans, size: 10pt, leading: 14pt",
                 "callout: {family: sans, size: 10pt, leading: 14pt, colour: pale2");
    CHECK(Loaded(tree).place_of("load.low-contrast") == "pale2");
}

TEST_CASE("brand: what a file leaves out has the look that it implies") {
    const Loaded loaded(small_campaign());
    REQUIRE(loaded.result);
    const Brand& brand = loaded.result->brand;
    CHECK(brand.style(StyleRole::figure_value).size == Length{11'500});
    CHECK(brand.style(StyleRole::cover_title).leading == Length{21'000});
    CHECK(brand.table.header_ground == brand.tint);
    CHECK_FALSE(brand.table.zebra);
    CHECK(brand.header.end == std::vector{FurnitureField::kind});
    CHECK(brand.footer.start == std::vector{FurnitureField::notice, FurnitureField::publisher});
    CHECK(brand.layout(DocumentKind::sheet).masthead.bar == Length{6'000});
    CHECK(brand.list.number == "{number}.");
    CHECK(brand.code_family.empty());
    // Words of running text may be divided, those of display type are whole and their lines level.
    CHECK(brand.style(StyleRole::body).hyphenate);
    CHECK(brand.style(StyleRole::table_cell).hyphenate);
    for (const StyleRole role : {StyleRole::title, StyleRole::cover_title, StyleRole::deck, StyleRole::heading_2,
                                 StyleRole::figure_value, StyleRole::pull_quote})
        CHECK_FALSE(brand.style(role).hyphenate);
}

TEST_CASE("brand: how far white gives way is the designer's, half of it and as much again without a word") {
    const Loaded plain(small_campaign());
    REQUIRE(plain.result);
    CHECK(plain.result->brand.page.white_shrink == 50);
    CHECK(plain.result->brand.page.white_stretch == 100);
    CHECK(plain.result->brand.page.leading_shrink == 5);
    const Loaded loaded = with_brand("format: a4", "format: a4\n  white: {shrink: 0, stretch: 40, leading: 3}");
    INFO(loaded.report());
    REQUIRE(loaded.result);
    CHECK(loaded.result->brand.page.white_shrink == 0);
    CHECK(loaded.result->brand.page.white_stretch == 40);
    CHECK(loaded.result->brand.page.leading_shrink == 3);
}

TEST_CASE("brand: grounds, lines, marks and furniture are the designer's") {
    const Loaded loaded = with_brand("layouts: {release: {contact_card: true}}", R"yaml(layouts:
  sheet: {recommendations: continuous, masthead: {bar: 0pt, ground: accent, logo: start}}
cover: {area: start, extent: 20, logo: none}
header: {start: [], end: [page], rule: 1pt}
tables: {header_ground: none, zebra: tint, padding_down: 4pt}
lists: {bullet: "–", number: "({number})"})yaml");
    INFO(loaded.report());
    REQUIRE(loaded.result);
    const Brand& brand = loaded.result->brand;
    const KindLayout& sheet = brand.layout(DocumentKind::sheet);
    CHECK(sheet.recommendations == RecommendationNumbers::continuous);
    CHECK(sheet.masthead.ground == brand.accent);
    CHECK(sheet.masthead.ink == brand.accent_ink);
    CHECK(sheet.masthead.logo == LogoPlace::start);
    CHECK(brand.cover.area == CoverArea::start);
    CHECK(brand.header.start.empty());
    CHECK(brand.header.end == std::vector{FurnitureField::page});
    CHECK_FALSE(brand.table.header_ground);
    CHECK(brand.table.zebra == brand.tint);
    CHECK(brand.list.bullet == "–");
}

TEST_CASE("brand: words on the grounds of mastheads, covers and tables are measured too") {
    const std::string layouts = "layouts: {release: {contact_card: true}}";
    const auto place = [&](const std::string& to) {
        return with_brand(layouts, to).place_of("load.low-contrast");
    };
    CHECK(place("layouts: {sheet: {masthead: {ground: tint, ink: white}}}") == "white");
    CHECK(place("layouts: {sheet: {masthead: {ground: tint}}}") == "tint");
    CHECK(place("cover: {ground: tint, ink: white}") == "white");
    CHECK(place("tables: {zebra: blue}") == "blue");
    CHECK(place("callouts: {ground: black}") != "");
}

TEST_CASE("brand: lines and bars need 3:1 where they are drawn, and a colour at fault is told once") {
    const std::string palette = "palette: {white: \"#FFFFFF\",";
    const auto places = [&](const std::string& rule, const std::string& more) {
        FileTree tree = small_campaign();
        std::string yaml = replaced(brand_yaml(), palette, palette + " faint: \"#B9C6CB\", line: \"#82939D\",");
        yaml = replaced(yaml, "rule: blue", "rule: " + rule);
        tree.files["brand/brand.yaml"] = replaced(yaml, "layouts:", more + "layouts:");
        const Loaded loaded(tree);
        std::string out;
        for (const Diagnostic& d : loaded.result.diagnostics)
            out += d.code + " " + loaded.place_of(d.code) + " " + d.hint + "\n";
        return out;
    };
    CHECK(places("line", "").empty());
    CHECK(places("faint", "") ==
          "load.low-contrast faint choose another colour; the nearest that passes is \"#8D969A\"\n");
    CHECK(places("line", "tables: {rule_colour: faint}\n").find("load.low-contrast faint") == 0);
    CHECK(places("line", "tables: {rule_colour: faint, rule: 0pt}\n").empty());
    CHECK(places("line", "header: {rule_colour: faint}\n").find("load.low-contrast faint") == 0);
    CHECK(places("line", "callouts: {ground: line}\n").find("load.low-contrast") == 0);
}

TEST_CASE("brand: a partner's logo belongs to countries of the campaign; drawn logos are kept whole") {
    const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">"
                            "<rect x=\"1\" y=\"1\" width=\"9\" height=\"9\" fill=\"#0B4F5C\"/></svg>";
    const auto loaded = [&](const std::string& countries) {
        FileTree tree = small_campaign();
        tree.files["brand/partner.svg"] = svg;
        tree.files["brand/brand.yaml"] =
            replaced(brand_yaml(), "layouts:",
                     "partners:\n  - {countries: [" + countries +
                         "], file: brand/partner.svg, width: 20mm, clear_space: 3mm, "
                         "alternative_text: {en: A partner, fr: Un partenaire}}\nlayouts:");
        return Loaded(tree);
    };
    const Loaded known = loaded("al");
    INFO(known.report());
    REQUIRE(known.result);
    CHECK(known.codes().empty()); // of a language that other campaigns of the brand have
    REQUIRE(known.result->brand.partners.size() == 1);
    CHECK(known.result->brand.partners[0].countries == std::vector<CountryCode>{{"al"}});
    const CampaignImage& file = known.result->drawn_logos.at("brand/partner.svg");
    CHECK(file.bytes.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\""));
    CHECK(file.format == ImageFormat::svg);
    CHECK(file.width == 40);
    CHECK(loaded("rs").place_of("load.undeclared-country") == "rs");
}

TEST_CASE("brand: one of several is read, by the name of its folder") {
    FileTree tree = small_campaign();
    tree.files["brands/loud/brand.yaml"] = replaced(brand_yaml(), "id: plain", "id: loud");
    CHECK(Loaded(tree).result->brand.id == "plain");
    const Loaded loud(tree, "loud");
    INFO(loud.report());
    REQUIRE(loud.result);
    CHECK(loud.result->brand.id == "loud");
    const Loaded none(tree, "lout");
    REQUIRE(none.codes() == Codes{"load.unknown-brand"});
    CHECK(none.result.diagnostics[0].blame == Blame::usage);
    CHECK(none.result.diagnostics[0].hint == "did you mean `loud`?");
}

TEST_CASE("brand: unknown colours and families are reported with the nearest name") {
    const Loaded colour = with_brand("ink: black", "ink: blak");
    CHECK(colour.place_of("load.unknown-colour") == "blak");
    CHECK(colour.report().find("did you mean `black`?") != std::string::npos);
    const Loaded family = with_brand("caption: {family: sans", "caption: {family: sanz");
    CHECK(family.place_of("load.unknown-family") == "sanz");
    const Loaded code = with_brand("page:\n", "code: {family: san}\npage:\n");
    CHECK(code.place_of("load.unknown-family") == "san");
    CHECK(code.report().find("did you mean `sans`?") != std::string::npos);
    const Loaded itself = with_brand("    regular:", "    fallback: [sans]\n    regular:");
    CHECK(itself.codes() == Codes{"load.fallback-to-itself"});
}

TEST_CASE("brand: lengths out of bounds and margins without room are errors") {
    const Loaded wide = with_brand("top: 25mm", "top: 9000mm");
    CHECK(wide.place_of("load.wrong-form") == "9000mm");
    CHECK(wide.report().find("from `10mm` to `100mm`") != std::string::npos);
    CHECK(with_brand("inner: 25mm, outer: 25mm", "inner: 75mm, outer: 75mm").codes() ==
          Codes{"load.margins-too-wide"});
    CHECK(with_brand("body: {family: sans, size: 10pt, leading: 14pt",
                     "body: {family: sans, size: 20pt, leading: 14pt")
              .codes() == Codes{"load.tight-leading"});
    CHECK(with_brand("size: 10pt", "size: 0.001pt").place_of("load.wrong-form") == "0.001pt");
}

TEST_CASE(
    "brand: values written as blocks, with a line end behind them, are refused, not misread") {
    CHECK(with_brand("white: \"#FFFFFF\"", "white: \"#FFFFFF\\n\"").codes() ==
          Codes{"load.too-long"});
    CHECK(with_brand("top: 25mm", "top: \"25mm\\n\"").codes() == Codes{"load.wrong-form"});
    CHECK(with_brand("caption: {family: sans", "caption: {family: \"sans\\n\"").codes() ==
          Codes{"load.wrong-form"});
    CHECK(with_brand("format: a4", "format: \"a4\\n\"").codes() == Codes{"load.not-one-of"});
}

TEST_CASE("brand: a font or logo outside the campaign is refused") {
    const std::string font =
        "{system: truetype/noto/NotoSans-Regular.ttf, package: fonts-noto-core}";
    for (const auto* path : {"../evil.ttf", "/etc/passwd", "C:/x.ttf", "a//b.ttf", "'a\\b.ttf'",
                             "ž.ttf", "brand/nul.ttf", "brand/missing.ttf"}) {
        INFO(path);
        const Loaded loaded = with_brand(font, "{file: " + std::string(path) + "}");
        CHECK(loaded.codes() == Codes{"load.font-file"});
        CHECK(loaded.result.diagnostics[0].blame == Blame::configuration);
    }
    const Loaded system = with_brand("truetype/noto/NotoSans-Regular.ttf", "../../etc/passwd");
    CHECK(system.codes() == Codes{"load.font-file"});
    const Loaded logo =
        with_brand("layouts:", "logo: {file: ../x.png, width: 30mm, clear_space: 4mm, "
                               "alternative_text: {en: Logo}}\nlayouts:");
    CHECK(logo.place_of("load.image-file") == "../x.png");
}

TEST_CASE("brand: a broken brand does not hide a broken text") {
    FileTree tree = small_campaign();
    tree.files["brand/brand.yaml"] = "id: [";
    tree.files["texts/release/en.md"] = text_md("document: release\nlanguage: en\n");
    const Loaded loaded(tree);
    CHECK(loaded.codes() == Codes{"load.yaml-syntax", "load.missing-key"});
    CHECK(loaded.result.diagnostics[0].blame == Blame::configuration);
    CHECK(loaded.result.diagnostics[1].blame == Blame::content);
}

TEST_CASE("brand: letters give way by as many percent as the file says, and by three at most") {
    const auto with_scaling = [](const std::string& percent) {
        FileTree tree = small_campaign();
        tree.files["brand/brand.yaml"] = brand_yaml() + "\nglyph_scaling: " + percent + "\n";
        return Loaded(tree);
    };
    const Loaded three = with_scaling("3");
    REQUIRE(three.result);
    CHECK(three.result->brand.glyph_scaling == 3);
    CHECK(with_scaling("4").codes() == Codes{"load.out-of-range"});
}
