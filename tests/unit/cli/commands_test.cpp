// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/options.hpp"
#include "pipeline/cli/plan_table.hpp"
#include "tests/unit/cli/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace presskit;
using presskit::test::make_small_campaign;
using presskit::test::run;
using presskit::test::TemporaryFolder;

namespace {

std::variant<cli::Options, cli::Answer> parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "presskit");
    return cli::parse_options(static_cast<int>(arguments.size()), arguments.data());
}

cli::Answer answer_to(std::vector<const char*> arguments) {
    return std::get<cli::Answer>(parse(std::move(arguments)));
}

cli::PlannedMatrix small_matrix() {
    const auto cell = [](const char* country, const char* language, const char* document,
                         const char* sheet, Availability availability, const char* written) {
        return MatrixCell{{country}, {language}, document, {sheet}, availability, {written}};
    };
    cli::PlannedMatrix matrix{"small", {}, {}};
    matrix.documents = {{.id = "release", .title = {}, .span = {}},
                        {.id = "sheet", .title = {}, .span = {}}};
    matrix.cells = {cell("al", "sq", "release", "", Availability::own, "sq"),
                    cell("al", "sq", "sheet", "al", Availability::fallback, "en"),
                    cell("xk", "sr-Latn", "release", "", Availability::derived, "sr-Latn"),
                    cell("xk", "sr-Latn", "sheet", "xk", Availability::missing, ""),
                    cell("region", "en", "sheet", "al", Availability::own, "en"),
                    cell("region", "en", "sheet", "xk", Availability::own, "en")};
    return matrix;
}

} // namespace

TEST_CASE("options: every command parses into its own values") {
    const auto build =
        std::get<cli::Options>(parse({"build", "a", "b", "--only", "al/sq", "--only", "xk", "-j",
                                      "3", "--out", "o", "--no-verify"}));
    const auto& options = std::get<cli::BuildOptions>(build.command);
    CHECK(options.campaigns == std::vector<std::string>{"a", "b"});
    CHECK(options.only == std::vector<std::string>{"al/sq", "xk"});
    CHECK(options.workers == 3);
    CHECK(options.out == "o");
    CHECK_FALSE(options.verify);
    const auto plan =
        std::get<cli::Options>(parse({"plan", "--format", "json", "--log-format", "json", "-q"}));
    CHECK(std::get<cli::PlanOptions>(plan.command).json);
    CHECK(plan.log_format == engine::LogFormat::json);
    CHECK(plan.quiet);
    const auto import = std::get<cli::Options>(parse({"import", "x.txt"}));
    CHECK(std::get<cli::ImportFileOptions>(import.command).language == "en");
}

TEST_CASE("options: help and version are answers, a wrong command line is status 2") {
    CHECK(answer_to({"--version"}).out == "presskit " PRESSKIT_VERSION "\n");
    CHECK(answer_to({"--version"}).status == 0);
    for (const char* command : {"build", "plan", "check", "import", "verify"}) {
        const auto help = answer_to({command, "--help"});
        CHECK(help.status == 0);
        CHECK(help.out.find("Examples:\n  presskit " + std::string(command)) != std::string::npos);
    }
    CHECK(answer_to({"--help"}).out.find("75  temporary") != std::string::npos);
    CHECK(answer_to({"chek"}).err.find("did you mean `check`?") != std::string::npos);
    CHECK(answer_to({"build", "--ony", "al/sq"}).err == "presskit build has no option `--ony`; did you mean `--only`?\n"
                                                        "'presskit build --help' lists its options\n");
    CHECK(answer_to({"build", "--no-verfy"}).err.find("did you mean `--no-verify`?") != std::string::npos);
    CHECK(answer_to({"publish", "--site-ulr=https://x.org/"}).err.find("`--site-url`?") != std::string::npos);
    CHECK(answer_to({"--quite", "check"}).err.find("did you mean `--quiet`?") != std::string::npos);
    CHECK(answer_to({"build", "--frob"}).err.find("did you mean") == std::string::npos);
    for (const auto& wrong : std::vector<std::vector<const char*>>{{},
                                                                   {"chek"},
                                                                   {"build", "-j", "0"},
                                                                   {"build", "--frob"},
                                                                   {"import"},
                                                                   {"plan", "--format", "xml"}}) {
        const auto answer = answer_to(wrong);
        CHECK(answer.status == 2);
        CHECK(answer.out.empty());
        CHECK_FALSE(answer.err.empty());
    }
}

