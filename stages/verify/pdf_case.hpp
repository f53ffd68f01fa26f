// SPDX-License-Identifier: Apache-2.0
/// An open PDF under examination; private to the pdf_*.cpp files, which alone include qpdf.
#pragma once

// qpdf asks each user to choose its pointers: standard ones only.
#define POINTERHOLDER_TRANSITION 4

#include "stages/verify/fault_list.hpp"
#include "stages/verify/pdf.hpp"
#include "stages/verify/sound_streams.hpp"
#include "stages/verify/tag_tree.hpp"

#include <bitset>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// Two-byte codes.
using CodeSet = std::bitset<65536>;
/// Codes that text was shown with in one font, by the font's object number.
using ShownCodes = std::map<int, CodeSet>;

/// What the content streams say; later checks compare the structure with it.
struct ContentUse {
    std::set<ContentKey> marked;       ///< every MCID, with its page
    std::map<int, int> struct_parents; ///< page object number to its StructParents
    ShownCodes codes;
};

class PdfCase {
  public:
    PdfCase(QPDF& pdf, FaultList& faults, SoundStreams& sound)
        : pdf_(pdf), faults_(faults), sound_(sound) {
        for (const auto& [object, entry] : pdf.getXRefTable()) objects_.push_back(object);
    }

    QPDF& pdf() { return pdf_; }
    QPDFObjectHandle catalog() { return pdf_.getRoot(); }
    const std::vector<QPDFObjectHandle>& pages() { return pdf_.getAllPages(); }
    /// Every object of the cross-reference table, by its number and generation. qpdf's own list
    /// first looks for dangling references, which costs as much as reading the file.
    const std::vector<QPDFObjGen>& objects() const { return objects_; }

    void fault(std::string_view code, std::string message) {
        faults_.add(code, std::move(message));
    }
    /// A rule of PDF/UA-1 with its Matterhorn condition.
    void ua_fault(std::string_view code, const std::string& message, std::string_view condition);
    FaultList& faults() { return faults_; }

    /// The stream's decoded bytes within the limits of one stream and of the file; reported and
    /// empty if there are more or they do not decode.
    std::optional<std::string> decoded(QPDFObjectHandle stream);
    /// The same, for a stream of which only that much is to be known. No stream is inflated twice.
    bool decodes(QPDFObjectHandle stream);

  private:
    std::optional<std::string> decode(QPDFObjectHandle stream, bool keeps);

    QPDF& pdf_;
    FaultList& faults_;
    SoundStreams& sound_;
    std::vector<QPDFObjGen> objects_;
    std::set<int> seen_streams_; ///< object numbers of those that were decoded
    std::size_t decoded_bytes_ = 0;
};

/// Catalog, trailer, Info and XMP: Matterhorn 01-007, 06-001 to 06-003, 07-001, 07-002, 11-006.
void check_metadata(PdfCase& pdf);
/// Catalog entries other than metadata, header and end of file: ISO 19005-2 6.1.2, 6.1.3.
void check_file_frame(std::string_view bytes, FaultList& faults);
/// Every object: actions, attachments, images, streams.
void check_objects(PdfCase& pdf);
/// Pages and their content streams: Matterhorn 01-003 to 01-005, 28-008, 28-009.
ContentUse check_content(PdfCase& pdf);
/// Fonts of the pages: Matterhorn 10-001, 31-009, 31-027 to 31-030.
void check_fonts(PdfCase& pdf, const ContentUse& use);
/// The structure tree as a value: Matterhorn 02-001 to 02-004. Nothing if there is none to read.
std::optional<TagTree> read_structure(PdfCase& pdf);
/// The parent tree leads from each page's content to the structure and back. ISO 32000-1 14.7.4.4.
void check_parent_tree(PdfCase& pdf, const TagTree& tree, const ContentUse& use);
/// Annotations: Matterhorn 28-004 to 28-012; ISO 19005-2 6.3.
void check_annotations(PdfCase& pdf, const TagTree& tree);
/// The parent tree's entries by key, bounded. ISO 32000-1 7.9.7.
std::map<long long, QPDFObjectHandle> read_parent_tree(PdfCase& pdf);

/// The integer, or `otherwise` for anything else or beyond int.
int to_int(QPDFObjectHandle object, int otherwise);
/// The name without its slash; empty for anything else.
std::string to_name(QPDFObjectHandle object);
/// The text of a string, as UTF-8; empty for anything else.
std::string to_text(QPDFObjectHandle object);
/// The members of an array, or the one object itself; none for null.
std::vector<QPDFObjectHandle> to_list(QPDFObjectHandle object);

} // namespace presskit::verify
