// SPDX-License-Identifier: Apache-2.0
/// A text that waits, in little room.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace presskit {

/// A text deflated, for what many kits leave behind until all are made: a fourth of its bytes, and some
/// microseconds a kilobyte each way.
class PackedText {
  public:
    PackedText() = default;
    explicit PackedText(std::string_view text);

    std::string text() const;

  private:
    std::shared_ptr<const std::string> deflated_; ///< none if the text is empty
    std::size_t size_ = 0;
};

} // namespace presskit
