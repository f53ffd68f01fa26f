// SPDX-License-Identifier: Apache-2.0
/// An open PDF under examination; private to the pdf_*.cpp files, which alone include qpdf.
#pragma once

// qpdf asks each user to choose its pointers: standard ones only.
#define POINTERHOLDER_TRANSITION 4

#include "stages/verify/cmap.hpp"
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

using CodeSet = std::bitset<65536>; ///< two-byte codes
/// Codes that text was shown with in one font, by the font's object number.
using ShownCodes = std::map<int, CodeSet>;

/// What the content streams say; later checks compare the structure with it.
struct ContentUse {
    std::set<ContentKey> marked;       ///< every MCID, with its page
    std::map<int, int> struct_parents; ///< page object number to its StructParents
    ShownCodes codes;
    std::map<int, std::size_t> bytes_a_code; ///< by the font's object number
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

    void fault(std::string_view code, std::string message) { faults_.add(code, std::move(message)); }
    /// Conditions of the table that the file breaks.
    void broken(ConditionIds ids, const std::string& message, std::size_t element = no_element) {
        faults_.add_broken(ids, message, element);
    }
    FaultList& faults() { return faults_; }

    bool is_pdf_2() const { return pdf_.getPDFVersion() == "2.0"; }
    /// Whether the file claims a part of PDF/A that may carry files: A-3 or A-4f.
    bool may_attach() const { return faults_.claims().attachments; }
    void allow_attachments() { faults_.set_claims({is_pdf_2(), true}); }
    /// Dictionaries with embedded files, wherever they stand.
    std::size_t embedded_files() const { return embedded_files_; }
    void count_embedded_file() { ++embedded_files_; }

    /// How many colour components the output intent has: 1 grey, 3 RGB, 4 CMYK; 0 if it is unknown.
    int output_components() const { return output_components_; }
    void set_output_components(int components) { output_components_ = components; }

    /// The stream's decoded bytes within the limits of one stream and of the file; reported and
    /// empty if there are more or they do not decode.
    std::optional<std::string> decoded(QPDFObjectHandle stream);
    /// The same, for a stream of which only that much is to be known. No stream is inflated twice.
    bool decodes(QPDFObjectHandle stream);
    /// An embedded CMap, read once: all fonts of a document may share one. Null if it does not decode.
    const CodeMap* code_map(QPDFObjectHandle stream);

  private:
    std::optional<std::string> decode(QPDFObjectHandle stream, bool keeps);

    QPDF& pdf_;
    FaultList& faults_;
    SoundStreams& sound_;
    std::vector<QPDFObjGen> objects_;
    std::set<int> seen_streams_; ///< object numbers of those that were decoded
    std::map<int, std::optional<CodeMap>> code_maps_; ///< by the stream's object number
    std::size_t decoded_bytes_ = 0;
    int output_components_ = 0;
    std::size_t embedded_files_ = 0;
};

/// Catalog, trailer, Info and XMP.
void check_metadata(PdfCase& pdf);
/// The output intent and its profile; tells `pdf` its components. ISO 19005-2 6.2.3.
void check_output_intent(PdfCase& pdf);
/// Header and end of file: ISO 19005-2 6.1.2, 6.1.3.
void check_file_frame(std::string_view bytes, FaultList& faults);
/// Associated and embedded files, after check_objects. ISO 19005-3 6.8.
void check_attachments(PdfCase& pdf);
/// What PDF 2.0 files owe to PDF/UA-2 and PDF/A-4 besides.
void check_pdf_2(PdfCase& pdf, const TagTree& tree);
/// The namespace of an element of PDF/UA-2, and its type by the names of PDF 1.7. ISO 14289-2 8.2.4.
std::string check_namespace(PdfCase& pdf, QPDFObjectHandle element);
/// An ActualText or Alt has characters that all know. ISO 14289-2 8.4.3, ISO 19005-4 6.2.10.8.
void check_known_characters(PdfCase& pdf, QPDFObjectHandle text);
/// Every object: actions, attachments, images, streams, limits. Returns the streams.
std::vector<QPDFObjectHandle> check_objects(PdfCase& pdf);
/// That streams decode, those too that nobody asked for.
void check_decoding(PdfCase& pdf, const std::vector<QPDFObjectHandle>& streams);
/// Pages and their content streams.
ContentUse check_content(PdfCase& pdf);
/// How many bytes a code of a composite font has: two, but for an embedded CMap of single bytes. ISO 32000-1
/// 9.7.5.
std::size_t bytes_a_code(PdfCase& pdf, QPDFObjectHandle font);
/// A composite font's CMap, and that the descendant's CIDs are those that it means.
void check_encoding(PdfCase& pdf, QPDFObjectHandle font, QPDFObjectHandle descendant,
                    const std::string& name);
/// Fonts of the pages.
void check_fonts(PdfCase& pdf, const ContentUse& use);
/// A CIDFont's widths and glyphs against its embedded font program.
void check_font_program(PdfCase& pdf, QPDFObjectHandle descendant, const std::string& name,
                        const CodeSet& shown);
/// The structure tree as a value. Nothing if there is none to read.
std::optional<TagTree> read_structure(PdfCase& pdf);
/// The language of every text is known, and each Lang is a language tag.
void check_languages(PdfCase& pdf, const TagTree& tree);
/// The parent tree leads from each page's content to the structure and back. ISO 32000-1 14.7.4.4.
void check_parent_tree(PdfCase& pdf, const TagTree& tree, const ContentUse& use);
/// Annotations, their flags, words and elements.
void check_annotations(PdfCase& pdf, const TagTree& tree);
/// The parent tree's entries by key, bounded. ISO 32000-1 7.9.7.
std::map<long long, QPDFObjectHandle> read_parent_tree(PdfCase& pdf);

/// Does an output intent of so many components define a device colour space? Grey is part of all;
/// any other space is not the device's, and a fault of its own elsewhere. ISO 19005-2 6.2.4.3.
bool is_device_colour_known(std::string_view space, int output_components);
/// ISO 32000-1 8.6.5.8.
bool is_rendering_intent(std::string_view name);

/// The integer, or `otherwise` for anything else or beyond int.
int to_int(QPDFObjectHandle object, int otherwise);
/// The name without its slash; empty for anything else.
std::string to_name(QPDFObjectHandle object);
/// The text of a string, as UTF-8; empty for anything else.
std::string to_text(QPDFObjectHandle object);
/// The members of an array, or the one object itself; none for null or no object.
std::vector<QPDFObjectHandle> to_list(QPDFObjectHandle object);

} // namespace presskit::verify
