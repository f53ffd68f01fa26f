// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/marked_content.hpp"

namespace presskit::verify {

std::string MarkedContent::begin(const std::string& tag, int mcid, bool has_actual_text) {
    const Mark mark{tag == "Artifact", mcid >= 0, has_actual_text};
    std::string broken;
    if (mark.artifact && tagged_ > 0)
        broken = "01-003";
    else if (mark.tagged && artifacts_ > 0)
        broken = "01-004";
    artifacts_ += mark.artifact ? 1 : 0;
    tagged_ += mark.tagged ? 1 : 0;
    replaced_ += mark.replaced ? 1 : 0;
    marks_.push_back(mark);
    return broken;
}

bool MarkedContent::end() {
    if (marks_.empty()) return false;
    artifacts_ -= marks_.back().artifact ? 1 : 0;
    tagged_ -= marks_.back().tagged ? 1 : 0;
    replaced_ -= marks_.back().replaced ? 1 : 0;
    marks_.pop_back();
    return true;
}

} // namespace presskit::verify
