// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/hyphenate.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

namespace presskit::compose {
namespace {

constexpr std::size_t longest_divided_word = 64; ///< letters
constexpr std::size_t longest_pattern = 512;     ///< bytes; no word that is divided has as many
constexpr std::size_t most_known_words = 50'000;
constexpr std::size_t most_patterns_of_a_line = 20'000;

/// Named texts that patterns are written with.
using Sets = std::map<std::string, std::vector<std::string>, std::less<>>;

void read_set(std::string_view line, Sets& sets) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        if (end > begin) words.emplace_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    if (words.empty()) return;
    std::string name = std::move(words.front());
    words.erase(words.begin());
    sets.insert_or_assign(std::move(name), std::move(words));
}

/// A pattern with each `{name}` replaced by the texts of its set; nothing if there are too many or
/// no such set.
std::vector<std::string> expanded(std::string_view pattern, const Sets& sets) {
    std::vector<std::string> all{std::string(pattern)};
    while (!all.empty() && all.front().find('{') != std::string::npos) {
        std::vector<std::string> next;
        for (const std::string& each : all) {
            const std::size_t open = each.find('{'), close = each.find('}', open);
            if (close == std::string::npos) return {};
            const auto set =
                sets.find(std::string_view(each).substr(open + 1, close - open - 1));
            if (set == sets.end() || all.size() * set->second.size() > most_patterns_of_a_line)
                return {};
            for (const std::string& text : set->second)
                next.push_back(each.substr(0, open) + text + each.substr(close + 1));
        }
        all = std::move(next);
    }
    return all;
}

/// FNV-1a, a byte at a time: the hash of a text is a step from that of its beginning.
constexpr std::uint32_t hash_of_nothing = 2'166'136'261;
constexpr std::uint32_t hashed(std::uint32_t before, char byte) {
    return (before ^ static_cast<unsigned char>(byte)) * 16'777'619u;
}

/// The patterns of one level, by their letters: tens of thousands, read at every start, so they lie
/// in one piece of memory and not in one each.
class Level {
  public:
    /// Room for what `patterns`, a piece of a dictionary, holds: a line each.
    void expect(std::string_view patterns);
    void add(std::string_view pattern);
    /// Gives room back that no pattern took.
    void end();
    bool empty() const { return patterns_.empty(); }

    /// Byte offsets inside `word` (in small letters) with an odd value.
    std::vector<std::uint32_t> points(std::string_view word) const;

  private:
    /// `size` letters at byte `at`, and behind them their `size` + 1 values.
    struct Pattern {
        std::uint32_t at = 0, size = 0, hash = 0;
    };
    std::string_view letters(const Pattern& pattern) const {
        return std::string_view(bytes_).substr(pattern.at, pattern.size);
    }
    /// The slot that holds these letters, or the free one that would.
    std::size_t slot_of(std::uint32_t hash, std::string_view letters) const;
    void make_room(std::size_t slots);
    void grow();
    /// The letters of this hash begin a pattern, or are one.
    void note_beginning(std::uint32_t hash) {
        const std::size_t bit = spread(hash) & (beginnings_.size() * 64 - 1);
        beginnings_[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    /// False where no pattern begins so; true now and then where none does.
    bool may_begin(std::uint32_t hash) const {
        const std::size_t bit = spread(hash) & (beginnings_.size() * 64 - 1);
        return (beginnings_[bit / 64] >> bit % 64 & 1) != 0;
    }
    static std::size_t spread(std::uint32_t hash) { return hash ^ hash >> 15; }

    std::string bytes_;
    std::vector<Pattern> patterns_;
    std::vector<std::uint32_t> slots_; ///< one more than a pattern's index, 0 if free; at least half are
    std::vector<std::uint64_t> beginnings_; ///< bits by hash; lie in the cache where slots do not
    std::size_t longest_ = 0;
};

std::size_t Level::slot_of(std::uint32_t hash, std::string_view wanted) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = spread(hash) & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const Pattern& pattern = patterns_[slots_[slot] - 1];
        if (pattern.hash == hash && letters(pattern) == wanted) break;
    }
    return slot;
}

void Level::expect(std::string_view patterns) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(patterns, '\n'));
    bytes_.reserve(patterns.size() * 2);
    patterns_.reserve(lines);
    make_room(std::bit_ceil(lines * 2 + 2));
}

