// SPDX-License-Identifier: Apache-2.0
/// A PDF file on libharu's object layer; the only door to libharu.
///
/// libharu owns the document: the object table and its numbers, the catalog, the page tree's root,
/// the information dictionary, and the writing of each object. What is inside an object is text
/// made by us and printed by libharu's write hooks; where it goes in the file is FileBody's,
/// because libharu knows no object streams. Constraint: libharu's own page, font and outline calls
/// cannot tag content or embed OpenType subsets, keep numbers as 32-bit floats and spend a 128-byte
/// node on each dictionary key. Rejected: building every object from HPDF_Dict entries, which is
/// slower by far and brings the floats back; libqpdf after libharu, which packs as well but takes
/// as long as the making of the pages.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/result.hpp"
#include "stages/render/byte_use.hpp"
#include "stages/render/syntax.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace presskit::render {

/// A stream's bytes as they lie in the file; shared, so that a subset or profile made once serves
/// every document.
using SharedBytes = std::shared_ptr<const std::string>;

enum class PdfVersion { v1_7, v2_0 };

/// One file being built. A fault inside libharu is kept and comes out of `save`; until then
/// all calls stay harmless. One thread.
class PdfFile {
  public:
    explicit PdfFile(PdfVersion version = PdfVersion::v1_7);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    ObjectId catalog() const;
    ObjectId page_tree() const;
    /// The document information dictionary, ISO 32000-1 14.3.3; not written in PDF 2.0.
    ObjectId document_information() const;

    /// What the objects set from here on are for.
    void count_as(ByteUse use);

    /// An object to be set later, so that others can refer to it.
    ObjectId reserve();

    /// Makes `id` a dictionary; `entries` is what stands between `<<` and `>>`.
    void set(ObjectId id, std::string entries);
    /// Makes `id` a stream; `entries` without Length.
    void set_stream(ObjectId id, std::string entries, SharedBytes bytes);

    ObjectId add(std::string entries);
    ObjectId add_stream(std::string entries, SharedBytes bytes);

    /// The whole file. Its trailer's ID is a digest of all other bytes, so equal content gives
    /// equal files and any change another ID (ISO 32000-1 14.4). Call once. Errors:
    /// "render.pdf-failed", when libharu reports one.
    Result<RenderedPdf> save(Deflater& deflater);

  private:
    struct Document;
    std::unique_ptr<Document> document_;
};

/// The version of the libharu in use ("2.3.0").
std::string_view haru_version();

} // namespace presskit::render
