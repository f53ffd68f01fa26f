// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/conditions.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::verify {

bool is_of_ua(const Condition& condition) {
    return std::ranges::find(ua_2_conditions(), condition.id, &Condition::id) !=
               ua_2_conditions().end() ||
           condition.id[2] == '-';
}

const Condition& condition_of(std::string_view id) {
    for (const std::span<const Condition> rows :
         {id[2] == '-' ? ua_conditions() : archive_conditions(), ua_2_conditions(),
          archive_4_conditions()})
        if (const auto row = std::ranges::find(rows, id, &Condition::id); row != rows.end())
            return *row;
    assert(false && "checks name conditions of a table");
    return ua_conditions().front();
}

std::string_view clause_in(const Condition& condition, const Claims& claims) {
    return claims.pdf_2 ? condition.later_clause : condition.clause;
}

std::string_view standard_of(const Condition& condition, const Claims& claims) {
    if (is_of_ua(condition)) return claims.pdf_2 ? "PDF/UA-2" : "PDF/UA-1";
    if (claims.pdf_2) return claims.attachments ? "PDF/A-4f" : "PDF/A-4";
    return claims.attachments ? "PDF/A-3a" : "PDF/A-2a";
}

std::string reference_of(const Condition& condition, const Claims& claims) {
    const bool is_ua = is_of_ua(condition);
    if (is_ua && !claims.pdf_2) return "Matterhorn " + std::string(condition.id);
    const std::string_view standard = is_ua                ? "ISO 14289-2 "
                                      : claims.pdf_2       ? "ISO 19005-4 "
                                      : claims.attachments ? "ISO 19005-3 "
                                                           : "ISO 19005-2 ";
    return std::string(standard).append(clause_in(condition, claims));
}

} // namespace presskit::verify
