// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/corpus.hpp"

#include "tests/fuzz/made_files.hpp"
#include "tests/fuzz/packages.hpp"
#include "tests/fuzz/pdf_objects.hpp"
#include "tests/fuzz/trial.hpp"

#include <filesystem>
#include <stdexcept>

namespace presskit::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr const char* latin_font = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";
constexpr const char* arabic_font = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf";
constexpr const char* cff_font = "/usr/share/fonts/opentype/urw-base35/C059-Roman.otf";

std::string in_campaign(const std::string& name) { return std::string(campaign_folder) + "/" + name; }

Files read_campaign_files(const std::string& sources) {
    Files files;
    const fs::path folder = fs::path(sources) / "tests/fuzz/campaign";
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[in_campaign(entry.path().lexically_relative(folder).generic_string())] =
                read_file(entry.path().string());
    files[in_campaign("brand/text.ttf")] = latin_subset(read_file(latin_font));
    files[in_campaign("brand/display.otf")] = latin_subset(read_file(cff_font));
    files[in_campaign("brand/arabic.ttf")] = arabic_subset(read_file(arabic_font));
    files[in_campaign("images/fish.png")] = palette_png();
    files[in_campaign("images/river.jpg")] = colour_jpeg();
    const std::string patterns = read_file(english_patterns);
    if (!patterns.empty()) files[english_patterns] = patterns;
    return files;
}

/// What is sound passes, or nothing would be learnt from what does not.
void must_pass(Files files, const std::string& path, const std::string& public_key) {
    Trial trial(std::move(files));
    trial.verify(path, public_key);
    if (has_errors(trial.diagnostics)) throw std::runtime_error("the corpus does not pass verify:\n" + trial.told());
}

} // namespace

Files unpacked(const Corpus& corpus) {
    Files files;
    for (const auto& [name, bytes] : corpus.kit_members) files[std::string(unpacked_folder) + "/" + name] = bytes;
    return files;
}

Corpus make_corpus(const std::string& sources) {
    Corpus corpus;
    corpus.campaign = read_campaign_files(sources);
    const signing::SecretKey secret = signing::SecretKey::generate();
    corpus.key = secret.public_key();
    corpus.public_key = signing::to_text(corpus.key);
    const auto sealed = signing::seal(secret, key_passphrase, signing::least_cost);
    if (!sealed) throw std::runtime_error("no memory for a key");
    corpus.secret_key = *sealed;

    Trial trial(corpus.campaign);
    trial.variables = {{"PRESSKIT_KEY", corpus.secret_key}, {"PRESSKIT_PASSPHRASE", key_passphrase}};
    trial.build();
    if (has_errors(trial.diagnostics)) throw std::runtime_error("the corpus cannot be built:\n" + trial.told());
    for (const auto& [path, bytes] : trial.files()) {
        if (!path.starts_with(output_folder)) continue;
        corpus.outputs[path] = bytes;
        if (path.ends_with("-al-en-1.1.0.zip")) corpus.kit = path;
    }
    corpus.kit_members = unpacked_zip(corpus.outputs.at(corpus.kit));
    for (const auto& [path, bytes] : corpus.kit_members) {
        if (path.ends_with(".docx")) corpus.docx = bytes;
        if (path.find("release") != std::string::npos && path.ends_with(".txt")) corpus.release = bytes;
        if (!path.ends_with(".pdf")) continue;
        corpus.pdfs.push_back(bytes);
        corpus.plain_pdfs.push_back(plain_pdf(bytes));
    }
    must_pass(corpus.outputs, corpus.kit, corpus.public_key);
    must_pass(corpus.outputs, output_folder, corpus.public_key);
    must_pass(unpacked(corpus), unpacked_folder, {});
    return corpus;
}

} // namespace presskit::fuzz
