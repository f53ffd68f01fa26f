// SPDX-License-Identifier: Apache-2.0
/// Words and what was made of them, by their text. A page asks thousands of times for some hundred
/// words, so what an answer reads lies together: a slot, then the word with what was made of it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::compose {

/// References stay valid while the table lives. Only ever asked by word, never walked: its order cannot
/// reach an output.
template <class T>
class WordTable {
  public:
    WordTable() = default;
    WordTable(WordTable&&) noexcept = default; // slots point into entries, which a copy would have anew
    WordTable& operator=(WordTable&&) noexcept = default;

    const T* find(std::string_view text) const {
        if (slots_.empty()) return nullptr;
        const Slot& slot = slots_[slot_of(hash_of(text), text)];
        return slot.entry == nullptr ? nullptr : &slot.entry->second;
    }

    std::size_t size() const { return entries_.size(); }

    /// `text` must not be in the table.
    const T& add(std::string_view text, T value) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        const std::uint64_t hash = hash_of(text);
        Slot& slot = slots_[slot_of(hash, text)];
        slot = {hash, &entries_.emplace_back(text, std::move(value))};
        return slot.entry->second;
    }

  private:
    using Entry = std::pair<std::string, T>;
    struct Slot {
        std::uint64_t hash = 0;
        const Entry* entry = nullptr;
    };

    static std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

    /// The slot that holds the word, or the free one that would.
    std::size_t slot_of(std::uint64_t hash, std::string_view text) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = hash & mask;
        while (slots_[slot].entry != nullptr &&
               (slots_[slot].hash != hash || slots_[slot].entry->first != text))
            slot = (slot + 1) & mask;
        return slot;
    }

    void grow() {
        constexpr std::size_t fewest = 64;
        const std::vector<Slot> before =
            std::exchange(slots_, std::vector<Slot>(std::max(fewest, slots_.size() * 2)));
        for (const Slot& slot : before)
            if (slot.entry != nullptr) slots_[slot_of(slot.hash, slot.entry->first)] = slot;
    }

    std::vector<Slot> slots_; ///< a power of two, at least half of them free
    std::deque<Entry> entries_;
};

} // namespace presskit::compose
