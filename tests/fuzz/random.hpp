// SPDX-License-Identifier: Apache-2.0
/// Chance that can be had again: one seed gives one sequence on every machine.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace presskit::fuzz {

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    std::size_t below(std::size_t bound) {
        assert(bound > 0);
        return static_cast<std::size_t>(next() % bound);
    }

    bool one_in(std::size_t n) { return below(n) == 0; }

    /// Below `bound`; small numbers more often, as what stands at the head of things decides most.
    std::size_t early(std::size_t bound) { return below(below(bound) + 1); }

    template <class List>
    const auto& of(const List& list) {
        return list[below(list.size())];
    }

  private:
    std::uint64_t state_;
};

} // namespace presskit::fuzz
