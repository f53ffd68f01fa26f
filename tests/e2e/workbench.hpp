// SPDX-License-Identifier: Apache-2.0
/// A folder to break things in, and the real program run on it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace presskit::e2e {

/// Bytes by path.
using Files = std::map<std::string, std::string>;

/// What a program said and how it ended; `status` is 128 + the signal that killed it.
struct Run {
    int status = -1;
    std::string out, err;
};

/// Runs a shell command line with its output caught.
Run run(const std::string& command);

/// Starts a program without a shell, so that a signal meets itself; what it says is let go. The caller
/// waits for it. Throws std::system_error if it cannot be started.
pid_t start(std::vector<std::string> words);

/// A script of tests/web; `arguments` are quoted. Status 77 and what is missing where it cannot run, as the
/// scripts themselves say of their packages.
Run run_in_node(const std::string& script, const std::string& arguments);

/// What a checker found, as a test: nothing. One that lacks its tools ends with 77, and is skipped.
void check_nothing_found(const Run& checked);

/// All bytes of a file.
std::string bytes_of(const std::filesystem::path& path);

/// A file in the folder `shared` beside the repository; of a work tree, beside the one that it belongs to. It
/// may not be there.
std::filesystem::path beside_sources(const std::string& name);

/// A new folder below the system's temporary one, removed at the end.
class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    std::filesystem::path path(const std::string& name = "") const { return path_ / name; }
    void write(const std::string& name, const std::string& bytes) const;
    std::string read(const std::string& name) const;

  private:
    std::filesystem::path path_;
};

/// The files of a small campaign that builds: one country, English, a release with every construct.
Files small_campaign();

/// Its one kit.
inline const std::string small_zip = "small-al-en-1.0.0.zip";

/// Writes such files below `c` in `folder`.
void write_campaign(const TempFolder& folder, const Files& files);

/// The program with `arguments`, in `folder`; only warnings and errors are said.
Run run_presskit(const TempFolder& folder, const std::string& arguments,
                 const std::string& environment = "");

/// All files below a folder of `folder`, as they are now.
Files snapshot(const TempFolder& folder, const std::string& below);

/// A shell word that means exactly `text`.
std::string quoted(const std::string& text);

} // namespace presskit::e2e