TEST_CASE("plan: the table is aligned and counts every kind") {
    CHECK(cli::to_table({small_matrix()}) ==
          "small\n"
          "\n"
          "country  language  release  sheet\n"
          "al       sq        own      fallback en\n"
          "xk       sr-Latn   derived  missing\n"
          "region   en        –        2 own\n"
          "\n"
          "3  own       written in the kit's language\n"
          "1  derived   transliterated from the language's other script\n"
          "1  fallback  in the language named, with a notice\n"
          "1  missing   not to be had; the kit cannot be built\n");
}

TEST_CASE("plan: the JSON has the same cells and counts") {
    const auto json = nlohmann::json::parse(cli::to_json({small_matrix()}));
    const auto& campaign = json["campaigns"][0];
    CHECK(json["schema_version"] == 1);
    CHECK(campaign["counts"]["own"] == 3);
    CHECK(campaign["cells"].size() == 6);
    CHECK(campaign["cells"][1]["written_in"] == "en");
    CHECK_FALSE(campaign["cells"][3].contains("written_in"));
}

TEST_CASE("plan: a missing text is shown in the table and reported") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    std::string yaml = folder.read("inputs/fish/campaign.yaml");
    yaml.replace(yaml.find("documents:\n"), 11,
                 "documents:\n  - {id: guide, kind: guide, title: {en: Guide}}\n");
    yaml.replace(yaml.find("documents: [release]"), 20, "documents: [release, guide]");
    folder.write("inputs/fish/campaign.yaml", yaml);
    const auto ended = run(folder, {"plan"});
    INFO(ended.err);
    CHECK(ended.status == 1);
    CHECK(ended.out.find("region   en        missing  own\n") != std::string::npos);
    CHECK(ended.err.find("[plan.missing-text]") != std::string::npos);
}

TEST_CASE("check: a campaign that inputs/ only links to is passed over with a warning") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    folder.write("inputs/notes.txt", "x");
    REQUIRE(::symlink("fish", (folder / "inputs/linked").c_str()) == 0);
    REQUIRE(::symlink("notes.txt", (folder / "inputs/linked.txt").c_str()) == 0);
    for (const char* command : {"check", "plan", "build"}) {
        const auto ended = run(folder, {command});
        INFO(command << ended.err);
        CHECK(ended.status == 0);
        CHECK(ended.err.find("inputs/linked: warning: a symbolic link to a folder is passed over") != std::string::npos);
        CHECK(ended.err.find("inputs/linked.txt") == std::string::npos);
    }
    CHECK(run(folder, {"check", "inputs/linked"}).out == "inputs/linked: 1 document in 1 kit\n");
}

TEST_CASE("check: says what would be made, finds all faults, writes nothing") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    CHECK(run(folder, {"check"}).out == "inputs/fish: 1 document in 1 kit\n");
    folder.write("inputs/fish/texts/release/en.md",
                 folder.read("inputs/fish/texts/release/en.md") + "\n{{nobody}} [x](#nowhere)\n");
    REQUIRE(::symlink("/etc/passwd", (folder / "inputs/fish/link.md").c_str()) == 0);
    const auto ended = run(folder, {"check"});
    CHECK(ended.status == 1);
    CHECK(ended.out.empty());
    CHECK(ended.err.find("[engine.symbolic-link]") != std::string::npos);
    CHECK_FALSE(folder.has("outputs"));
}

TEST_CASE("check: --typography names the line that cannot be set well, a build says nothing of it") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    folder.write("inputs/fish/texts/release/en.md", folder.read("inputs/fish/texts/release/en.md") +
                                                        "\nRead " + std::string(300, 'x') + " now.\n");
    const auto told = run(folder, {"check", "--typography"});
    CHECK(told.status == 0);
    CHECK(told.err.find("texts/release/en.md:") != std::string::npos);
    CHECK(told.err.find("warning: a word wider than its column is divided anywhere "
                        "[compose.divided-word]") != std::string::npos);
    CHECK(run(folder, {"check"}).err.find("compose.divided-word") == std::string::npos);
    CHECK(run(folder, {"build"}).err.find("compose.divided-word") == std::string::npos);
}

