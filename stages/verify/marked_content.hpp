// SPDX-License-Identifier: Apache-2.0
/// Marked content of one content stream: what each painting operator stands in.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace presskit::verify {

/// Follows BMC, BDC and EMC. ISO 32000-1 14.6; ISO 14289-1 7.1.
class MarkedContent {
  public:
    /// `mcid` is -1 without one. Returns a Matterhorn condition that the mark breaks, or "".
    std::string begin(const std::string& tag, int mcid, bool has_actual_text);
    /// False if nothing was open.
    bool end();

    std::size_t depth() const { return marks_.size(); }
    bool covers_painting() const { return artifacts_ + tagged_ > 0; }
    bool is_replaced() const { return replaced_ > 0; } ///< inside an ActualText
    /// False if the MCID was used before on the page.
    bool add_mcid(int mcid) { return mcids_.insert(mcid).second; }
    const std::set<int>& mcids() const { return mcids_; }

  private:
    struct Mark {
        bool artifact = false, tagged = false, replaced = false;
    };
    std::vector<Mark> marks_;
    int artifacts_ = 0, tagged_ = 0, replaced_ = 0;
    std::set<int> mcids_;
};

} // namespace presskit::verify
