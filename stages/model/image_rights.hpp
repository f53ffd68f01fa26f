// SPDX-License-Identifier: Apache-2.0
/// Whose a picture is, as it stands inside the picture's file.
#pragma once

#include <string>

namespace presskit {

/// In the campaign's own words, one set for all languages. IPTC Photo Metadata: Creator, Credit Line,
/// Copyright Notice, Web Statement of Rights.
struct ImageRights {
    std::string creator; ///< empty where the campaign names none
    std::string credit;  ///< may be empty, for a logo
    std::string notice;  ///< "© Holder. CC-BY-4.0"
    std::string url;     ///< of the licence; may be empty
    bool operator==(const ImageRights&) const = default;
};

/// The rights as an XMP packet, which cannot be edited in place. ISO 16684-1 7; the properties are
/// those that XMP itself defines, so PDF/A asks for no description of them.
std::string to_xmp(const ImageRights& rights);

} // namespace presskit
