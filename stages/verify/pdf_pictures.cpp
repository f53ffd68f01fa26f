// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_pictures.hpp"

#include <algorithm>

namespace presskit::verify {

void PdfPictures::see(QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    if (to_name(dictionary.getKey("/Subtype")) != "Image") return;
    images_.emplace(stream.getObjectID(), stream);
    for (const char* key : {"/SMask", "/Mask"})
        if (QPDFObjectHandle mask = dictionary.getKey(key); mask.isStream())
            masks_.insert(mask.getObjectID());
}

void PdfPictures::finish() {
    for (const auto& [number, image] : images_) {
        QPDFObjectHandle stream = image;
        QPDFObjectHandle metadata = stream.getDict().getKey("/Metadata");
        SeenRights rights;
        if (metadata.isStream()) {
            std::vector<std::string> faults;
            if (const auto packet = pdf_.decoded(metadata)) rights = read_rights(*packet, faults);
            for (const std::string& what : faults) fault(stream, "verify.pdf-picture-metadata", what);
        }
        if (rights.notice.empty() && !masks_.contains(number))
            fault(stream, "verify.pdf-picture-rights", "does not say whose it is");
        check_jpeg(stream, rights);
    }
}

void PdfPictures::check_jpeg(QPDFObjectHandle stream, const SeenRights& rights) {
    const auto filters = to_list(stream.getDict().getKey("/Filter"));
    const auto is_jpeg = [](const QPDFObjectHandle& filter) { return to_name(filter) == "DCTDecode"; };
    if (std::ranges::none_of(filters, is_jpeg)) return;
    if (filters.size() > 1)
        return fault(stream, "verify.pdf-picture-metadata", "is a JPEG inside another filter");
    const auto raw = stream.getRawStreamData();
    const SeenPicture seen =
        read_picture({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
    for (const std::string& what : seen.faults) fault(stream, "verify.pdf-picture-metadata", what);
    if (seen.rights != rights)
        fault(stream, "verify.pdf-picture-rights", "says other rights in the JPEG than in the PDF");
}

void PdfPictures::fault(QPDFObjectHandle stream, std::string_view code, const std::string& message) {
    pdf_.fault(code, "the picture in object " + std::to_string(stream.getObjectID()) + " " + message);
}

} // namespace presskit::verify
