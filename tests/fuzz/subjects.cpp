// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/subjects.hpp"

#include "pipeline/cli/partners.hpp"
#include "pipeline/cli/sealed_zips.hpp"
#include "pipeline/signing/signature.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/verify/pdf.hpp"
#include "tests/fuzz/made_files.hpp"
#include "tests/fuzz/mutation.hpp"
#include "tests/fuzz/packages.hpp"
#include "tests/fuzz/pdf_objects.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace presskit::fuzz {
namespace {

using namespace std::string_view_literals;

std::string in_campaign(std::string_view name) { return std::string(campaign_folder) + "/" + std::string(name); }

/// The campaign with one file that is another, built.
Attempt built_with(const Corpus& corpus, const std::string& path, std::string bytes) {
    Files files = corpus.campaign;
    files[path] = bytes;
    Attempt attempt{{{path, std::move(bytes)}}, Trial(std::move(files))};
    attempt.trial.build();
    return attempt;
}

Attempt text_of(const Corpus& corpus, Random& random, std::string_view name) {
    const std::string path = in_campaign(name);
    return built_with(corpus, path, mutated_text(corpus.campaign.at(path), random));
}

Attempt campaign_yaml(const Corpus& corpus, Random& random) { return text_of(corpus, random, "campaign.yaml"); }
Attempt brand_yaml(const Corpus& corpus, Random& random) { return text_of(corpus, random, "brand/brand.yaml"); }
Attempt table_of_data(const Corpus& corpus, Random& random) { return text_of(corpus, random, "data/counts.csv"); }

Attempt markdown(const Corpus& corpus, Random& random) {
    static constexpr std::array texts{"texts/release/en.md"sv, "texts/release/ar.md"sv, "texts/sheet/al/en.md"sv,
                                      "texts/guide/en.md"sv, "texts/guide/en.md"sv};
    return text_of(corpus, random, random.of(texts));
}

Attempt drawing(const Corpus& corpus, Random& random) {
    return text_of(corpus, random, random.one_in(3) ? "brand/symbol.svg" : "brand/logo.svg");
}

Attempt png(const Corpus& corpus, Random& random) {
    static const std::array pictures{colour_png(), palette_png()};
    const std::string& sound = random.of(pictures);
    return built_with(corpus, in_campaign("images/fish.png"),
                      random.one_in(4) ? mutated_bytes(sound, random) : mutated_png(sound, random));
}

Attempt jpeg(const Corpus& corpus, Random& random) {
    const std::string path = in_campaign("images/river.jpg");
    const std::string& sound = corpus.campaign.at(path);
    return built_with(corpus, path, random.one_in(4) ? mutated_bytes(sound, random) : mutated_jpeg(sound, random));
}

Attempt font_in(const Corpus& corpus, Random& random, std::string_view name) {
    const std::string path = in_campaign(name);
    return built_with(corpus, path, mutated_font(corpus.campaign.at(path), random));
}

Attempt truetype(const Corpus& corpus, Random& random) {
    return font_in(corpus, random, random.one_in(3) ? "brand/arabic.ttf" : "brand/text.ttf");
}

Attempt opentype_cff(const Corpus& corpus, Random& random) { return font_in(corpus, random, "brand/display.otf"); }

/// Two fonts in one file, one of them or the list of them damaged. The brand takes one by its place, or one
/// that is not there.
Attempt collection(const Corpus& corpus, Random& random) {
    Files files = corpus.campaign;
    const std::string brand = in_campaign("brand/brand.yaml"), path = in_campaign("brand/fonts.ttc");
    std::string text = files.at(in_campaign("brand/text.ttf")), display = files.at(in_campaign("brand/display.otf"));
    const std::size_t place = random.below(3);
    if (place == 0) text = mutated_font(std::move(text), random);
    if (place == 1) display = mutated_font(std::move(display), random);
    std::string bytes = font_collection({text, display});
    if (place == 2) {
        constexpr std::size_t list = 20, damaged = 64;
        bytes.replace(0, damaged, random.one_in(4) ? mutated_bytes(bytes.substr(0, list), random) + bytes.substr(list, damaged - list)
                                                   : overwritten(bytes.substr(0, damaged), random));
    }
    const std::string own = "bold: {file: brand/display.otf}";
    const std::string face = std::to_string(random.one_in(8) ? random.below(5) : place == 0 ? 1 : 2);
    files[brand].replace(files[brand].find(own), own.size(), "bold: {file: brand/fonts.ttc, face: " + face + "}");
    files[path] = bytes;
    Attempt attempt{{{path, std::move(bytes)}, {brand, files[brand]}}, Trial(std::move(files))};
    attempt.trial.build();
    return attempt;
}

Attempt patterns(const Corpus& corpus, Random& random) {
    const auto sound = corpus.campaign.find(english_patterns);
    if (sound == corpus.campaign.end()) return {{}, Trial(Files{})};
    return built_with(corpus, sound->first, mutated_text(sound->second, random));
}

Attempt verified(const Corpus& corpus, Files files, const std::string& changed, const std::string& path) {
    Attempt attempt{{{changed, files.at(changed)}}, Trial(std::move(files))};
    // A signature is of the zip.
    attempt.trial.verify(path, path == unpacked_folder ? std::string() : corpus.public_key);
    return attempt;
}

Attempt zip(const Corpus& corpus, Random& random) {
    Files files = corpus.outputs;
    std::string& bytes = files.at(corpus.kit);
    // The directory stands at the end, and in it all that a zip says of itself.
    const std::size_t tail = std::min<std::size_t>(bytes.size(), 4096);
    const std::string end = bytes.substr(bytes.size() - tail);
    if (random.one_in(4))
        bytes = mutated_bytes(std::move(bytes), random);
    else
        bytes.replace(bytes.size() - tail, tail, random.one_in(2) ? overwritten(end, random) : mutated_bytes(end, random));
    return verified(corpus, std::move(files), corpus.kit, corpus.kit);
}

std::string mutated_member(const std::string& name, const std::string& bytes, Random& random) {
    if (name.ends_with(".pdf")) return random.one_in(2) ? mutated_pdf(bytes, random) : mutated_bytes(bytes, random);
    if (name.ends_with(".png")) return mutated_png(bytes, random);
    if (name.ends_with(".jpg")) return mutated_jpeg(bytes, random);
    return name.ends_with(".docx") ? mutated_docx(bytes, random) : mutated_text(bytes, random);
}

/// A kit with one other file in it, and sums that are right all the same. Its signature is not asked for, or
/// all would end there.
Attempt kit_member(const Corpus& corpus, Random& random) {
    Files members = corpus.kit_members;
    const auto& [name, bytes] =
        *std::next(corpus.kit_members.begin(), static_cast<std::ptrdiff_t>(random.below(members.size())));
    exchange(members, name, mutated_member(name, bytes, random));
    Attempt attempt{{{name, members.at(name)}}, Trial(Files{{corpus.kit, packed(members)}})};
    attempt.trial.verify(corpus.kit, {});
    return attempt;
}

Attempt index_of_kits(const Corpus& corpus, Random& random) {
    Files files = corpus.outputs;
    const std::string path = std::string(output_folder) + "/index.json";
    files[path] = mutated_text(files.at(path), random);
    return verified(corpus, std::move(files), path, output_folder);
}

Attempt unpacked_kit(const Corpus& corpus, Random& random) {
    Files files = unpacked(corpus);
    std::string path;
    do path = std::next(files.begin(), static_cast<std::ptrdiff_t>(random.below(files.size())))->first;
    while (!path.ends_with(".json") && !path.ends_with("SHA256SUMS") && !path.ends_with(".html"));
    files[path] = mutated_text(files.at(path), random);
    return verified(corpus, std::move(files), path, unpacked_folder);
}

Attempt signature(const Corpus& corpus, Random& random) {
    Files files = corpus.outputs;
    const std::string path = corpus.kit + std::string(signing::signature_extension);
    files[path] = mutated_text(files.at(path), random);
    return verified(corpus, std::move(files), path, corpus.kit);
}

Attempt checked_pdf(std::string bytes) {
    Attempt attempt{{{"pdf.pdf", bytes}}, Trial(Files{})};
    attempt.trial.run([&] { return verify::check_pdf(bytes).faults; });
    return attempt;
}

Attempt pdf(const Corpus& corpus, Random& random) { return checked_pdf(mutated_bytes(random.of(corpus.pdfs), random)); }
Attempt pdf_syntax(const Corpus& corpus, Random& random) {
    return checked_pdf(overwritten(random.of(corpus.plain_pdfs), random));
}
Attempt pdf_objects(const Corpus& corpus, Random& random) {
    return checked_pdf(mutated_pdf(random.of(corpus.pdfs), random));
}

Attempt keys(const Corpus& corpus, Random& random) {
    const bool is_public = random.one_in(2);
    std::string bytes = mutated_text(is_public ? corpus.public_key : corpus.secret_key, random);
    Attempt attempt{{{"a.key", bytes}}, Trial(Files{})};
    attempt.trial.run([&] {
        return is_public ? signing::parse_public_key(bytes, "a.key").diagnostics
                         : signing::open(bytes, key_passphrase, "a.key").diagnostics;
    });
    return attempt;
}

Attempt partners(const Corpus&, Random& random) {
    static const std::string sound = "# who\ndaily al/sq,al/en six words that nobody else would put together\n"
                                     "weekly * another six words for the other one\n";
    std::string bytes = mutated_text(sound, random);
    Attempt attempt{{{"partners.txt", bytes}}, Trial(Files{})};
    attempt.trial.run([&] { return cli::parse_partners(bytes, "partners.txt").diagnostics; });
    return attempt;
}

/// What a partner was sent, as verify meets it: a kit is looked for in it, or in what it holds.
Attempt sealed_zip(const Corpus& corpus, Random& random) {
    static const std::string sound = *bundle::write_sealed({{"README.txt", "how to open it"}, {"contents.zip", corpus.outputs.at(corpus.kit)}},
                                                           key_passphrase);
    std::string bytes = sound;
    const std::size_t part = std::min<std::size_t>(bytes.size() / 2, 400);
    const bool front = random.one_in(3);
    const std::size_t at = front ? 0 : bytes.size() - part;
    const std::string piece = bytes.substr(at, part);
    if (random.one_in(8))
        bytes = mutated_bytes(std::move(bytes), random);
    else
        bytes.replace(at, part, random.one_in(2) ? overwritten(piece, random) : mutated_bytes(piece, random));
    return verified({}, {{"daily.zip", std::move(bytes)}}, "daily.zip", "daily.zip");
}

/// The list of what partners were sent: whatever it says, nothing of others is removed by it.
Attempt sealed_list(const Corpus&, Random& random) {
    const std::string zip = "what a partner has", other = "what is no partner's";
    const std::string name = cli::sealed_name("rivers", "al-en"), digest = to_hex(sha256(zip));
    std::string list = mutated_text(cli::to_text({{"daily.zip", digest, {{name, to_hex(sha256("a kit"))}}},
                                                  {"weekly.zip", digest, {{name, digest}, {digest, name}}}}), random);
    Attempt attempt{{{"partners/sealed.txt", list}}, Trial(Files{})};
    attempt.trial.run([&] {
        test::MemoryWorkspace workspace;
        workspace.files = {{"partners/sealed.txt", list}, {"partners/daily.zip", zip}, {"partners/other.zip", other},
                           {"other.zip", zip}};
        engine::Log log(engine::LogFormat::text, true);
        Diagnostics told = cli::outdated_zips(workspace, "partners", {{name, digest}});
        append(told, cli::remove_published(workspace, log, "partners", {name}));
        if (!workspace.files.contains("partners/other.zip") || !workspace.files.contains("other.zip"))
            told.push_back({.code = "fuzz.removed", .message = "a file of others is gone", .blame = Blame::internal});
        return told;
    });
    return attempt;
}

Attempt imported(const std::string& name, const std::string& bytes, Random& random) {
    Attempt attempt{{{name, bytes}}, Trial(Files{{name, bytes}})};
    attempt.trial.import(name, random.one_in(2));
    return attempt;
}

Attempt plain_text(const Corpus& corpus, Random& random) {
    return imported("release.txt", mutated_text(corpus.release, random), random);
}

Attempt docx(const Corpus& corpus, Random& random) {
    return imported("release.docx", mutated_docx(corpus.docx, random), random);
}

constexpr std::array all_subjects{
    Subject{"campaign-yaml", campaign_yaml}, Subject{"brand-yaml", brand_yaml}, Subject{"markdown", markdown},
    Subject{"csv", table_of_data},           Subject{"svg", drawing},           Subject{"png", png},
    Subject{"jpeg", jpeg},                   Subject{"truetype", truetype},     Subject{"cff", opentype_cff},
    Subject{"collection", collection},       Subject{"sealed-zip", sealed_zip}, Subject{"sealed-list", sealed_list},
    Subject{"hyphenation", patterns},        Subject{"zip", zip},               Subject{"kit-member", kit_member},
    Subject{"unpacked-kit", unpacked_kit},   Subject{"index", index_of_kits},   Subject{"signature", signature},
    Subject{"pdf", pdf},                     Subject{"pdf-syntax", pdf_syntax}, Subject{"pdf-objects", pdf_objects},
    Subject{"keys", keys},                   Subject{"partners", partners},     Subject{"import-text", plain_text},
    Subject{"import-docx", docx, true}};

} // namespace

std::span<const Subject> subjects() { return all_subjects; }

} // namespace presskit::fuzz
