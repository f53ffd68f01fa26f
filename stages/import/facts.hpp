// SPDX-License-Identifier: Apache-2.0
/// What campaign.yaml needs and a release says in passing: its name, day, place, contact,
/// publisher.
#pragma once

#include "stages/import/import.hpp"
#include "stages/import/release_parts.hpp"

#include <string>

namespace presskit::import {

struct ReleaseFacts {
    std::string id;
    std::u32string title;  ///< of the report the release is about, else the headline
    std::u32string report; ///< empty if none is named
    Date date;
    std::u32string city;
    std::u32string contact_name, contact_email, contact_telephone;
    std::u32string publisher;
    std::string publisher_url;
    bool says_when_public = false; ///< "For immediate release" or an embargo stands in the text
};

/// Errors: no date or no place, in the text or in `options`. Warnings: no contact; a publisher or
/// its address that the text does not name.
Result<ReleaseFacts> find_facts(const ReleaseParts& parts, SourceId source,
                                const ImportOptions& options);

} // namespace presskit::import
