// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf.hpp"

#include "stages/verify/cross_references.hpp"
#include "stages/verify/limits.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <charconv>
#include <exception>

namespace presskit::verify {
namespace {

/// Where the last cross-references begin, and the `startxref` that says so.
struct References {
    std::size_t begin = 0, keyword = 0;
};

std::optional<References> last_references(std::string_view bytes) {
    const std::size_t keyword = bytes.rfind("startxref");
    if (keyword == std::string_view::npos) return std::nullopt;
    const std::size_t digits = bytes.find_first_of("0123456789", keyword);
    if (digits == std::string_view::npos) return std::nullopt;
    std::size_t offset = 0;
    std::from_chars(bytes.data() + digits, bytes.data() + bytes.size(), offset);
    return offset < keyword ? std::optional(References{offset, keyword}) : std::nullopt;
}

bool is_table(std::string_view bytes, const References& references) {
    return bytes.substr(references.begin).starts_with("xref");
}

/// A cross-reference table without an update after it, and without streams beside it.
bool is_plain_table(std::string_view bytes, const References& references) {
    const std::size_t trailer = bytes.find("trailer", references.begin);
    if (trailer >= references.keyword) return false;
    const std::string_view dictionary = bytes.substr(trailer, references.keyword - trailer);
    return dictionary.find("/Prev") == std::string_view::npos &&
           dictionary.find("/XRefStm") == std::string_view::npos &&
           dictionary.find('#') == std::string_view::npos;
}

/// What is wrong with how objects are found. Asked before qpdf is, which would inflate the streams
/// that say it without a limit.
std::optional<std::string> fault_of_references(std::string_view bytes, ObjectStreams streams) {
    const auto references = last_references(bytes);
    if (!references) return "startxref is missing, or leads nowhere";
    if (!is_table(bytes, *references)) return fault_of_cross_references(bytes, streams);
    if (is_plain_table(bytes, *references)) return std::nullopt;
    return "the cross-reference table was updated";
}

/// Said in the trailer, or in the dictionary of a cross-reference stream.
bool is_encrypted(std::string_view bytes) {
    const auto references = last_references(bytes);
    const std::size_t trailer = bytes.rfind("trailer");
    if (references && !is_table(bytes, *references)) {
        const std::size_t begin = references->begin;
        const std::string_view dictionary = bytes.substr(begin, bytes.find("stream", begin) - begin);
        if (dictionary.find("/Encrypt") != std::string_view::npos) return true;
    }
    return trailer != std::string_view::npos &&
           bytes.substr(trailer).find("/Encrypt") != std::string_view::npos;
}

bool check_openness(PdfCase& pdf) {
    if (pdf.pdf().isEncrypted()) {
        pdf.broken({"26-001", "6.1.3-2"}, "the file is encrypted");
        return false;
    }
    if (pdf.objects().size() > max_pdf_objects) {
        pdf.fault("verify.pdf-objects",
                  "has more than " + std::to_string(max_pdf_objects) + " objects");
        return false;
    }
    if (!pdf.catalog().isDictionary() || pdf.pages().empty()) {
        pdf.fault("verify.pdf-pages", "has no pages");
        return false;
    }
    return true;
}

void check_all(PdfCase& pdf, PdfCheck& check) {
    if (!check_openness(pdf)) return;
    check.pages = pdf.pages().size();
    check.language = to_text(pdf.catalog().getKey("/Lang"));
    check_metadata(pdf); // first of all: what the file claims, it is held against
    check_output_intent(pdf);
    const std::vector<QPDFObjectHandle> streams = check_objects(pdf);
    check_attachments(pdf);
    const ContentUse use = check_content(pdf);
    check_fonts(pdf, use);
    if (const auto tree = read_structure(pdf)) {
        check_tag_rules(*tree, pdf.faults());
        check_languages(pdf, *tree);
        check_parent_tree(pdf, *tree, use);
        check_annotations(pdf, *tree);
        if (pdf.is_pdf_2()) check_pdf_2(pdf, *tree);
    }
    check_decoding(pdf, streams); // last of all: most of them have been decoded by now
}

/// What qpdf finds wrong is a matter of syntax; of a stream, one of its length.
void report_syntax(const std::string& message, FaultList& faults) {
    const bool is_length = message.find("endstream") != std::string::npos ||
                           message.find("stream length") != std::string::npos;
    if (is_length) faults.add_broken({"6.1.7.1-1"}, "a stream is not of the length that it states");
    faults.add_broken({"6.1.9-1"}, "an object is not well-formed: " + in_backticks(message));
}

/// Opens with recovery off: what only a repair could read is a fault, not a file.
void open_and_check(std::string_view bytes, SoundStreams& sound, PdfCheck& check,
                    FaultList& faults) {
    QPDF qpdf;
    qpdf.setSuppressWarnings(true);
    qpdf.setAttemptRecovery(false);
    try {
        qpdf.processMemoryFile("kit", bytes.data(), bytes.size());
        PdfCase pdf(qpdf, faults, sound);
        check_all(pdf, check);
    } catch (const std::exception& error) {
        faults.add("verify.pdf-damaged", "cannot be read: " + in_backticks(error.what()));
        report_syntax(error.what(), faults);
    }
    for (const QPDFExc& warning : qpdf.getWarnings())
        report_syntax(warning.getMessageDetail(), faults);
}

/// Where anything is wrong, it may be that object streams do not decode, which is a fault of its own.
void examine(std::string_view bytes, SoundStreams& sound, PdfCheck& check, FaultList& faults) {
    PdfCheck examined;
    FaultList found = faults;
    open_and_check(bytes, sound, examined, found);
    const auto undecodable = found.empty()
                                 ? std::nullopt
                                 : fault_of_references(bytes, ObjectStreams::decoded);
    if (undecodable) return faults.add_broken({"6.1.4-1"}, *undecodable);
    check = std::move(examined);
    faults = std::move(found);
}

} // namespace

PdfCheck check_pdf(std::string_view bytes, SoundStreams& sound) {
    PdfCheck check;
    FaultList faults;
    faults.set_claims({.pdf_2 = bytes.starts_with("%PDF-2.0")});
    check_file_frame(bytes, faults);
    if (bytes.size() > max_pdf_bytes)
        faults.add("verify.pdf-size", "is larger than the limit");
    else if (is_encrypted(bytes))
        faults.add_broken({"26-001", "6.1.3-2"}, "the file is encrypted");
    else if (const auto fault = fault_of_references(bytes, ObjectStreams::bounded))
        faults.add_broken({"6.1.4-1"}, *fault);
    else
        examine(bytes, sound, check, faults);
    check.faults = faults.faults();
    check.broken = faults.broken();
    check.claims = faults.claims();
    return check;
}

PdfCheck check_pdf(std::string_view bytes) {
    SoundStreams sound;
    return check_pdf(bytes, sound);
}

} // namespace presskit::verify
