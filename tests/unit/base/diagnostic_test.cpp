// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

TEST_CASE("diagnostic: the caret stands below the fault, counted in characters") {
    SourceMap sources;
    const SourceId id = sources.add("campaign.yaml", "id: x\nnaslov: Šta je pogrešno\n");
    const Diagnostic d{"load.unknown-key", "unknown key `naslov`", "did you mean `title`?",
                       Span{id, 6, 12}, ""};
    CHECK(to_text(d, sources) == "campaign.yaml:2:1: error: unknown key `naslov` [load.unknown-key]\n"
                                 "  2 | naslov: Šta je pogrešno\n"
                                 "    | ^^^^^^\n"
                                 "  hint: did you mean `title`?\n");
    const Diagnostic after{"x", "m", "", Span{id, 18, 20}, ""};
    CHECK(to_text(after, sources).find("2:12") != std::string::npos);
}

TEST_CASE("diagnostic: the caret stands below the fault behind wide characters and combining marks") {
    SourceMap sources;
    const auto shown = [&](const std::string& before, const std::string& marked) {
        const SourceId id = sources.add("en.md", before + marked + "!\n");
        const auto begin = static_cast<std::uint32_t>(before.size());
        const auto end = static_cast<std::uint32_t>(before.size() + marked.size());
        const std::string text = to_text({"c", "m", "", Span{id, begin, end}, ""}, sources);
        CHECK(text.find("\n  1 | " + before + marked + "!\n") != std::string::npos);
        return text.substr(text.rfind("| ") + 2);
    };
    CHECK(shown("日本語 ", "{{x}}") == "       ^^^^^\n");
    CHECK(shown("ok 👧 ", "<b>") == "      ^^^\n");
    CHECK(shown("Cafe\u0301 ", "<b>") == "     ^^^\n");
    CHECK(shown("שָׁלוֹם ", "<b>") == "     ^^^\n");
    CHECK(shown("\u1112\u1161\u11AB ", "<b>") == "   ^^^\n"); // one syllable of three letters
    CHECK(shown("a ", "日本") == "  ^^^^\n");
    CHECK(shown("Cafe", "\u0301") == "   ^\n");
    CHECK(shown("a\u200D ", "<b>") == "  ^^^\n");
    CHECK(shown("Ελλάδα 2 × ", "<b>") == "           ^^^\n");
}

TEST_CASE("diagnostic: the column of a fault counts characters, whatever cells they take") {
    SourceMap sources;
    const SourceId id = sources.add("en.md", "日本語 {{x}}\n");
    CHECK(to_text({"c", "m", "", Span{id, 10, 15}, ""}, sources).starts_with("en.md:1:5: "));
}

TEST_CASE("diagnostic: a byte order mark is no column") {
    SourceMap sources;
    const SourceId id = sources.add("campaign.yaml", "\xEF\xBB\xBFid x\nid: y\n");
    CHECK(to_text({"c", "m", "", Span{id, 3, 5}, ""}, sources) == "campaign.yaml:1:1: error: m [c]\n"
                                                                  "  1 | id x\n"
                                                                  "    | ^^\n");
    CHECK(sources.locate(id, 0) == Location{1, 1});
    CHECK(sources.locate(id, 8) == Location{2, 1});
}

TEST_CASE("diagnostic: what stands somewhere in a wider place is looked for there, then where it came from") {
    SourceMap sources;
    const SourceId text = sources.add("en.md", "---\ntitle: A {{b}}\n---\n");
    const SourceId campaign = sources.add("campaign.yaml", "id: x\ncity: Ω\n");
    const Span head{text, 4, 19}, file{campaign, 0, 0xFFFF'FFFF};
    Diagnostics all{{.code = "c", .message = "m", .span = head, .words = "{{b}}"},
                    {.code = "c", .message = "m", .span = head, .words = "Ω", .or_in = file},
                    {.code = "c", .message = "m", .span = head, .words = "Ж", .or_in = file},
                    {.code = "c", .message = "m", .words = "Ω", .or_in = file}};
    pinpoint(all, sources);
    CHECK(all[0].span == Span{text, 13, 18});
    CHECK(all[1].span == Span{campaign, 12, 14});
    CHECK(all[2].span == head);
    CHECK(all[3].span == Span{campaign, 12, 14});
}

TEST_CASE("diagnostic: a run's faults are sorted by file and line, repetitions dropped") {
    SourceMap sources;
    const SourceId b = sources.add("b.md", "one\ntwo\n");
    const SourceId a = sources.add("a.md", "one\n");
    Diagnostics all{{"c", "late", "", Span{b, 4, 5}, ""}, {"c", "early", "", Span{b, 0, 1}, ""},
                    {"c", "first file", "", Span{a, 0, 1}, ""}, {"c", "late", "", Span{b, 4, 5}, ""}};
    sort(all, sources);
    REQUIRE(all.size() == 3);
    CHECK(all[0].message == "first file");
    CHECK(all[1].message == "early");
    CHECK(all[2].message == "late");
}

TEST_CASE("diagnostic: a very long line is cut around the fault") {
    SourceMap sources;
    const SourceId id = sources.add("x.md", std::string(5000, 'a') + "!" + std::string(5000, 'b'));
    const std::string text = to_text({"c", "m", "", Span{id, 5000, 5001}, ""}, sources);
    CHECK(text.size() < 400);
    CHECK(text.find('!') != std::string::npos);
}

TEST_CASE("diagnostic: a near miss is recognised, nonsense is not") {
    CHECK(nearest("lanugages", {"languages", "countries"}) == "languages");
    CHECK(nearest("biuld", {"plan", "build"}) == "build"); // one slip of two fingers, not two
    CHECK(nearest("lsit", {"lists", "last", "list"}) == "list");
    CHECK_FALSE(nearest("zzz", {"languages", "countries"}));
}
