// SPDX-License-Identifier: Apache-2.0
#include "workbench.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace presskit::e2e {
namespace fs = std::filesystem;
namespace {

const char* const campaign_yaml = R"(id: small
version: 1.0.0
title: {en: Small campaign}
release:
  date: 2024-03-01
  city: {en: "VIENNA, Austria"}
publisher: {name: Example, url: "https://example.org/"}
contacts:
  - {name: A Person, email: press@example.org, role: {en: Press contact}}
rights: {holder: Example, licence: CC-BY-4.0, url: "https://creativecommons.org/licenses/by/4.0/", statement: {en: Free to use with credit.}}
languages:
  en: {}
documents:
  - {id: release, kind: release, fallback: forbid, title: {en: Press release}}
variables:
  report: {en: The Report}
countries:
  al:
    languages: [en]
    names:
      en: {base: Albania, in: in Albania, of: of Albania}
)";

const char* const release = R"(---
document: release
language: en
title: A small release
deck: It has everything that a release may have.
dateline: true
description: A release for tests.
---
The first paragraph names {{country.al:in}} and {{report}}.[^one]

## What it says {#says}

- A point with *emphasis* and **strength**.
- Another, with a [link](https://example.org/).

: A table

| Who | What |
|:----|:-----|
| Ministry | A plan |

See [the first section](#says).

[^one]: A footnote.
)";

} // namespace

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Run run(const std::string& command) {
    TempFolder caught;
    const std::string line = command + " >" + quoted(caught.path("out")) + " 2>" +
                             quoted(caught.path("err")) + " </dev/null";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), caught.read("out"),
            caught.read("err")};
}

pid_t start(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    const int error =
        ::posix_spawn(&pid, arguments.front(), &files, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::system_error(error, std::generic_category(), words.front());
    return pid;
}

fs::path beside_sources(const std::string& name) {
    const fs::path own = fs::path(PRESSKIT_SOURCE_DIR).parent_path() / "shared" / name;
    if (fs::exists(own)) return own;
    std::string repository = run("git -C " + quoted(PRESSKIT_SOURCE_DIR) +
                                 " rev-parse --path-format=absolute --git-common-dir")
                                 .out;
    if (repository.ends_with('\n')) repository.pop_back();
    return repository.empty() ? own : fs::path(repository).parent_path().parent_path() / "shared" / name;
}

Run run_in_node(const std::string& script, const std::string& arguments) {
    return run("command -v node >/dev/null || { printf node; exit 77; }; node " +
               quoted(PRESSKIT_SOURCE_DIR "/tests/web/" + script) + " " + arguments);
}

void check_nothing_found(const Run& checked) {
    if (checked.status == 77) {
        WARN("skipped, run `make web-tools`: there is no " << checked.out);
        return;
    }
    INFO(checked.err);
    CHECK(checked.status == 0);
    CHECK(checked.out == "");
}

TempFolder::TempFolder() {
    std::string name = (fs::temp_directory_path() / "presskit-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}
TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}
void TempFolder::write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
}
std::string TempFolder::read(const std::string& name) const { return bytes_of(path(name)); }

Files small_campaign() {
    const fs::path sample = fs::path(PRESSKIT_SOURCE_DIR) / "inputs/exploited-in-plain-sight";
    std::string brand = bytes_of(sample / "brand/brand.yaml");
    brand.resize(brand.find("\nlogo:") + 1);
    Files files{{"campaign.yaml", campaign_yaml},
                {"brand/brand.yaml", brand},
                {"texts/release/en.md", release}};
    for (const auto& symbol : fs::directory_iterator(sample / "brand/symbols"))
        files["brand/symbols/" + symbol.path().filename().string()] = bytes_of(symbol.path());
    return files;
}

void write_campaign(const TempFolder& folder, const Files& files) {
    for (const auto& [name, bytes] : files) folder.write("c/" + name, bytes);
}

Run run_presskit(const TempFolder& folder, const std::string& arguments,
                 const std::string& environment) {
    return run("cd " + quoted(folder.path()) + " && " + environment +
               " " PRESSKIT_PROGRAM " --quiet " + arguments);
}

Files snapshot(const TempFolder& folder, const std::string& below) {
    Files all;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path(below)))
        if (entry.is_regular_file()) {
            const std::string name = entry.path().lexically_relative(folder.path());
            all[name] = folder.read(name);
        }
    return all;
}

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

} // namespace presskit::e2e
