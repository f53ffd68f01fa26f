// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/reading_match.hpp"

#include <algorithm>

namespace presskit::e2e {
namespace {

constexpr std::string_view no_break_space = "\u00A0", soft_hyphen = "\u00AD";

/// What stands between two visible characters.
struct Gap {
    bool space = false;
    bool edge = false; ///< a reader may see white space here
};

/// Walks a page's text from one visible byte to the next.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    Gap skip() {
        Gap gap;
        for (std::size_t length = 1; length > 0; at_ += length) {
            const std::string_view rest = text_.substr(at_);
            length = 0;
            if (rest.starts_with(soft_hyphen)) {
                gap.edge = true;
                length = soft_hyphen.size();
            } else if (rest.starts_with('\v')) {
                gap.edge = true;
                length = 1;
            } else if (rest.starts_with(no_break_space)) {
                gap.space = true;
                length = no_break_space.size();
            } else if (!rest.empty() &&
                       std::string_view(" \n\r\t\f").find(rest.front()) != std::string_view::npos) {
                gap.space = true;
                length = 1;
            }
        }
        return gap;
    }
    bool at_end() const { return at_ == text_.size(); }
    char next() { return text_[at_++]; }
    std::string around() const {
        const std::size_t begin = at_ > 30 ? at_ - 30 : 0;
        return "`" + std::string(text_.substr(begin, 60)) + "`";
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string first_difference(const std::vector<std::string>& found,
                             const std::vector<std::string>& expected) {
    const auto [a, b] = std::ranges::mismatch(found, expected);
    if (a == found.end() && b == expected.end()) return {};
    return "found    " + (a == found.end() ? "nothing more" : *a) + "\nexpected " +
           (b == expected.end() ? "nothing more" : *b);
}

std::string first_difference_of_pages(std::string_view painted, std::string_view seen) {
    Walk ours(painted), theirs(seen);
    while (true) {
        const Gap gap = ours.skip(), shown = theirs.skip();
        const std::string place = ours.around() + " is seen as " + theirs.around();
        if (ours.at_end() && theirs.at_end()) return {};
        if (ours.at_end() || theirs.at_end()) return "one ends: " + place;
        if (gap.space && !shown.space) return "a space is lost: " + place;
        if (shown.space && !gap.space && !gap.edge) return "a space too many: " + place;
        if (ours.next() != theirs.next()) return "another character: " + place;
    }
}

} // namespace presskit::e2e
