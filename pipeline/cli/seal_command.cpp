// SPDX-License-Identifier: Apache-2.0
// `presskit seal`: kits under embargo, encrypted for each partner.
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/partners.hpp"
#include "pipeline/cli/previous_outputs.hpp"
#include "pipeline/cli/sealed_zips.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/signing/keys.hpp"
#include "pipeline/signing/signature.hpp"
#include "stages/bundle/zip.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_partners_file = 1'000'000;
constexpr std::uint64_t largest_kit = 2'000'000'000;

/// A finished kit, and the file beside it that signs it, if there is one.
struct EmbargoedKit {
    PreviousKit kit;
    std::string bytes, signature;
    Locale language;
};

Result<EmbargoedKit> read_kit(engine::Workspace& workspace, const std::string& outputs,
                              const PreviousKit& kit) {
    const std::string path = outputs + "/" + kit.folder + kit.file;
    Result<std::string> bytes = workspace.read_file(path, largest_kit);
    if (!bytes) return std::move(bytes.diagnostics);
    if (sha256(*bytes) != kit.digest)
        return Diagnostic{.code = "seal.other-kit",
                          .message = "is not the kit that index.json lists",
                          .hint = "build the kits again",
                          .path = path};
    const Result<std::string> signature = workspace.read_file(
        path + std::string(signing::signature_extension), signing::longest_signature_file);
    const auto row = nlohmann::json::parse(kit.row, nullptr, false);
    return EmbargoedKit{kit, std::move(*bytes), signature ? *signature : std::string(),
                        {row.is_object() ? row.value("language", "en") : "en"}};
}

/// How to open what is beside it: in the languages of the kits, then in English.
std::string read_me(const std::vector<const EmbargoedKit*>& kits) {
    std::vector<Locale> locales;
    for (const EmbargoedKit* kit : kits) locales.push_back(kit->language);
    locales.push_back({"en"});
    std::string text;
    std::set<std::string> written;
    for (const Locale& locale : locales)
        if (const Language* language = languages::find(locale);
            language != nullptr && written.insert(language->word(Word::sealed_help)).second)
            text += (text.empty() ? "" : "\n") + language->word(Word::sealed_help) + "\n";
    return text;
}

/// Names and times outside of the encryption tell nothing: neither of the campaign nor of its day.
Result<std::string> seal(const Partner& partner, const std::vector<const EmbargoedKit*>& kits) {
    std::vector<std::string> signature_names;
    signature_names.reserve(kits.size());
    std::vector<bundle::ZipEntry> entries;
    for (const EmbargoedKit* kit : kits) {
        entries.push_back({kit->kit.file, kit->bytes});
        if (kit->signature.empty()) continue;
        signature_names.push_back(kit->kit.file + std::string(signing::signature_extension));
        entries.push_back({signature_names.back(), kit->signature});
    }
    const Result<std::string> contents = bundle::write_zip(entries, 0);
    if (!contents) return contents.diagnostics;
    const std::string help = read_me(kits);
    return bundle::write_sealed({{"README.txt", help}, {"contents.zip", *contents}},
                                partner.passphrase);
}

Diagnostic nothing_for(const Partner& partner, const std::string& path) {
    return {.code = "seal.unknown-kits",
            .message = "line " + std::to_string(partner.line) + ": there is no kit under embargo for " +
                       partner.name,
            .hint = "name kits as `al`, `al/sq` or `*`",
            .path = path,
            .blame = Blame::configuration};
}

/// What an earlier run wrote, by its own list, and the list.
std::set<std::string> earlier_files(engine::Workspace& workspace, const std::string& out) {
    std::set<std::string> files{sealed_list_name};
    for (SealedZip& zip : read_sealed(workspace, out)) files.insert(std::move(zip.file));
    return files;
}

SealedZip list_row(const std::string& file, const std::string& bytes, const std::vector<const EmbargoedKit*>& kits) {
    SealedZip row{file, to_hex(sha256(bytes)), {}};
    for (const EmbargoedKit* kit : kits)
        row.kits.push_back({sealed_name(kit->kit.campaign, kit->kit.id), to_hex(kit->kit.digest)});
    return row;
}

