// SPDX-License-Identifier: Apache-2.0
/// One PDF against PDF 1.7 (ISO 32000-1), PDF/UA-1 (ISO 14289-1) and PDF/A-2a or A-3a (ISO 19005-2, -3);
/// or, on PDF 2.0, against PDF/UA-2 and PDF/A-4 or A-4f; as far as a machine can tell without rendering
/// it. Where a rule leaves a choice, what presskit writes is the rule: links as the only annotations,
/// no forms, attachments only where the claims allow them.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/verify/fault_list.hpp"
#include "stages/verify/sound_streams.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace presskit::verify {

/// `faults` have no path; `broken` says which of them break a condition of the table. `language` is
/// the catalog's Lang.
struct PdfCheck {
    Diagnostics faults;
    std::vector<BrokenCondition> broken;
    std::size_t pages = 0;
    std::string language;
    Claims claims{};
};

/// Never throws and prints nothing. `sound` spares it streams it has seen in other files. Spec:
/// Matterhorn Protocol 1.1 (conditions a machine can test).
PdfCheck check_pdf(std::string_view bytes, SoundStreams& sound);
PdfCheck check_pdf(std::string_view bytes);

} // namespace presskit::verify
