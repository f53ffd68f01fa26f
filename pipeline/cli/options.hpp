// SPDX-License-Identifier: Apache-2.0
/// The command line. One declaration is parser, help and check.
#pragma once

#include "pipeline/cli/build.hpp"
#include "pipeline/engine/log.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace presskit::cli {

struct PlanOptions {
    std::vector<std::string> campaigns;
    std::vector<std::string> only;
    bool json = false;
};

struct CheckOptions {
    std::vector<std::string> campaigns;
    bool typography = false; ///< also name the lines that cannot be set well
    std::string brand;
};

struct ImportFileOptions {
    std::string file;
    std::string into; ///< empty: a folder in inputs/ named by the campaign's id
    std::string language = "en";
    std::string date; ///< "2021-05-18"; empty: as in the dateline
    std::string city;
};

struct ProofOptions {
    std::vector<std::string> campaigns;
    std::string brand;    ///< a folder of brands/; empty for the campaign's own brand
    std::string language; ///< a tag; empty for every language of the campaign
    std::string out = "proofs";
};

struct KeygenOptions {
    std::string file = "presskit.key"; ///< of the secret key; the public key is beside it, `.pub`
    std::string passphrase_file;
};

struct SignOptions {
    std::vector<std::string> paths; ///< zips, or output folders
    KeyOptions key;
};

struct SealOptions {
    std::string outputs = "outputs";
    std::string partners; ///< the file that names them and their passphrases
    std::string out = "partners";
};

struct PublishOptions {
    std::string outputs = outputs_folder;
    std::string site = "site";
    std::string key; ///< a public key, or the file of one: kits must be signed by it, and pages show it
    std::string site_url; ///< where the site will stand; empty if not known
    bool withdraw = false; ///< the files of corrected versions leave the site
    std::string sealed = "partners"; ///< where `seal` put its zips
    std::string now; ///< as in BuildOptions
};

struct ReleasesOptions {
    std::string site = "site";
    std::optional<std::size_t> keep;       ///< how many of the newest stay, besides the current one
    std::optional<std::int64_t> older_than; ///< days; younger releases stay
};

struct RollbackOptions {
    std::string release;
    std::string site = "site";
};

enum class ConditionsFormat { none, text, json };

struct VerifyOptions {
    std::vector<std::string> paths;
    ConditionsFormat conditions = ConditionsFormat::none;
    std::string key;      ///< a public key, or the file of one; empty: signatures are not checked
    std::string at_least; ///< a version; empty for any
    std::string rebuild;  ///< a campaign to make the kits from again; empty: not
    std::string brand;    ///< of the rebuilt kits, as in BuildOptions
    bool linearize = false;
};

using Command =
    std::variant<BuildOptions, PlanOptions, CheckOptions, ImportFileOptions, ProofOptions, VerifyOptions,
                 KeygenOptions, SignOptions, SealOptions, PublishOptions, ReleasesOptions, RollbackOptions>;

struct Options {
    engine::LogFormat log_format = engine::LogFormat::text;
    bool quiet = false;
    Command command;
};

/// The end of a run that needs no work: help, the version, or a command line that is wrong.
struct Answer {
    std::string out, err;
    int status = 0;
};

std::variant<Options, Answer> parse_options(int argc, const char* const* argv);

} // namespace presskit::cli
