// SPDX-License-Identifier: Apache-2.0
/// What a picture's file says besides its pixels: of its rights all, of camera, place and person
/// nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// `notice` is empty where the file has no rights. IPTC Photo Metadata: Creator, Credit Line, Copyright
/// Notice, Web Statement of Rights.
struct SeenRights {
    std::string creator, credit, notice, url;
    bool operator==(const SeenRights&) const = default;
};

/// `faults` say what the file holds that no kit's picture does: "holds EXIF".
struct SeenPicture {
    std::uint32_t width = 0, height = 0; ///< pixels; 0 if they are not told
    SeenRights rights;
    std::vector<std::string> faults;
};

bool is_png(std::string_view bytes);
bool is_jpeg(std::string_view bytes);

/// Walks through a PNG or JPEG from its first to its last byte. Every part that is not pixels or
/// rights is a fault, known to us or not; rights stand in XMP, and in a JPEG in IPTC-IIM, alike.
/// Spec: ITU-T T.81 annex B, ISO 15948 5, IPTC-IIM 4.2.
SeenPicture read_picture(std::string_view bytes);

/// The rights in an XMP packet; what else it holds is added to `faults`.
SeenRights read_rights(std::string_view packet, std::vector<std::string>& faults);

} // namespace presskit::verify
