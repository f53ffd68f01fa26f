// SPDX-License-Identifier: Apache-2.0
/// The pictures inside a PDF; private to the pdf_*.cpp files.
#pragma once

#include "stages/verify/pdf_case.hpp"
#include "stages/verify/picture.hpp"

#include <map>
#include <set>

namespace presskit::verify {

/// Each picture has its rights in a Metadata stream (ISO 32000-1 14.3.2), and a JPEG in itself too; none
/// has traces of camera, place or person. Shown every stream of the file once, then finished: only
/// then it is known which images are the soft masks of others.
class PdfPictures {
  public:
    explicit PdfPictures(PdfCase& pdf) : pdf_(pdf) {}

    void see(QPDFObjectHandle stream);
    void finish();

  private:
    void check_jpeg(QPDFObjectHandle stream, const SeenRights& rights);
    void fault(QPDFObjectHandle stream, std::string_view code, const std::string& message);

    PdfCase& pdf_;
    std::map<int, QPDFObjectHandle> images_; ///< by object number
    std::set<int> masks_;
};

} // namespace presskit::verify
