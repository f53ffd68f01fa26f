// SPDX-License-Identifier: Apache-2.0
/// What the reading of a kit's finished PDFs found, condition by condition, for the kit's
/// accessibility page. It is made by whoever read them and set out by whoever packs them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presskit {

enum class ConditionOutcome { passed, failed, for_a_person, not_applicable };

/// `text` says how a file fails, in English, as the standards do. Views are of static text.
struct ConditionResult {
    std::string_view standard; ///< "PDF/UA-1", "PDF/A-2a", …
    std::string_view id;       ///< "28-011", or "6.1.2-1" for PDF/A
    std::string_view clause; ///< of the standard; empty if it has no such condition
    std::string_view text;
    std::string_view subject; ///< of a test: "fonts", …; empty for the others
    std::string_view question; ///< for a person: "reading-order", …; empty for the others
    ConditionOutcome outcome = ConditionOutcome::passed;
    bool operator==(const ConditionResult&) const = default;
};

struct AccessibilityReport {
    std::vector<ConditionResult> conditions;
    bool operator==(const AccessibilityReport&) const = default;
};

} // namespace presskit
