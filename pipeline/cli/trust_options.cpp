// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/trust_options.hpp"

namespace presskit::cli {
namespace {

constexpr const char* keygen_footer = R"(
Writes two files in minisign's format: the secret key, encrypted by a passphrase and readable by you
alone, and beside it, with `.pub`, the public key for your partners. The passphrase comes from
PRESSKIT_PASSPHRASE or from `--passphrase-file`. A key that is there is never overwritten.

Examples:
  PRESSKIT_PASSPHRASE=... presskit keygen
  presskit keygen keys/newsroom.key --passphrase-file secret.txt

Prints the public key, as `presskit verify --key` and `minisign -P` take it.)";

constexpr const char* sign_footer = R"(
Signs kits that were built elsewhere, and an index.json: each gets a `.minisig` beside it. A kit is
verified first, and one with a fault is not signed. `minisign -V` checks the signatures too; their
trusted comment states campaign, version, kit, file, embargo and SHA-256.

Examples:
  presskit sign --key presskit.key                        the folder outputs/
  presskit sign outputs/my-campaign-al-sq-1.0.0.zip --key presskit.key

Prints one line a file that was signed.)";

constexpr const char* seal_footer = R"(
Makes a zip for each partner of the kits under embargo that the partner gets, encrypted by AES-256.
Nothing outside of the encryption names the campaign. FILE has a line a partner:

  # name   kits         passphrase, to the end of the line; 20 characters at least
  daily    al/sq,al/en  six words that nobody else would put together
  agency   *            another six words that have never stood together

Send the zip and tell the passphrase on different ways. 7-Zip, Keka, 7z, bsdtar, WinZip and WinRAR open
it; Windows Explorer, the macOS Finder and unzip do not. What is encrypted differs from run to run. A run
after the embargo removes the zips of earlier ones.

Examples:
  presskit seal --partners partners.txt
  presskit seal /srv/kits --partners partners.txt --out /srv/partners

Prints one line a partner: name, number of kits, bytes and file, with tabs between.)";

constexpr const char* publish_footer = R"(
Verifies the kits and makes a site of them: a page a language, a country and a kit, Atom and JSON feeds,
and with `--site-url` a site map. It needs no script and loads nothing from elsewhere. Each run adds a folder to `releases/`, which never
changes again, and points `current` to it in one rename; let the web server serve `current`.
config/ has a set-up for nginx and one for Caddy. Nothing of a campaign under embargo is published: if
there is nothing else, the exit code is 75, for another try later. Zips that `seal` made for partners go
when all that they hold is public; those that hold an earlier state of a kit under embargo are warned of.

Examples:
  presskit publish --key newsroom.pub --site-url https://press.example.org/
  presskit publish /srv/kits --site /srv/www

Prints the folder of the release.)";

constexpr const char* releases_footer = R"(
Prints a line a release, the oldest first; `current` stands beside the one that is served. With `--keep`
or `--older-than` releases are removed, and `removed` stands beside them; with both, those that are
beyond the one and the other. The current release always stays.

Examples:
  presskit releases
  presskit releases --keep 20 --older-than 90)";

constexpr const char* rollback_footer = R"(
Example:
  presskit rollback 0006-1a2b3c4d5e6f)";

} // namespace

void add_key(CLI::App& command, KeyOptions& key) {
    command
        .add_option("--key", key.file,
                    "The secret key that signs; without it, the one that PRESSKIT_KEY names or holds")
        ->type_name("FILE");
    command
        .add_option("--passphrase-file", key.passphrase_file,
                    "The key's passphrase in a file; without it, PRESSKIT_PASSPHRASE")
        ->type_name("FILE");
}

void add_now(CLI::App& command, std::string& now) {
    command
        .add_option("--now", now,
                    "The time that embargoes are held against (2021-05-18T08:00Z, or seconds since "
                    "1970); without it, the clock. For rehearsals")
        ->type_name("TIME");
}

CLI::App& add_keygen(CLI::App& app, KeygenOptions& options) {
    CLI::App& command = *app.add_subcommand("keygen", "Make a key pair to sign kits with");
    command.add_option("file", options.file, "The secret key's file")
        ->type_name("FILE")
        ->capture_default_str();
    command
        .add_option("--passphrase-file", options.passphrase_file,
                    "The passphrase in a file; without it, PRESSKIT_PASSPHRASE")
        ->type_name("FILE");
    command.footer(keygen_footer);
    return command;
}

CLI::App& add_sign(CLI::App& app, SignOptions& options) {
    CLI::App& command = *app.add_subcommand("sign", "Sign finished kits");
    command
        .add_option("path", options.paths, "Zips or folders of kits; without them, outputs")
        ->type_name("KIT.zip|DIR");
    add_key(command, options.key);
    command.footer(sign_footer);
    return command;
}

namespace {

void add_outputs(CLI::App& command, std::string& outputs) {
    command.add_option("outputs", outputs, "The folder of the kits")
        ->type_name("DIR")
        ->capture_default_str();
}

void add_site(CLI::App& command, std::string& site) {
    command.add_option("--site", site, "The folder of the site")
        ->type_name("DIR")
        ->capture_default_str();
}

} // namespace

CLI::App& add_seal(CLI::App& app, SealOptions& options) {
    CLI::App& command = *app.add_subcommand("seal", "Encrypt kits under embargo for partners");
    add_outputs(command, options.outputs);
    command
        .add_option("--partners", options.partners, "Who gets which kits, by which passphrase")
        ->type_name("FILE")
        ->required();
    command.add_option("-o,--out", options.out, "The folder of the encrypted zips")
        ->type_name("DIR")
        ->capture_default_str();
    command.footer(seal_footer);
    return command;
}

CLI::App& add_publish(CLI::App& app, PublishOptions& options) {
    CLI::App& command = *app.add_subcommand("publish", "Make the download site of finished kits");
    add_outputs(command, options.outputs);
    add_site(command, options.site);
    command
        .add_option("--key", options.key,
                    "A public key, or its file: kits must be signed by it, and pages show it")
        ->type_name("PUB");
    command
        .add_option("--site-url", options.site_url,
                    "Where the site will stand: for canonical addresses, feeds and sitemap.xml")
        ->type_name("URL");
    command.add_flag("--withdraw", options.withdraw,
                     "Take the files of corrected versions off the site; their pages stay");
    command
        .add_option("--sealed", options.sealed, "The folder of partners' zips: those of which all is public now go")
        ->type_name("DIR")
        ->capture_default_str();
    add_now(command, options.now);
    command.footer(publish_footer);
    return command;
}

CLI::App& add_releases(CLI::App& app, ReleasesOptions& options) {
    CLI::App& command = *app.add_subcommand("releases", "List a site's releases");
    add_site(command, options.site);
    command
        .add_option("--keep", options.keep, "Remove releases, but not the newest N")
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000));
    command
        .add_option("--older-than", options.older_than,
                    "Remove releases, but not those of the last DAYS days")
        ->type_name("DAYS")
        ->check(CLI::Range(0, 36'500));
    command.footer(releases_footer);
    return command;
}

CLI::App& add_rollback(CLI::App& app, RollbackOptions& options) {
    CLI::App& command = *app.add_subcommand("rollback", "Make an earlier release current");
    command.add_option("release", options.release, "Its id, as `releases` prints it")
        ->type_name("RELEASE")
        ->required();
    add_site(command, options.site);
    command.footer(rollback_footer);
    return command;
}

} // namespace presskit::cli