Outcome seal_all(const std::vector<Partner>& partners, const std::vector<EmbargoedKit>& kits,
                 const SealOptions& options, engine::Workspace& workspace) {
    Outcome outcome;
    Result<engine::OutputDraft> draft = workspace.begin_outputs(options.out);
    if (!draft) return {{}, std::move(draft.diagnostics)};
    std::vector<SealedZip> list;
    for (const Partner& partner : partners) {
        std::vector<const EmbargoedKit*> own;
        for (const EmbargoedKit& kit : kits)
            if (gets(partner, kit.kit.id)) own.push_back(&kit);
        if (own.empty()) {
            outcome.diagnostics.push_back(nothing_for(partner, options.partners));
            continue;
        }
        const Result<std::string> zip = seal(partner, own);
        append(outcome.diagnostics, zip.diagnostics);
        if (!zip) continue;
        const std::string file = partner.name + ".zip";
        append(outcome.diagnostics, workspace.write(*draft, file, *zip));
        list.push_back(list_row(file, *zip, own));
        outcome.lines += partner.name + "\t" + std::to_string(own.size()) + "\t" +
                         std::to_string(zip->size()) + "\t" + file + "\n";
    }
    append(outcome.diagnostics, workspace.write(*draft, sealed_list_name, to_text(list)));
    if (!has_errors(outcome.diagnostics))
        append(outcome.diagnostics,
               workspace.swap_in(std::move(*draft), earlier_files(workspace, options.out)));
    if (has_errors(outcome.diagnostics)) outcome.lines.clear();
    return outcome;
}

/// When the hour has come there is nothing to encrypt, and what was encrypted goes.
Outcome remove_sealed(const SealOptions& options, const std::set<std::string>& files,
                      engine::Workspace& workspace) {
    Result<engine::OutputDraft> draft = workspace.begin_outputs(options.out);
    if (!draft) return {{}, std::move(draft.diagnostics)};
    Outcome outcome{{}, workspace.swap_in(std::move(*draft), files)};
    if (has_errors(outcome.diagnostics)) return outcome;
    for (const std::string& file : files)
        if (file != sealed_list_name) outcome.lines += file + "\tremoved\n";
    return outcome;
}

} // namespace

Outcome run_command(const SealOptions& options, Surroundings& around) {
    Result<std::string> text = around.workspace.read_file(options.partners, largest_partners_file);
    if (!text) return {{}, std::move(text.diagnostics)};
    Result<std::vector<Partner>> partners = parse_partners(*text, options.partners);
    signing::wipe(*text);
    if (!partners) return {{}, std::move(partners.diagnostics)};
    std::vector<EmbargoedKit> kits;
    Outcome outcome;
    for (const PreviousKit& kit : read_previous(around.workspace, options.outputs).kits) {
        if (kit.folder != embargoed_folder) continue;
        Result<EmbargoedKit> read = read_kit(around.workspace, options.outputs, kit);
        append(outcome.diagnostics, std::move(read.diagnostics));
        if (read) kits.push_back(std::move(*read));
    }
    const std::set<std::string> earlier = earlier_files(around.workspace, options.out);
    if (kits.empty() && outcome.diagnostics.empty() && earlier.size() > 1)
        outcome = remove_sealed(options, earlier, around.workspace);
    else if (kits.empty() && outcome.diagnostics.empty())
        outcome.diagnostics.push_back({.code = "seal.no-embargo",
                                       .message = "holds no kit under embargo",
                                       .hint = "what is not under embargo needs no encryption; build first",
                                       .path = options.outputs,
                                       .blame = Blame::usage});
    if (!kits.empty() && !has_errors(outcome.diagnostics))
        outcome = seal_all(*partners, kits, options, around.workspace);
    for (Partner& partner : *partners) signing::wipe(partner.passphrase);
    return outcome;
}

} // namespace presskit::cli
