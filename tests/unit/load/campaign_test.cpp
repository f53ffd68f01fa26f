// SPDX-License-Identifier: Apache-2.0
#include "stages/model/document_format.hpp"
#include "tests/unit/load/small_campaign.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace presskit;
using namespace presskit::tests;

namespace {

FileTree changed(std::string_view from, std::string_view to) {
    FileTree tree = small_campaign();
    tree.files["campaign.yaml"] = replaced(campaign_yaml, from, to);
    return tree;
}

Codes codes(std::string_view from, std::string_view to) {
    return Loaded(changed(from, to)).codes();
}

/// What the only fault is and points at.
std::string fault_after(std::string_view from, std::string_view to) {
    const Loaded loaded(changed(from, to));
    INFO(loaded.report());
    REQUIRE(loaded.codes().size() == 1);
    return loaded.codes()[0].substr(5) + " " + loaded.place_of(loaded.codes()[0]);
}

FileTree folder(const std::string& path) {
    FileTree tree;
    tree.root = path;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        tree.files[std::filesystem::relative(entry.path(), path).generic_string()] = bytes.str();
    }
    return tree;
}

} // namespace

TEST_CASE("campaign: a correction says what it replaces, when and why") {
    const std::string with = "version: 1.1.0\ncorrection: {replaces: 1.0.0, date: 2021-05-20, note: {en: A "
                             "number was wrong., de: Eine Zahl war falsch.}}";
    const Loaded loaded(changed("version: 1.0.0", with));
    INFO(loaded.report());
    REQUIRE(loaded.result);
    CHECK(loaded.result.diagnostics.empty());
    const Campaign& campaign = *loaded.result;
    CHECK(campaign.correction == Correction{"1.0.0", {2021, 5, 20},
                                            {{{"de"}, "Eine Zahl war falsch."}, {{"en"}, "A number was wrong."}}});
    const auto codes_with = [&](std::string_view old, std::string_view other) {
        return codes("version: 1.0.0", replaced(with, old, other));
    };
    CHECK(codes_with("version: 1.1.0", "version: 1.0.0") == Codes{"load.corrects-itself"});
    CHECK(codes_with("2021-05-20", "2021-05-17") == Codes{"load.no-such-date"});
    CHECK(codes_with("2021-05-20", "2021-02-30") == Codes{"load.no-such-date"});
    CHECK(codes_with("en: A number was wrong., ", "") != Codes{});
}

TEST_CASE("campaign: values are those of the file") {
    const Loaded loaded(small_campaign());
    INFO(loaded.report());
    REQUIRE(loaded.result);
    CHECK(loaded.result.diagnostics.empty());
    const Campaign& campaign = *loaded.result;
    CHECK(campaign.id == "small-campaign");
    CHECK(campaign.release_date == Date{2021, 5, 18});
    CHECK(campaign.languages[1].fallback == std::vector<Locale>{{"en"}});
    CHECK(campaign.countries[0].names.at({"en"}).forms.at("in") == "in Albania");
    CHECK(campaign.countries[0].names.at({"de"}).base == "Albanien");
    CHECK(campaign.countries[0].documents == std::vector<std::string>{"release", "sheet"});
    CHECK(campaign.countries[0].sheets == std::vector<CountryCode>{{"al"}});
    CHECK(campaign.countries[1].sheets == std::vector<CountryCode>{{"al"}});
    CHECK(campaign.variables.at("report").at({"de"}).forms.at("of") == "des Berichts");
    CHECK(campaign.texts.size() == 2);
    CHECK(campaign.texts.at({"sheet", {"al"}, {"en"}}).head.title == "Act");
    CHECK_FALSE(campaign.embargo);
    CHECK(campaign.immediate_release);
}

TEST_CASE("campaign: white space of folded and literal texts is one space") {
    const Loaded loaded(changed("title: {en: Small, de: Klein}",
                                "title:\n  en: |\n    Small\n    campaign\n  de: '  Klein '"));
    REQUIRE(loaded.result);
    CHECK(loaded.result->title.at({"en"}) == "Small campaign");
    CHECK(loaded.result->title.at({"de"}) == "Klein");
}