void Level::make_room(std::size_t slots) {
    constexpr std::size_t bits_a_slot = 4;
    slots_.assign(slots, 0);
    beginnings_.assign(std::max<std::size_t>(slots * bits_a_slot / 64, 1), 0);
}

void Level::end() {
    bytes_.shrink_to_fit();
    patterns_.shrink_to_fit();
}

void Level::grow() {
    make_room(std::max<std::size_t>(slots_.size() * 2, 1024));
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
        slots_[slot_of(patterns_[i].hash, letters(patterns_[i]))] = i + 1;
        std::uint32_t hash = hash_of_nothing;
        for (const char c : letters(patterns_[i])) note_beginning(hash = hashed(hash, c));
    }
}

/// Of two patterns with the same letters the later counts.
void Level::add(std::string_view pattern) {
    if (pattern.size() >= longest_pattern) return;
    if (patterns_.size() * 2 >= slots_.size()) grow();
    Pattern added{static_cast<std::uint32_t>(bytes_.size()), 0, hash_of_nothing};
    std::array<char, longest_pattern> all_letters, values;
    char *letter = all_letters.data(), *value = values.data();
    *value = '\0';
    for (const char c : pattern) {
        if (c >= '0' && c <= '9') {
            *value = static_cast<char>(c - '0');
        } else {
            *letter++ = c;
            *++value = '\0';
            note_beginning(added.hash = hashed(added.hash, c));
        }
    }
    added.size = static_cast<std::uint32_t>(letter - all_letters.data());
    bytes_.append(all_letters.data(), added.size).append(values.data(), added.size + std::size_t{1});
    longest_ = std::max<std::size_t>(longest_, added.size);
    std::uint32_t& slot = slots_[slot_of(added.hash, letters(added))];
    if (slot != 0) {
        patterns_[slot - 1] = added;
    } else {
        patterns_.push_back(added);
        slot = static_cast<std::uint32_t>(patterns_.size());
    }
}

std::vector<std::uint32_t> Level::points(std::string_view word) const {
    if (empty()) return {};
    const std::string dotted = "." + std::string(word) + ".";
    std::string best(dotted.size() + 1, '\0');
    const auto inside_letter = [&](std::size_t at) {
        return at < dotted.size() && (static_cast<unsigned char>(dotted[at]) & 0xC0) == 0x80;
    };
    for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
        if (inside_letter(begin)) continue;
        const std::size_t most = std::min(longest_, dotted.size() - begin);
        std::uint32_t hash = hash_of_nothing;
        for (std::size_t size = 1; size <= most; ++size) {
            hash = hashed(hash, dotted[begin + size - 1]);
            if (!may_begin(hash)) break;
            if (inside_letter(begin + size)) continue;
            const std::uint32_t found =
                slots_[slot_of(hash, std::string_view(dotted).substr(begin, size))];
            if (found == 0) continue;
            const Pattern& pattern = patterns_[found - 1];
            for (std::size_t i = 0; i <= size; ++i)
                best[begin + i] = std::max(best[begin + i], bytes_[pattern.at + size + i]);
        }
    }
    std::vector<std::uint32_t> out;
    for (std::size_t i = 2; i < dotted.size() - 1; ++i)
        if ((best[i] & 1) != 0) out.push_back(static_cast<std::uint32_t>(i - 1));
    return out;
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Drops points with fewer than `left` letters before or `right` after them.
std::vector<std::uint32_t> within(std::vector<std::uint32_t> points, std::string_view word, int left,
                                  int right) {
    std::erase_if(points, [&](std::uint32_t at) {
        return letters_in(word.substr(0, at)) < static_cast<std::size_t>(left) ||
               letters_in(word.substr(at)) < static_cast<std::size_t>(right);
    });
    return points;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

/// Where the words of a piece begin and end: one, with what stands around it, or several that
/// apostrophes join ("l’assemblée"). None in anything else, as in an address.
std::vector<std::pair<std::size_t, std::size_t>> joined_words(std::string_view piece) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    bool joined = false; // only apostrophes since the last word
    for (std::size_t i = 0; i < piece.size();) {
        const CodePoint c = decode(piece, i);
        const std::size_t end = i + c.bytes;
        if (is_apostrophe(c.value)) {
            joined = joined || (!words.empty() && words.back().second == i);
        } else if (is_letter(c.value) || is_extending(c.value)) {
            if (!words.empty() && words.back().second == i) words.back().second = end;
            else if (words.empty() || joined) words.emplace_back(i, end);
            else return {};
            joined = false;
        } else {
            joined = false;
        }
        i = end;
    }
    return words;
}

} // namespace

