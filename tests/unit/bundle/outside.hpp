// SPDX-License-Identifier: Apache-2.0
/// Other programs as judges of our files: a scratch folder and commands run in it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace presskit::outside {

/// A folder that is gone when the test is.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "presskit-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(path_ / name, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::string read(const std::string& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    /// Runs a shell command inside; what it says goes to the file `log`. True for exit status 0.
    bool run(const std::string& command) const {
        const std::string line = "cd '" + path_.string() + "' && ( " + command + " ) >log 2>&1";
        return std::system(line.c_str()) == 0;
    }

  private:
    std::filesystem::path path_;
};

} // namespace presskit::outside
