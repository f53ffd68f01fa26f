// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/options.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/cli/trust_options.hpp"
#include "pipeline/engine/parallel.hpp"
#include "pipeline/engine/report.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <sstream>

namespace presskit::cli {
namespace {

constexpr const char* program_footer = R"(
Examples:
  presskit build                          every campaign in inputs/ to outputs/
  presskit check inputs/my-campaign       all faults of a campaign, nothing written
  presskit import release.txt             a press release becomes a campaign

Exit codes:
  0  done                        3   wrong configuration; missing file or package
  1  a fault in texts or kits    4   internal error
  2  wrong command line          75  temporary: disk full, another run is writing
  130, 143  interrupted; what was there before is unharmed

Environment:
  SOURCE_DATE_EPOCH  the date written into every file, in seconds since 1970-01-01; without it,
                     the campaign's release date
  PRESSKIT_KEY         a secret key for signing: its file, or the text of one
  PRESSKIT_PASSPHRASE  what that key is encrypted with

Results go to standard output, the log to standard error.
'presskit COMMAND --help' tells about one command.)";

constexpr const char* build_footer = R"(
Each kit is a zip: PDFs, pictures, a page, a text, a manifest and checksums. Kits of all campaigns
come into one folder with index.json. The folder is replaced whole, at the end, only if everything
went well; files that others put there stay. Of `--only`, a kit that no campaign has is a wrong
command line (exit code 2).

Documents that would come out the same are taken from earlier runs, by a digest of all that they are
made from; each is checked when it is read.

Examples:
  presskit build                                  all campaigns in inputs/
  presskit build inputs/my-campaign --out /srv/kits
  presskit build --only al/sq --only xk           two selections; the other kits are kept
  presskit build --brand courier --out courier    the same campaign in another brand

Prints one line a kit: id, bytes, SHA-256 and file, with tabs between.)";

constexpr const char* plan_footer = R"(
Examples:
  presskit plan
  presskit plan inputs/my-campaign --format json)";

constexpr const char* check_footer = R"(
Reads and plans the campaign and makes every document of it in memory, so that it finds whatever
`build` would. Nothing is written.

Examples:
  presskit check
  presskit check inputs/my-campaign --log-format json
  presskit check --typography             loose lines, divided words and the like, too)";

constexpr const char* import_footer = R"(
The text needs a headline on top, a first paragraph that opens with place and date, and ends with a
contact and 'About ...'. Every word is kept; what a named person says becomes a quotation. DOCX and
ODT are read by pandoc, if it is installed. A folder that exists is never overwritten.

Examples:
  presskit import release.txt
  presskit import release.docx --into inputs/new-campaign --language de
  presskit import statement.txt --date 2021-05-18 --city "VIENNA, Austria")";

constexpr const char* proof_footer = R"(
A sheet shows every letter of a language in every face of the brand, quotation marks, dashes, numbers,
dates, divided words and the fixed words of the pages, and what the fonts lack. A face in use that
lacks a letter or sign is a fault (exit code 1). One whose words get single letters from another
family, or whose Serbian or Macedonian italics have Russian shapes, is warned of. The sheets are
written all the same.

Examples:
  presskit proof                                    every language of every campaign in inputs/
  presskit proof inputs/my-campaign --language cnr --brand courier

Prints one line a sheet: brand, language, number of missing characters and file, with tabs between.)";

constexpr const char* verify_footer = R"(
Reads kits again and trusts nothing: the archive, the checksums, the manifest, the page and every PDF
(PDF/UA-1 with PDF/A-2a or A-3a, or PDF/UA-2 with PDF/A-4).

Examples:
  presskit verify                         the folder outputs/
  presskit verify outputs/my-campaign-al-sq-1.0.0.zip
  presskit verify unpacked-kit/
  presskit verify --key presskit.pub      and that each kit and index.json is signed by this key
  presskit verify kit.zip --key RWQ... --at-least 1.1.0
  presskit verify kit.zip --rebuild inputs/my-campaign    made from these texts, byte for byte
  presskit verify --conditions text       what of the Matterhorn Protocol passed)";

const char* const campaign_help = "Campaign folders; without them, every folder in inputs/";

void add_only(CLI::App& command, std::vector<std::string>& only) {
    command
        .add_option("--only", only,
                    "Only the kits of a country (al) or of one language too (al/sq)")
        ->type_name("KIT")
        ->allow_extra_args(false);
}

void add_brand(CLI::App& command, std::string& brand) {
    command
        .add_option("--brand", brand,
                    "The brand in brands/NAME; without it, the campaign's own in brand/")
        ->type_name("NAME");
}

