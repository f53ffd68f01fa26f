// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/literals.hpp"
#include "tests/unit/plan/guide_edition.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::plan;

TEST_CASE("edition: variables are filled in, and text beside them joined") {
    const auto made =
        guide({paragraph({text("Live "), variable("country", "in"), text(" and "),
                          variable("country.xk"), text("; "), variable("date", "1989-11-20"),
                          text("; "), variable("number", "15000"), text("; "),
                          variable("percent", "12.5"), text("; "), variable("report")})},
              "al");
    CHECK(body_text(made) == "Live in Albania and Kosovo; 20 November 1989; 15,000; 12.5%; Plain "
                             "Sight\nWithout prejudice.\n");
    CHECK(body_text(guide({paragraph({variable("date", "release")})})) == "18 May 2021\n");
}

TEST_CASE("edition: a value's own full stop ends the sentence, too") {
    Campaign campaign = small_campaign();
    campaign.variables["name"] = {{{"en"}, {"Example e.V.", {}}}};
    Document& text = campaign.texts[{"guide", {}, {"en"}}];
    text.head.title = "By {{name}}. And {{name}}... {{date:release}}.";
    text.head.deck = "By {{name}}.";
    text.body = {paragraph({variable("name"), presskit::text(". Then "),
                            {Emphasis{{variable("name")}}, {}}, presskit::text(".")}),
                 paragraph({variable("name"), {Code{"x"}, {}}, presskit::text(".")}),
                 paragraph({variable("name"), presskit::text("..")}),
                 paragraph({variable("date", "release"), presskit::text(".")}),
                 paragraph({variable("name")}), paragraph(".")};
    const auto made = make_edition(campaign, english("guide"));
    CHECK(made->document.head.title == "By Example e.V. And Example e.V.... 18 May 2021.");
    CHECK(made->document.head.deck == "By Example e.V.");
    CHECK(body_text(made) == "Example e.V. Then Example e.V.\nExample e.V.x.\nExample e.V...\n18 May 2021.\n"
                             "Example e.V.\n.\n");
}

TEST_CASE("edition: recommendations are numbered on from group to group where the brand says so") {
    const auto item = [](const char* words) { return ListItem{{paragraph({text(words)})}, {}}; };
    const auto group = [](const char* actor) {
        Heading made;
        made.actor = actor;
        made.content = {text(actor)};
        return Block{std::move(made), {}};
    };
    const List list{true, 1, true, {item("a"), item("b")}};
    Campaign campaign = small_campaign();
    campaign.brand.actor_colors = {};
    Document& document = campaign.texts[{"guide", {}, {"en"}}];
    document.body = {{list, {}}, group("one"), {list, {}}, group("two"), {list, {}}};
    KindLayout& layout = campaign.brand.layouts[static_cast<std::size_t>(DocumentKind::guide)];
    const auto starts = [&] {
        const auto made = make_edition(campaign, english("guide", ""));
        std::vector<int> out;
        for (const Block& block : made->document.body)
            if (const auto* each = std::get_if<List>(&block.node)) out.push_back(each->start);
        return out;
    };
    CHECK(starts() == std::vector<int>{1, 1, 1});
    layout.recommendations = RecommendationNumbers::continuous;
    CHECK(starts() == std::vector<int>{1, 1, 3});
}

TEST_CASE("edition: a variable that stands for nothing is an error at its place") {
    const auto fault = [](const char* name, const char* argument, const char* country = "al") {
        const auto made = guide({paragraph({variable(name, argument)})}, country);
        if (made.diagnostics.size() != 1 || made.diagnostics[0].span.begin != 7)
            return std::string("none");
        return made.diagnostics[0].code + "; " + made.diagnostics[0].hint;
    };
    CHECK(fault("repot", "") == "plan.unknown-variable; did you mean `{{report}}`?");
    CHECK(fault("report", "of") == "plan.unknown-form; add it in campaign.yaml");
    CHECK(fault("country", "inn") == "plan.unknown-form; did you mean `in`?");
    CHECK(fault("country.xx", "") == "plan.unknown-country; did you mean `{{country.xk}}`?");
    CHECK(fault("country", "", "").find("plan.no-country") == 0);
    CHECK(fault("date", "2021-02-30").find("plan.malformed-date") == 0);
    CHECK(fault("number", "1e5").find("plan.malformed-number") == 0);
    CHECK(fault("number", "").find("plan.number-misplaced") == 0);

    Campaign campaign = small_campaign();
    campaign.texts[{"guide", {}, {"en"}}].head.deck = "See {{ repot }}";
    const auto made = make_edition(campaign, english("guide"));
    REQUIRE(made.diagnostics.size() == 1);
    CHECK(made.diagnostics[0].words == "{{ repot }}");
}