struct HyphenationPatterns::Levels {
    Level compounds; ///< empty where the language has one level
    Level syllables;
};

HyphenationPatterns::HyphenationPatterns(const std::string& dictionary)
    : levels_(std::make_unique<Levels>()) {
    const std::size_t first_line = std::min(dictionary.find('\n'), dictionary.size());
    const std::string charset(trim_ascii(std::string_view(dictionary).substr(0, first_line)));
    const std::string text = from_charset(std::string_view(dictionary).substr(first_line), charset);
    Sets sets;
    levels_->syllables.expect(std::string_view(text).substr(0, text.find("\nNEXTLEVEL")));
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trim_ascii(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
        if (line == "NEXTLEVEL") {
            levels_->compounds = std::exchange(levels_->syllables, Level{});
            levels_->syllables.expect(std::string_view(text).substr(begin));
        }
        if (line.starts_with("SET ")) read_set(line.substr(4), sets);
        const bool keyword = !line.empty() && line[0] >= 'A' && line[0] <= 'Z';
        const bool comment = line.starts_with('#') || line.starts_with('%');
        if (line.empty() || keyword || comment || line.find('/') != std::string_view::npos) continue;
        if (line.find('{') == std::string_view::npos) levels_->syllables.add(line);
        else
            for (const std::string& pattern : expanded(line, sets)) levels_->syllables.add(pattern);
    }
    levels_->compounds.end();
    levels_->syllables.end();
}
HyphenationPatterns::~HyphenationPatterns() = default;
HyphenationPatterns::HyphenationPatterns(HyphenationPatterns&&) noexcept = default;
HyphenationPatterns& HyphenationPatterns::operator=(HyphenationPatterns&&) noexcept = default;

std::vector<std::uint32_t> HyphenationPatterns::positions(std::string_view word, int left,
                                                          int right) const {
    if (letters_in(word) >= longest_divided_word) return {};
    std::u32string letters = to_utf32(word);
    for (char32_t& c : letters) c = to_small(c);
    const std::string small = to_utf8(letters);
    if (small.size() != word.size()) return {}; // offsets would not be the word's own

    constexpr int part_minimum = 2; // letters at the ends of a compound's part
    std::vector<std::uint32_t> out;
    std::vector<std::uint32_t> joints =
        within(levels_->compounds.points(small), small, part_minimum, part_minimum);
    joints.push_back(static_cast<std::uint32_t>(small.size()));
    std::uint32_t begin = 0;
    for (const std::uint32_t joint : joints) {
        const std::string_view part = std::string_view(small).substr(begin, joint - begin);
        for (const std::uint32_t at :
             within(levels_->syllables.points(part), part, part_minimum, part_minimum))
            out.push_back(begin + at);
        if (joint < small.size()) out.push_back(joint);
        begin = joint;
    }
    return within(std::move(out), small, left, right);
}

const std::vector<std::uint32_t>& Hyphenator::positions(std::string_view piece) {
    if (const auto* known = known_.find(piece)) return *known;
    if (known_.size() >= most_known_words) known_ = {};

    std::vector<std::uint32_t> out;
    for (const auto& [begin, end] : joined_words(piece))
        for (const std::uint32_t position :
             patterns_.positions(piece.substr(begin, end - begin), rules_.left, rules_.right))
            out.push_back(position + static_cast<std::uint32_t>(begin));
    return known_.add(piece, std::move(out));
}

} // namespace presskit::compose