CLI::App& add_build(CLI::App& app, BuildOptions& options) {
    CLI::App& command = *app.add_subcommand("build", "Make all press kits of campaigns");
    options.workers = engine::default_workers();
    command.add_option("campaign", options.campaigns, campaign_help)->type_name("CAMPAIGN");
    add_only(command, options.only);
    add_brand(command, options.brand);
    command.add_option("-j,--jobs", options.workers, "Documents made at the same time")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(1, 1024));
    command.add_option("-o,--out", options.out, "The folder of the kits")
        ->type_name("DIR")
        ->capture_default_str();
    command.add_flag_callback(
        "--no-verify", [&] { options.verify = false; },
        "Do not read the finished kits again; they carry no accessibility report");
    command.add_option("--cache", options.cache,
                       "Keep documents here for later runs [PRESSKIT_CACHE, or ~/.cache/presskit]")
        ->type_name("DIR");
    command.add_flag_callback(
        "--no-cache", [&] { options.use_cache = false; },
        "Make every document anew and keep none");
    command.add_flag("--linearize", options.linearize,
                     "Order PDFs for fast web view: the first page shows while the rest loads");
    command.add_flag("--previews", options.previews,
                     "Also draw every page, in `previews/`, for the download site to show");
    command.add_flag("--bagit", options.bagit,
                     "Also make each kit a BagIt bag (RFC 8493) for archives, in `bags/`");
    add_key(command, options.key);
    add_now(command, options.now);
    command.footer(build_footer);
    return command;
}

CLI::App& add_plan(CLI::App& app, PlanOptions& options) {
    CLI::App& command =
        *app.add_subcommand("plan", "Show which document each country and language gets");
    command.add_option("campaign", options.campaigns, campaign_help)->type_name("CAMPAIGN");
    add_only(command, options.only);
    command
        .add_option_function<std::string>(
            "--format", [&](const std::string& format) { options.json = format == "json"; },
            "table (default) or json")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"table", "json"}));
    command.footer(plan_footer);
    return command;
}

CLI::App& add_check(CLI::App& app, CheckOptions& options) {
    CLI::App& command = *app.add_subcommand("check", "Find all faults of campaigns, write nothing");
    command.add_option("campaign", options.campaigns, campaign_help)->type_name("CAMPAIGN");
    command.add_flag("--typography", options.typography,
                     "Also warn of lines that cannot be set well, and say why");
    add_brand(command, options.brand);
    command.footer(check_footer);
    return command;
}

CLI::App& add_import(CLI::App& app, ImportFileOptions& options) {
    CLI::App& command = *app.add_subcommand("import", "Make a campaign from a press release");
    command.add_option("file", options.file, "The release: plain text (UTF-8), .docx or .odt")
        ->type_name("FILE")
        ->required();
    command
        .add_option("--into", options.into, "The folder to make; without it, inputs/ and the id")
        ->type_name("DIR");
    command.add_option("--language", options.language, "The text's language")
        ->type_name("TAG")
        ->capture_default_str();
    command.add_option("--date", options.date, "The day of release, if no dateline says it")
        ->type_name("YYYY-MM-DD");
    command.add_option("--city", options.city, "The place of release, if no dateline says it")
        ->type_name("PLACE");
    command.footer(import_footer);
    return command;
}

CLI::App& add_proof(CLI::App& app, ProofOptions& options) {
    CLI::App& command =
        *app.add_subcommand("proof", "Show each language in a brand's faces, and what they lack");
    command.add_option("campaign", options.campaigns, campaign_help)->type_name("CAMPAIGN");
    add_brand(command, options.brand);
    command.add_option("--language", options.language, "Only the sheet of this language")
        ->type_name("TAG");
    command.add_option("-o,--out", options.out, "The folder of the sheets")
        ->type_name("DIR")
        ->capture_default_str();
    command.footer(proof_footer);
    return command;
}

CLI::App& add_verify(CLI::App& app, VerifyOptions& options) {
    CLI::App& command = *app.add_subcommand("verify", "Check finished kits with other eyes");
    command
        .add_option("path", options.paths,
                    "Zips of kits or bags, folders of them, or unpacked ones; without them, outputs")
        ->type_name("KIT.zip|DIR");
    command
        .add_option_function<std::string>(
            "--conditions",
            [&](const std::string& format) {
                options.conditions =
                    format == "json" ? ConditionsFormat::json : ConditionsFormat::text;
            },
            "Print each condition of PDF/UA and PDF/A with its outcome: text, or json, an object a line")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json"}));
    command
        .add_option("--key", options.key,
                    "A public key, or its file: each kit and index.json must be signed by it")
        ->type_name("PUB");
    command
        .add_option("--at-least", options.at_least,
                    "The oldest version to accept: a genuine kit may be an old one")
        ->type_name("VERSION");
    command
        .add_option("--rebuild", options.rebuild,
                    "Make each kit again from this campaign, and compare the bytes")
        ->type_name("CAMPAIGN");
    add_brand(command, options.brand);
    command.add_flag("--linearize", options.linearize, "Rebuild as `build --linearize` does");
    command.footer(verify_footer);
    return command;
}

