// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace presskit::verify {
namespace {

constexpr std::size_t icc_header_bytes = 128; // ICC.1 7.2

/// How many components a colour space of ICC.1 table 19 has; 0 for one that no output has.
int components_of(std::string_view space) {
    if (space == "GRAY") return 1;
    if (space == "RGB ") return 3;
    return space == "CMYK" ? 4 : 0;
}

/// ICC.1 7.2: version in byte 8, class from 12, colour space from 16, "acsp" from 36.
void check_profile(PdfCase& pdf, QPDFObjectHandle stream) {
    const auto profile = pdf.decoded(stream);
    if (!profile) return;
    const std::string_view header = std::string_view(*profile).substr(0, icc_header_bytes);
    if (header.size() < icc_header_bytes || header.substr(36, 4) != "acsp" ||
        (header.substr(12, 4) != "mntr" && header.substr(12, 4) != "prtr"))
        return pdf.broken({"6.2.3-2"},
                          "the output profile is no ICC profile of a display or a printer");
    if (static_cast<unsigned char>(header[8]) > 4)
        pdf.broken({"6.2.3-4"}, "the output profile is of a version after 4");
    const int components = components_of(header.substr(16, 4));
    if (components == 0 || to_int(stream.getDict().getKey("/N"), 0) != components)
        pdf.broken({"6.2.3-3"}, "the output profile and its N disagree");
    pdf.set_output_components(components);
}

} // namespace

void check_output_intent(PdfCase& pdf) {
    std::optional<QPDFObjectHandle> chosen;
    std::set<int> profiles;
    for (QPDFObjectHandle& intent : to_list(pdf.catalog().getKey("/OutputIntents"))) {
        if (!intent.isDictionary() || !intent.getKey("/DestOutputProfile").isStream()) continue;
        profiles.insert(intent.getKey("/DestOutputProfile").getObjectID());
        if (!chosen && to_name(intent.getKey("/S")) == "GTS_PDFA1")
            chosen = intent.getKey("/DestOutputProfile");
    }
    if (!chosen)
        return pdf.broken({"6.2.3-1"}, "there is no GTS_PDFA1 output intent with a profile");
    if (profiles.size() > 1)
        pdf.broken({"6.2.3-1"}, "output intents have different profiles");
    check_profile(pdf, *chosen);
}

} // namespace presskit::verify
