// SPDX-License-Identifier: Apache-2.0
/// A disk of one megabyte for one test.
#pragma once

#include <string>
#include <sys/mount.h>
#include <utility>

namespace presskit::test {

/// A tmpfs mounted on a folder that exists, and gone with the object whatever the test finds.
class SmallDisk {
  public:
    explicit SmallDisk(std::string folder)
        : folder_(std::move(folder)), mounted_(::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m") == 0) {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

    /// False without the rights of root.
    explicit operator bool() const { return mounted_; }

  private:
    std::string folder_;
    bool mounted_;
};

} // namespace presskit::test
