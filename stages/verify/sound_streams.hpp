// SPDX-License-Identifier: Apache-2.0
/// Streams that a run has decoded: the PDFs of a campaign share pictures and the colour profile,
/// and each is inflated once.
#pragma once

#include "pipeline/base/digest.hpp"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>

namespace presskit::verify {

/// Decoded sizes in bytes of streams that decode without a fault, by a digest of their raw bytes
/// and filters. May be used from several threads at once.
class SoundStreams {
  public:
    std::optional<std::size_t> find(const Digest& stream) {
        const std::scoped_lock lock(mutex_);
        const auto known = sizes_.find(stream);
        return known == sizes_.end() ? std::nullopt : std::optional(known->second);
    }
    void add(const Digest& stream, std::size_t size) {
        const std::scoped_lock lock(mutex_);
        sizes_.emplace(stream, size);
    }

  private:
    std::mutex mutex_;
    std::map<Digest, std::size_t> sizes_;
};

} // namespace presskit::verify