/// All options with their places to be parsed into.
struct CommandLine {
    CLI::App app{
        "Makes accessible PDFs and press kits from a folder of texts, for every country and "
        "language of a campaign.",
        "presskit"};
    std::string log_format = "text";
    bool quiet = false;
    BuildOptions build;
    PlanOptions plan;
    CheckOptions check;
    ImportFileOptions import;
    ProofOptions proof;
    VerifyOptions verify;
    KeygenOptions keygen;
    SignOptions sign;
    SealOptions seal;
    PublishOptions publish;
    ReleasesOptions releases;
    RollbackOptions rollback;
    std::vector<std::pair<CLI::App*, std::function<Command()>>> commands;

    CommandLine() {
        app.set_version_flag("--version", "presskit " PRESSKIT_VERSION);
        app.set_help_flag("-h,--help", "This help");
        app.add_option("--log-format", log_format, "text, or json: one object a line")
            ->type_name("FORMAT")
            ->capture_default_str()
            ->check(CLI::IsMember({"text", "json"}));
        app.add_flag("-q,--quiet", quiet, "Only warnings and errors");
        app.footer(program_footer);
        app.require_subcommand(1);
        app.fallthrough();
        commands = {{&add_build(app, build), [&] { return Command(build); }},
                    {&add_plan(app, plan), [&] { return Command(plan); }},
                    {&add_check(app, check), [&] { return Command(check); }},
                    {&add_import(app, import), [&] { return Command(import); }},
                    {&add_proof(app, proof), [&] { return Command(proof); }},
                    {&add_verify(app, verify), [&] { return Command(verify); }},
                    {&add_keygen(app, keygen), [&] { return Command(keygen); }},
                    {&add_sign(app, sign), [&] { return Command(sign); }},
                    {&add_seal(app, seal), [&] { return Command(seal); }},
                    {&add_publish(app, publish), [&] { return Command(publish); }},
                    {&add_releases(app, releases), [&] { return Command(releases); }},
                    {&add_rollback(app, rollback), [&] { return Command(rollback); }}};
    }

    Answer without_command() const {
        const auto words = app.remaining();
        if (words.empty()) return Answer{{}, app.help(), engine::exit_status::usage};
        std::vector<std::string_view> names{"build", "plan",   "check",  "import",
                                            "proof", "verify", "keygen",   "sign",   "seal",
                                            "publish", "releases", "rollback"};
        const auto meant = nearest(words[0], names);
        return Answer{{},
                      "presskit has no command `" + to_utf8(printable(words[0])) + "`" +
                          (meant ? "; did you mean `" + std::string(*meant) + "`?" : "") +
                          "\n'presskit --help' lists the commands\n",
                      engine::exit_status::usage};
    }

    /// What to say of a word that begins as options do and is none; nothing if there is no such word.
    std::optional<Answer> unknown_option() const {
        const auto chosen = app.get_subcommands();
        const CLI::App& command = chosen.empty() ? app : *chosen.front();
        const std::string called = chosen.empty() ? "presskit" : "presskit " + command.get_name();
        for (std::string word : app.remaining(true)) {
            if (!word.starts_with("-")) continue;
            word = word.substr(0, word.find('='));
            std::vector<std::string> names;
            for (const CLI::App* place : {&command, &app})
                for (const CLI::Option* option : place->get_options())
                    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
            const auto meant = nearest(word, {names.begin(), names.end()});
            return Answer{{},
                          called + " has no option `" + to_utf8(printable(word)) + "`" +
                              (meant ? "; did you mean `" + std::string(*meant) + "`?" : "") + "\n'" + called +
                              " --help' lists its options\n",
                          engine::exit_status::usage};
        }
        return std::nullopt;
    }

    Options options() const {
        Options out{
            log_format == "json" ? engine::LogFormat::json : engine::LogFormat::text, quiet, {}};
        for (const auto& [command, value] : commands)
            if (command->parsed()) out.command = value();
        return out;
    }
};

} // namespace

std::variant<Options, Answer> parse_options(int argc, const char* const* argv) {
    CommandLine line;
    try {
        line.app.parse(argc, argv);
        return line.options();
    } catch (const CLI::ParseError& error) {
        const bool lacks_command =
            error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
            line.app.get_subcommands().empty();
        if (lacks_command) return line.without_command();
        if (auto answer = line.unknown_option()) return *std::move(answer);
        std::ostringstream out, err;
        const bool is_fault = line.app.exit(error, out, err) != 0;
        return Answer{out.str(), err.str(), is_fault ? engine::exit_status::usage : 0};
    }
}

} // namespace presskit::cli
