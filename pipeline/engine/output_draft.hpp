// SPDX-License-Identifier: Apache-2.0
/// Outputs while they are being made: a locked folder, and the folder beside it that is filled.
#pragma once

#include "pipeline/base/result.hpp"

#include <string>
#include <utility>

namespace presskit::engine {

/// An exclusive lock on a file, for as long as the value lives. The system frees it when a process
/// dies, so no stale lock needs a person to remove it; the file itself stays, because removing it
/// would let two runs lock two files of one name.
class FileLock {
  public:
    FileLock() = default;
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock();

    /// Errors: held by another run, whose process and host are named (temporary); not writable.
    static Result<FileLock> acquire(const std::string& path, const std::string& subject);

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

/// Removes its unfinished folder when it goes out of scope without having been swapped in.
class OutputDraft {
  public:
    /// `partial` is empty in a workspace that is not on disk.
    OutputDraft(std::string out, std::string partial, FileLock lock)
        : out_(std::move(out)), partial_(std::move(partial)), lock_(std::move(lock)) {}
    OutputDraft(OutputDraft&& other) noexcept
        : out_(std::move(other.out_)),
          partial_(std::exchange(other.partial_, {})),
          lock_(std::move(other.lock_)) {}
    OutputDraft& operator=(OutputDraft&&) = delete;
    ~OutputDraft();

    const std::string& out() const { return out_; }
    const std::string& partial() const { return partial_; }

  private:
    std::string out_;
    std::string partial_;
    FileLock lock_;
};

} // namespace presskit::engine