TEST_CASE("edition: dates and numbers in variables are read strictly") {
    CHECK(languages::parse_date("2021-05-18") == Date{2021, 5, 18});
    for (const char* bad : {"", "2021-5-18", "2021-05-18 ", "2021-13-01", "+021-05-18"})
        CHECK_FALSE(languages::parse_date(bad));
    CHECK(languages::parse_millis("-12.5") == -12'500);
    CHECK(languages::parse_millis("999999999999") == 999'999'999'999'000);
    for (const char* bad : {"", "-", ".5", "1.", "1.2345", "1,5", "--1", "1234567890123", "1.5.5"})
        CHECK_FALSE(languages::parse_millis(bad));
}

TEST_CASE("edition: conditional content is kept for its countries and languages") {
    const Blocks body{
        paragraph("All."),
        only({{"al"}, {"xk"}}, {}, {paragraph("Two."), only({{"xk"}}, {}, {paragraph("One.")})}),
        only({}, {{"sq"}}, {paragraph("Albanian.")}), only({}, {{"en"}}, {paragraph("English.")})};
    CHECK(body_text(guide(body, "al")) == "All.\nTwo.\nEnglish.\n");
    CHECK(body_text(guide(body, "xk")) == "All.\nTwo.\nOne.\nEnglish.\n");
    CHECK(codes(guide({only({{"xk"}}, {}, {paragraph("One.")})}, "al").diagnostics) ==
          Codes{"plan.empty-edition"});
    CHECK(
        codes(guide({only({{"xk"}}, {}, {heading(2, "A")}), heading(3, "B")}, "al").diagnostics) ==
        Codes{"plan.heading-skips-level"});
}

TEST_CASE("edition: headings are numbered and cross-references name the number") {
    const Inline reference{CrossReference{"b", {text("section "), variable("number")}}, {}};
    CHECK(body_text(guide({heading(2, "A"), heading(3, "A1"), heading(2, "B"),
                           heading(3, "B1", "b"), heading(3, "B2"), paragraph({reference})})) ==
          "1 A\n1.1 A1\n2 B\n2.1 B1\n2.2 B2\nsection 2.1\n");

    const auto dropped =
        guide({only({{"xk"}}, {}, {heading(2, "B", "b")}), paragraph({reference})}, "al");
    CHECK(codes(dropped.diagnostics) == Codes{"plan.unknown-reference"});

    Campaign campaign = small_campaign();
    campaign.texts[{"guide", {}, {"en"}}].body = {heading(2, "B", "b"), paragraph({reference})};
    CHECK(codes(make_edition(campaign, english("guide")).diagnostics) == Codes{"plan.no-number"});
}

TEST_CASE("edition: a heading without an id gets one, so that contents and bookmarks have it") {
    const auto made = guide({heading(2, "First"), heading(2, "Second", "b"), heading(3, "Third")});
    std::vector<std::string> ids;
    for (const Block& block : made->document.body) ids.push_back(std::get<Heading>(block.node).id);
    CHECK(ids == std::vector<std::string>{"heading.1", "b", "heading.3"});

    const Inline reference{CrossReference{"heading.1", {text("the first")}}, {}};
    CHECK(codes(guide({heading(2, "First"), paragraph({reference})}).diagnostics) ==
          Codes{"plan.unknown-reference"});
}

TEST_CASE("edition: footnotes are numbered by first reference, unused ones dropped") {
    const auto made =
        guide({paragraph({text("a"), note("y"), text("b"), note("x"), note("y")})}, "",
              {footnote("x", {paragraph({text("X"), note("z")})}), footnote("y", {paragraph("Y")}),
               footnote("unused", {paragraph("U")}), footnote("z", {paragraph("Z")})});
    REQUIRE(made);
    REQUIRE(made->document.footnotes.size() == 3);
    CHECK(made->document.footnotes[0].id == "y");
    CHECK(made->document.footnotes[1].number == 2);
    CHECK(made->document.footnotes[2].id == "z");
}

TEST_CASE("edition: a derived text is transliterated but for what is protected") {
    Campaign campaign = small_campaign();
    Document& source = campaign.texts[{"release", {}, {"sr-Cyrl"}}];
    source.head.campaign_dateline = true;
    source.head.sample = true;
    source.body = {paragraph({text("Њега на adresa@пример.срб и "),
                              {Protected{{text("ИСУС")}}, {}},
                              text(" "),
                              {Code{"код"}, {}},
                              text(" "),
                              {ForeignText{{"mk"}, {text("ќе")}}, {}},
                              text(" "),
                              variable("country.xk", "in"),
                              text(" "),
                              variable("report"),
                              text(" "),
                              {Link{"https://пример.срб", {text("овде")}}, {}}})};
    const EditionKey key{{"release", {}, {"sr-Cyrl"}}, {"sr-Latn"}, {}, Availability::derived};
    const auto made = make_edition(campaign, key);
    REQUIRE(made);
    CHECK(plain_text(*made) ==
          "Saopštenje\nBEČ, Austrija – 18. maja 2021: Njega na adresa@пример.срб i ИСУС код ќе "
          "na Kosovu Pred očima ovde\nBez prejudiciranja.\n");
    CHECK(made->document.language == Locale{"sr-Latn"});
    CHECK(made->sample_notice == "Ogledni tekst – nije objavljeni izveštaj");

    const EditionKey fallback{{"release", {}, {"sr-Latn"}}, {"cnr"}, {}, Availability::fallback};
    const auto second = make_edition(campaign, fallback);
    REQUIRE(second);
    CHECK(second->document == made->document);
    CHECK(second->fallback_notice.find("crnogorskom") != std::string::npos);
}

TEST_CASE("edition: a picture without a credit has what campaign.yaml says of it, or else its own file") {
    Campaign campaign = small_campaign();
    Document& source = campaign.texts[{"release", {}, {"sr-Cyrl"}}];
    Figure figure{.path = "images/x.png", .alternative_text = "a", .caption = "c", .credit = " "};
    const auto credit = [&](const char* reader = "sr-Cyrl") {
        List list;
        list.items.push_back({{Block{figure, {}}}, {}});
        source.body = {Block{list, {}}};
        const auto made = make_edition(campaign, {{"release", {}, {"sr-Cyrl"}}, {reader}, {},
                                                  reader == std::string("sr-Latn") ? Availability::derived : Availability::own});
        REQUIRE(made);
        const auto& items = std::get<List>(made->document.body.front().node).items;
        return std::get<Figure>(items.front().content.front().node).credit;
    };
    CHECK(credit() == "");
    ImageRights& own = campaign.images["images/x.png"].own_rights;
    own.creator = "Bo";
    CHECK(credit() == "Bo");
    own.credit = "Bo / Agency";
    CHECK(credit() == "Bo / Agency");
    ImageRecord& record = campaign.image_records["images/x.png"];
    record.consent = "form 12";
    CHECK(credit() == "Bo / Agency");
    record.holder = "Agency";
    CHECK(credit() == "Agency");
    record.creator = "Ана Његош";
    CHECK(credit() == "Ана Његош");
    CHECK(credit("sr-Latn") == "Ana Njegoš");
    record.credit = "{{report}} {{nothing}}"; // campaign.yaml is no text
    CHECK(credit() == "{{report}} {{nothing}}");
    figure.credit = "A. Example, {{country.xk:in}}";
    CHECK(credit() == "A. Example, на Косову");
    figure.credit = "";
    figure.decorative = true;
    CHECK(credit() == "");
}

TEST_CASE("edition: a dateline is written as its language writes it") {
    Campaign campaign = small_campaign();
    const auto dateline = [&](const char* tag, const char* city) {
        campaign.city = {{{tag}, city}};
        Document release = document(tag, "T", {paragraph("Words.")});
        release.head.campaign_dateline = true;
        campaign.texts[{"release", {}, {tag}}] = release;
        return make_edition(campaign, {{"release", {}, {tag}}, {tag}, {}, Availability::own})->document.head.dateline;
    };
    CHECK(dateline("en", "VIENNA") == "VIENNA – 18 May 2021:");
    CHECK(dateline("hr", "BEČ") == "BEČ – 18. svibnja 2021:");
    CHECK(dateline("fr", "VIENNE") == "VIENNE, le 18 mai 2021 –");
    CHECK(dateline("hu", "BÉCS") == "BÉCS, 2021. május 18. –");
    CHECK(dateline("ru", "ВЕНА") == "ВЕНА, 18 мая 2021 г.\u00A0—");
}

TEST_CASE("edition: notices and contacts stand where the brand and the text want them") {
    Campaign campaign = small_campaign();
    campaign.contacts.resize(1);
    campaign.brand.layouts[static_cast<std::size_t>(DocumentKind::release)].contact_card = true;
    auto made = make_edition(campaign, english("release"));
    REQUIRE(made);
    CHECK(made->release_notice == "For immediate release");
    CHECK(made->fallback_notice.empty());
    CHECK(made->contacts.size() == 1);

    campaign.embargo = Embargo{"2021-05-18T10:00", "Europe/Vienna", 1'621'324'800};
    campaign.texts[{"release", {}, {"en"}}].body.push_back(
        {Section{SectionKind::contact, {paragraph("Me.")}}, {}});
    EditionKey key = english("release");
    key.reader = {"sq"};
    key.availability = Availability::fallback;
    made = make_edition(campaign, key);
    CHECK(made->contacts.empty());
    CHECK(made->release_notice ==
          "Embargoed until 18 May 2021, 10:00 Central European Summer Time (08:00 UTC)");
    CHECK(made->fallback_notice.find("anglisht") != std::string::npos);

    key.reader = {"en-US"}; // English to its readers, too
    CHECK(make_edition(campaign, key)->fallback_notice.empty());
}

TEST_CASE("edition: a glossary has the order of its language's alphabet, a derived one of its own") {
    Campaign campaign = small_campaign();
    List list;
    for (const char* term : {"Цвет", "Враг", "Град"}) {
        Inlines words{{Strong{{text(term)}}, {}}, text(" значи")};
        list.items.push_back({{paragraph(std::move(words))}, {}});
    }
    campaign.texts[{"release", {}, {"sr-Cyrl"}}].body = {
        {Section{SectionKind::glossary, {{std::move(list), {}}}}, {}}};
    const TextKey key{"release", {}, {"sr-Cyrl"}};
    CHECK(body_text(make_edition(campaign, {key, {"sr-Cyrl"}, {}, Availability::own})) ==
          "Враг значи\nГрад значи\nЦвет значи\n");
    CHECK(body_text(make_edition(campaign, {key, {"sr-Latn"}, {}, Availability::derived})) ==
          "Cvet znači\nGrad znači\nVrag znači\n");
}

TEST_CASE("edition: a translation says which version prevails if there is one") {
    Campaign campaign = small_campaign();
    const EditionKey serbian{{"release", {}, {"sr-Cyrl"}}, {"sr-Cyrl"}, {}, Availability::own};
    CHECK(make_edition(campaign, serbian)->prevailing_notice.empty());
    campaign.prevailing = Locale{"en"};
    CHECK(make_edition(campaign, serbian)->prevailing_notice ==
          "Ако се језичке верзије разликују, меродавна је ова: енглески.");
    CHECK(make_edition(campaign, english("release"))->prevailing_notice.empty());
    campaign.texts.erase({"release", {}, {"en"}});
    CHECK(make_edition(campaign, serbian)->prevailing_notice.empty());
}

TEST_CASE("edition: an embargo stands on every document, not on the release alone") {
    Campaign campaign = small_campaign();
    CHECK(make_edition(campaign, english("guide"))->release_notice.empty());
    campaign.embargo = Embargo{"2021-05-18T10:00", "Europe/Vienna", 1'621'324'800};
    CHECK(make_edition(campaign, english("guide"))->release_notice.starts_with("Embargoed until"));
}

TEST_CASE("edition: an unknown text, language or actor is an error") {
    const Campaign campaign = small_campaign();
    CHECK(codes(make_edition(campaign, english("poem")).diagnostics) == Codes{"plan.unknown-text"});

    Campaign klingon = small_campaign();
    klingon.texts[{"guide", {}, {"tlh"}}] = document("tlh", "paq", {paragraph("chut.")});
    CHECK(codes(make_edition(klingon, {{"guide", {}, {"tlh"}}, {"tlh"}, {}, Availability::own})
                    .diagnostics) == Codes{"plan.unknown-language"});

    Campaign coloured = small_campaign();
    coloured.brand.actor_colors["government"] = {};
    Block acting = heading(2, "Government");
    std::get<Heading>(acting.node).actor = "goverment";
    coloured.texts[{"guide", {}, {"en"}}].body = {acting, paragraph("Act.")};
    const auto made = make_edition(coloured, english("guide"));
    REQUIRE(codes(made.diagnostics) == Codes{"plan.unknown-actor"});
    CHECK(made.diagnostics[0].hint == "did you mean `government`?");
}

TEST_CASE("plain text: a line a paragraph, item and cell, footnotes at the end") {
    List list{true, 1, true, {{{paragraph("One")}, {}}, {{paragraph("Two")}, {}}}};
    Table table;
    table.caption = {text("What")};
    table.header = {{{text("A")}, {}}};
    table.rows = {{{{text("b")}, {}}}};
    const auto made = guide(
        {paragraph({text("x"), note("n"), {Strong{{text("y")}}, {}}, {LineBreak{}, {}}, text("z")}),
         {list, {}},
         {table, {}},
         {CodeBlock{"c\n"}, {}}},
        "", {footnote("n", {paragraph("Note")})});
    CHECK(body_text(made) == "xy z\nOne\nTwo\nWhat\nA\nb\nc\nNote\n");
}