TEST_CASE("check: the JSON log is one object a line, diagnostics and events alike") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    folder.write("inputs/fish/texts/release/en.md",
                 folder.read("inputs/fish/texts/release/en.md") + "\n{{nobody}}\n");
    for (const auto& arguments : {std::vector<std::string>{"check", "--log-format", "json"},
                                  std::vector<std::string>{"--log-format", "json", "build"}}) {
        const auto ended = run(folder, arguments);
        CHECK(ended.status == 1);
        std::istringstream lines(ended.err);
        std::size_t diagnostics = 0;
        for (std::string line; std::getline(lines, line);) {
            REQUIRE(nlohmann::json::accept(line));
            const auto json = nlohmann::json::parse(line);
            CHECK(json["schema"] == 1);
            if (json["event"] != "diagnostic") continue;
            ++diagnostics;
            CHECK(json["file"] == "inputs/fish/texts/release/en.md");
            CHECK(json["line"].is_number());
        }
        CHECK(diagnostics > 0);
    }
}

TEST_CASE("commands: no campaign at all is a wrong command line, a folder that is not there a missing file") {
    const TemporaryFolder folder;
    for (const char* command : {"build", "plan", "check"}) {
        CHECK(run(folder, {command}).status == 2);
        CHECK(run(folder, {command, "nowhere"}).status == 3);
    }
    CHECK(run(folder, {"verify", "nowhere.zip"}).status == 3);
}

TEST_CASE("build: outputs and campaign may not lie in each other") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    for (const char* out : {"inputs/fish", "inputs/fish/out", "inputs", "."})
        CHECK(run(folder, {"build", "inputs/fish", "--out", out}).status == 2);
    CHECK(folder.has("inputs/fish/campaign.yaml"));
}

TEST_CASE("import: quiet success, no overwriting, flags and files that are wrong") {
    const TemporaryFolder folder;
    folder.write("release.txt", test::small_release);
    const auto ended = run(folder, {"import", "release.txt"});
    CHECK(ended.status == 0);
    CHECK(ended.out == "inputs/fish-are-few/brand/brand.yaml\ninputs/fish-are-few/campaign.yaml\n"
                       "inputs/fish-are-few/texts/release/en.md\n");
    CHECK(run(folder, {"import", "release.txt"}).status == 3);
    CHECK(run(folder, {"import", "release.txt", "--language", "xx"}).status == 2);
    CHECK(run(folder, {"import", "release.txt", "--date", "2021-02-30"}).status == 2);
    CHECK(run(folder, {"import", "nowhere.txt"}).status == 3);
    folder.write("latin.txt", "Caf\xE9\n");
    const auto latin = run(folder, {"import", "latin.txt"});
    CHECK(latin.status == 1);
    CHECK(latin.err.find("Windows-1252") != std::string::npos);
}

TEST_CASE("import: a DOCX goes through pandoc, whose absence is a missing package") {
    const TemporaryFolder folder;
    folder.write("release.docx", "PK");
    const auto missing = run(folder, {"import", "release.docx"}, {{"PATH", folder / "nothing"}});
    CHECK(missing.status == 3);
    CHECK(missing.err.find("Debian package pandoc") != std::string::npos);
    folder.write("release.fixture", test::small_release);
    folder.write("bin/pandoc", "#!/bin/sh\nexec /bin/cat '" + (folder / "release.fixture") + "'\n");
    std::filesystem::permissions(folder / "bin/pandoc", std::filesystem::perms::owner_all);
    const auto ended = run(folder, {"import", "release.docx"}, {{"PATH", folder / "bin"}});
    INFO(ended.err);
    CHECK(ended.status == 0);
    CHECK(folder.has("inputs/fish-are-few/campaign.yaml"));
    // Only of ODT does pandoc leave out header rows of tables.
    CHECK(ended.err.find("[import.table-headers]") == std::string::npos);
    folder.write("release.odt", "PK");
    folder.write("release.fixture", std::string(test::small_release) + "\n------------\n\nDanube\n");
    const auto plain = run(folder, {"import", "release.odt", "--into", "plain"}, {{"PATH", folder / "bin"}});
    CHECK(plain.err.find("[import.table-headers]") == std::string::npos);
    folder.write("release.fixture", std::string(test::small_release) + "\n  ------ ---\n  Danube 120\n  ------ ---\n");
    const auto odt = run(folder, {"import", "release.odt", "--into", "odt"}, {{"PATH", folder / "bin"}});
    INFO(odt.err);
    CHECK(odt.status == 0);
    CHECK(odt.err.find("release.odt: warning: pandoc leaves out header rows of tables in ODT files "
                       "[import.table-headers]") != std::string::npos);
    const auto docx = run(folder, {"import", "release.docx", "--into", "docx"}, {{"PATH", folder / "bin"}});
    CHECK(docx.err.find("[import.table-headers]") == std::string::npos);
}