TEST_CASE("campaign: PDFs are PDF/UA-1 without attachments unless it asks for more") {
    CHECK(Loaded(small_campaign()).result->pdf == PdfRules{});
    const Loaded asked(changed("countries:\n", "pdf: {standard: ua-2+a-4, attachments: true}\ncountries:\n"));
    INFO(asked.report());
    REQUIRE(asked.result);
    CHECK(asked.result->pdf == PdfRules{PdfStandard::ua_2_a_4, true});
    CHECK_FALSE(codes("countries:\n", "pdf: {standard: ua-3}\ncountries:\n").empty());
}

TEST_CASE("campaign: instruments have names, and what they are called in texts") {
    const std::string list = "instruments:\n"
                             "  - id: crc\n    date: 1989-11-20\n    reference: UNTS 1577, 3\n"
                             "    names: {en: Convention, de: Übereinkommen}\n    short: {en: CRC}\n"
                             "    words: {de: [Übereinkommen*]}\n";
    const auto with = [&](const std::string& from, const std::string& to, const std::string& body) {
        FileTree tree = changed("countries:\n", replaced(list, from, to) + "countries:\n");
        tree.files["texts/release/en.md"] =
            text_md("document: release\nlanguage: en\ntitle: Now\n", body);
        return tree;
    };
    const std::string indexed = "[It]{instrument=crc}.\n\n::: instruments\n\n:::\n";
    const Loaded loaded(with("crc", "crc", indexed));
    INFO(loaded.report());
    REQUIRE(loaded.result);
    CHECK(loaded.result.diagnostics.empty());
    const Instrument& instrument = loaded.result->instruments.at(0);
    CHECK(instrument.date == Date{1989, 11, 20});
    CHECK(instrument.short_names.at({"en"}) == "CRC");
    CHECK(instrument.words.at({"de"}) == std::vector<std::string>{"Übereinkommen*"});

    const auto told = [&](const std::string& from, const std::string& to, const std::string& body) {
        return Loaded(with(from, to, body)).codes();
    };
    CHECK(told("1989-11-20", "1989-11-31", indexed) == Codes{"load.no-such-date"});
    CHECK(told(", de: Übereinkommen}", "}", indexed) == Codes{}); // German falls back to English
    CHECK(told("{en: Convention, de", "{de", indexed) == Codes{"load.missing-translation"});
    CHECK(told("en: CRC", "fr: CDE", indexed) == Codes{"load.undeclared-language"});
    CHECK(told("  - id", "  - {id: crc, names: {en: A}}\n  - id", indexed) ==
          Codes{"load.duplicate-instrument"});
    CHECK(told("crc", "crc", "Words.\n") == Codes{"load.unused-instruments"});
    CHECK(told("crc", "crcs", indexed) == Codes{"load.unknown-instrument"});
    FileTree none = small_campaign();
    none.files["texts/release/en.md"] =
        text_md("document: release\nlanguage: en\ntitle: Now\n", "Words.\n\n::: instruments\n\n:::\n");
    CHECK(Loaded(none).codes() == Codes{"load.no-instruments"});
}

TEST_CASE("campaign: photographs have 300 pixels an inch in PDFs unless it says how many") {
    CHECK(Loaded(small_campaign()).result->print_density == 300);
    const auto asked = [](const std::string& density) {
        return Loaded(changed("countries:\n", "pictures: {max_dpi: " + density + "}\ncountries:\n"));
    };
    CHECK(asked("450").result->print_density == 450);
    CHECK_FALSE(asked("72").codes().empty());
}

