// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/kit_pictures.hpp"

#include "stages/verify/inner_pictures.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

void compare(const ManifestPicture& listed, const SeenPicture& seen, FaultList& faults) {
    if (seen.width != listed.width || seen.height != listed.height)
        faults.add_at(listed.path, "verify.picture-size",
                      "has " + std::to_string(seen.width) + " by " + std::to_string(seen.height) +
                          " pixels, manifest.json says " + std::to_string(listed.width) + " by " +
                          std::to_string(listed.height));
    const auto check = [&](const char* what, const std::string& in_file, const std::string& in_list) {
        if (in_file != in_list)
            faults.add_at(listed.path, "verify.picture-rights",
                          std::string("names as ") + what + " " + in_backticks(in_file) +
                              ", manifest.json " + in_backticks(in_list));
    };
    check("creator", seen.rights.creator, listed.rights.creator);
    check("credit", seen.rights.credit, listed.rights.credit);
    check("rights", seen.rights.notice, listed.rights.notice);
    check("licence", seen.rights.url, listed.rights.url);
}

/// What documents carry has rights of its own, which no list repeats.
void check_inner(const std::string& path, const std::vector<std::string>& pictures,
                 FaultList& faults) {
    for (const std::string& bytes : pictures) {
        const SeenPicture seen = read_picture(bytes);
        for (const std::string& fault : seen.faults)
            faults.add_at(path, "verify.picture-metadata", "a picture in it " + fault);
        if (seen.rights.notice.empty())
            faults.add_at(path, "verify.picture-rights", "a picture in it does not say whose it is");
    }
}

} // namespace

void check_kit_pictures(const KitFiles& files, const std::vector<ManifestPicture>& pictures,
                        FaultList& faults) {
    for (const auto& [path, file] : files) {
        if (path.ends_with(".html")) check_inner(path, pictures_in_html(file.bytes), faults);
        if (path.ends_with(".docx")) check_inner(path, pictures_in_docx(file.bytes), faults);
        const auto listed = std::ranges::find(pictures, path, &ManifestPicture::path);
        if (listed == pictures.end() && !is_png(file.bytes) && !is_jpeg(file.bytes)) continue;
        const SeenPicture seen = read_picture(file.bytes);
        for (const std::string& fault : seen.faults)
            faults.add_at(path, "verify.picture-metadata", fault);
        if (listed != pictures.end())
            compare(*listed, seen, faults);
        else
            faults.add_at(path, "verify.picture-unlisted",
                          "is a picture that manifest.json does not call one");
    }
}

} // namespace presskit::verify