TEST_CASE("campaign: an embargo is an instant; a time that does not exist is refused") {
    const Loaded loaded(changed("publisher:",
                                "embargo: {until: 2021-05-18T10:00, zone: Europe/Vienna}\n"
                                "publisher:"));
    REQUIRE(loaded.result);
    CHECK(loaded.result->embargo->instant == 1'621'324'800);
    const auto embargo = [](std::string_view until, std::string_view zone) {
        return fault_after("publisher:", "embargo: {until: " + std::string(until) +
                                             ", zone: " + std::string(zone) + "}\npublisher:");
    };
    CHECK(embargo("2021-02-29T10:00", "Europe/Vienna") == "no-such-date 2021-02-29T10:00");
    CHECK(embargo("2021-02-28T24:00", "Europe/Vienna") == "wrong-form 2021-02-28T24:00");
    CHECK(embargo("2021-02-28T10:00", "Europe/Wien") == "no-such-time Europe/Wien");
    CHECK(embargo("2021-03-28T02:30", "Europe/Vienna") == "no-such-time Europe/Vienna");
    CHECK(codes("publisher:",
                "  notices: {immediate_release: true}\nembargo: {until: 2021-05-18T10:00, "
                "zone: Europe/Vienna}\npublisher:") == Codes{"load.embargo-and-immediate"});
}

TEST_CASE("campaign: releases say that they are for immediate release unless told not to") {
    const auto says = [](std::string_view from, std::string_view to) {
        FileTree tree = small_campaign();
        tree.files["campaign.yaml"] = replaced(campaign_yaml, from, to);
        return Loaded(tree).result->immediate_release;
    };
    CHECK(says("id:", "id:"));
    CHECK(says("publisher:", "  notices: {}\npublisher:"));
    CHECK_FALSE(says("publisher:", "  notices: {immediate_release: false}\npublisher:"));
    CHECK(says("publisher:", "embargo: {until: 2021-05-18T10:00, zone: Europe/Vienna}\npublisher:"));
}

TEST_CASE("campaign: braces that nothing would fill in are refused") {
    const std::string_view title = "title: {en: Small, de: Klein}";
    CHECK(codes(title, "title: {en: \"Small {{report}}\", de: Klein}") ==
          Codes{"load.variable-outside-texts"});
    CHECK(codes("The Report,", "\"The {{country}}\",") == Codes{"load.variable-outside-texts"});
    CHECK(codes(title, "title: {en: \"Small {report}\", de: Klein}").empty());
}

TEST_CASE("campaign: a picture of a child without consent is refused where it says so") {
    const Loaded loaded(
        changed("variables:", "images:\n  images/visit.jpg: {shows_child: true}\nvariables:"));
    CHECK(loaded.place_of("load.child-without-consent") == "true");
}

TEST_CASE("campaign: what is said of a picture that no text shows is refused") {
    CHECK(fault_after(
              "variables:",
              "images:\n  images/visit.jpg: {shows_child: true, consent: form 12}\nvariables:") ==
          "unused-image-record images/visit.jpg");
}

TEST_CASE("campaign: what is new is said of this version, in every language of a kit, or noticed") {
    const Loaded loaded(changed("variables:", "changes:\n  1.0.0: {en: New., de: Neu.}\nvariables:"));
    REQUIRE(loaded.result);
    CHECK(loaded.result->changes.at("1.0.0").at({"de"}) == "Neu.");
    CHECK(fault_after("variables:", "changes:\n  0.9.0: {en: Old.}\nvariables:") == "no-changes changes");
    CHECK(fault_after("variables:", "changes:\n  1.0.0: {de: Neu.}\nvariables:").starts_with("missing-translation"));
}

TEST_CASE("campaign: documents have all formats unless they name some") {
    const Loaded all(small_campaign());
    CHECK(all.result->documents[0].formats.size() == document_format_count);
    const Loaded one(changed("kind: release\n", "kind: release\n    formats: [text]\n"));
    CHECK(one.result->documents[0].formats == std::vector<DocumentFormat>{DocumentFormat::text});
    const Loaded none(changed("kind: release\n", "kind: release\n    formats: []\n"));
    CHECK(none.result->documents[0].formats.empty());
}

TEST_CASE("campaign: a day that does not exist is refused") {
    CHECK(fault_after("2021-05-18", "2021-02-30") == "no-such-date 2021-02-30");
    CHECK(fault_after("2021-05-18", "2021-13-01") == "no-such-date 2021-13-01");
    CHECK(codes("2021-05-18", "2024-02-29").empty());
}

TEST_CASE("campaign: what is not declared is refused where it is named") {
    CHECK(fault_after("languages: [en, de]", "languages: [en, de, hr]") ==
          "undeclared-language hr");
    CHECK(fault_after("fallback: [en]", "fallback: [en, hr]") == "undeclared-language hr");
    CHECK(fault_after("fallback: [en]", "fallback: [de, en]") == "fallback-to-itself de");
    CHECK(fault_after("sheets: [al]", "sheets: [al, rs]") == "undeclared-country rs");
    CHECK(fault_after("sheets: [al]", "sheets: [al]\n    documents: [guide]") ==
          "undeclared-document guide");
    const Loaded twice(changed("id: sheet", "id: release"));
    CHECK(twice.place_of("load.duplicate-document") == "release");
    CHECK(fault_after("  report:", "  country: {en: X, de: X}\n  report:") ==
          "reserved-name country");
    CHECK(fault_after("id: small-campaign", "id: con") == "reserved-name con");
}

TEST_CASE("campaign: a declared language that is written may prevail over the others") {
    const auto prevails = [](std::string_view rows) {
        return codes("documents:\n", std::string(rows) + "\ndocuments:\n");
    };
    CHECK(prevails("prevailing: de").empty());
    CHECK(prevails("prevailing: sq") == Codes{"load.undeclared-language"});
    CHECK(prevails("  sr-Cyrl: {}\n  sr-Latn: {derive: {from: sr-Cyrl}}\nprevailing: sr-Latn") ==
          Codes{"load.derived-prevails"});
}

TEST_CASE("campaign: derivation needs a declared language that is not derived itself") {
    const auto languages = [](std::string_view rows) {
        return codes("  de: {fallback: [en]}", "  de: {fallback: [en]}\n" + std::string(rows));
    };
    CHECK(languages("  sr-Cyrl: {}\n  sr-Latn: {derive: {from: sr-Cyrl}}").empty());
    CHECK(languages("  hr: {derive: {from: de}}") == Codes{"load.underivable"});
    CHECK(languages("  sr-Cyrl: {}\n  cnr: {derive: {from: sr-Cyrl}}") ==
          Codes{"load.underivable"});
    CHECK(languages("  sr-Latn: {derive: {from: sr-Cyrl}}") == Codes{"load.undeclared-language"});
    CHECK(languages("  sr-Latn: {derive: {from: sr-Latn}}") == Codes{"load.derived-in-a-circle"});
    CHECK(languages("  sr-Latn: {derive: {from: sr-Cyrl}}\n  sr-Cyrl: {derive: {from: sr-Latn}}") ==
          Codes{"load.derived-in-a-circle", "load.derived-in-a-circle"});
}

TEST_CASE("campaign: two languages may stand in for each other") {
    CHECK(codes("  en: {}", "  en: {fallback: [de]}").empty());
}

TEST_CASE("campaign: kits need names in their language, and texts in it or in a fallback") {
    CHECK(fault_after("names: {en: {base: Albania, in: in Albania}, de: Albanien}",
                      "names: {en: Albania}") == "missing-name al");
    CHECK(codes("title: {en: Small, de: Klein}", "title: {en: Small}").empty());
    CHECK(fault_after("title: {en: Small, de: Klein}", "title: {de: Klein}") ==
          "missing-translation title");
    const Loaded extra(changed("title: {en: Small", "title: {fr: Petit, en: Small"));
    REQUIRE(extra.result);
    CHECK(extra.codes() == Codes{"load.undeclared-language"});
}

TEST_CASE("campaign: a language that presskit does not know is refused") {
    CHECK(codes("  en: {}\n", "  en: {}\n  tlh: {}\n") == Codes{"load.unknown-language"});
    CHECK(codes("  en: {}\n", "  en: {}\n  iw: {}\n").size() == 1);
    CHECK(codes("  en: {}\n", "  en: {}\n  en-GB: {}\n").empty());
    const Loaded bare(changed("  en: {}\n", "  en: {}\n  sr: {}\n"));
    CHECK(bare.codes() == Codes{"load.unknown-language"});
    CHECK(bare.result.diagnostics.at(0).hint == "write `sr-Cyrl` or `sr-Latn`");
}

TEST_CASE("campaign: all faults of all files are reported in one go") {
    FileTree tree = changed("kind: sheet", "kind: shet");
    tree.files["brand/brand.yaml"] = replaced(brand_yaml(), "format: a4", "format: a5");
    tree.files["texts/release/en.md"] = "No front matter.\n";
    tree.files["texts/sheet/al/en.md"] = text_md("document: sheet\nlanguage: en\ncountry: al\n");
    const Loaded loaded(tree);
    CHECK(loaded.codes() ==
          Codes{"load.not-one-of", "load.not-one-of", "load.no-front-matter", "load.missing-key"});
}

TEST_CASE("campaign: missing configuration is named") {
    const Loaded loaded(FileTree{"c", {}});
    CHECK_FALSE(loaded.result);
    CHECK(loaded.codes() == Codes{"load.missing-file", "load.missing-file"});
    CHECK(loaded.result.diagnostics[1].path == "c/campaign.yaml");
}

TEST_CASE("campaign: the campaign in this repository loads without a fault") {
    const Loaded loaded(folder(PRESSKIT_SOURCE_DIR "/inputs/exploited-in-plain-sight"));
    INFO(loaded.report());
    CHECK(loaded.result);
}
