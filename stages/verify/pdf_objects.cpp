// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

/// ISO 19005-2 6.5.1, and those that act on another file.
bool is_forbidden_action(const std::string& name) {
    constexpr std::array<std::string_view, 16> names{
        "JavaScript", "Launch", "ImportData", "ResetForm",       "SubmitForm",  "Sound",
        "Movie",      "Hide",   "Rendition",  "Trans",           "SetOCGState", "GoTo3DView",
        "GoToE",      "GoToR",  "Thread",     "RichMediaExecute"};
    return std::ranges::find(names, name) != names.end();
}

void check_actions(PdfCase& pdf, QPDFObjectHandle& dictionary) {
    const std::string action = to_name(dictionary.getKey("/S"));
    if (is_forbidden_action(action) || dictionary.hasKey("/JS"))
        pdf.fault("verify.pdf-action", "PDF/A-2a: there is a " +
                                           (action.empty() ? "JavaScript" : action) +
                                           " action (ISO 19005-2 6.5.1)");
    if (dictionary.hasKey("/AA"))
        pdf.fault("verify.pdf-action",
                  "PDF/A-2a: there are additional actions (ISO 19005-2 6.5.2)");
}

void check_attachments(PdfCase& pdf, QPDFObjectHandle& dictionary) {
    for (const char* key : {"/EF", "/EmbeddedFiles", "/AF"})
        if (dictionary.hasKey(key))
            pdf.fault("verify.pdf-embedded-file", "there is an embedded file, which no kit has");
    for (const char* key : {"/AcroForm", "/XFA", "/Collection"})
        if (dictionary.hasKey(key))
            pdf.fault("verify.pdf-form", "there is " + std::string(key + 1) + ", which no kit has");
}

void check_image(PdfCase& pdf, QPDFObjectHandle& dictionary) {
    QPDFObjectHandle interpolate = dictionary.getKey("/Interpolate");
    if (interpolate.isBool() && interpolate.getBoolValue())
        pdf.fault("verify.pdf-interpolate",
                  "PDF/A-2a: an image is interpolated (ISO 19005-2 6.2.8)");
    if (dictionary.hasKey("/Alternates") || dictionary.hasKey("/OPI"))
        pdf.fault("verify.pdf-image",
                  "PDF/A-2a: an image has alternates or OPI (ISO 19005-2 6.2.8)");
}

void check_dictionary(PdfCase& pdf, QPDFObjectHandle dictionary) {
    check_actions(pdf, dictionary);
    check_attachments(pdf, dictionary);
    const std::string type = to_name(dictionary.getKey("/Type"));
    const std::string subtype = to_name(dictionary.getKey("/Subtype"));
    if (subtype == "Image") check_image(pdf, dictionary);
    if (type == "XObject" && (subtype == "PS" || dictionary.hasKey("/Ref")))
        pdf.ua_fault("verify.pdf-xobject", "there is a PostScript or reference XObject", "30-001");
}

/// Dictionaries inside other direct objects; indirect ones have their own turn.
void check_direct(PdfCase& pdf, QPDFObjectHandle object, int depth) {
    if (depth > max_object_depth)
        return pdf.fault("verify.pdf-depth", "objects are nested too deeply");
    if (object.isDictionary()) {
        check_dictionary(pdf, object);
        for (const auto& [key, value] : object.getDictAsMap())
            if (!QPDFObjectHandle(value).isIndirect()) check_direct(pdf, value, depth + 1);
    } else if (object.isArray()) {
        for (QPDFObjectHandle& item : object.getArrayAsVector())
            if (!item.isIndirect()) check_direct(pdf, item, depth + 1);
    }
}

void check_stream(PdfCase& pdf, QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
        if (dictionary.hasKey(key))
            pdf.fault("verify.pdf-stream",
                      "PDF/A-2a: a stream lies outside the file (ISO 19005-2 6.1.7.1)");
    constexpr std::array<std::string_view, 3> allowed{"FlateDecode", "DCTDecode", "ASCIIHexDecode"};
    for (QPDFObjectHandle& filter : to_list(dictionary.getKey("/Filter")))
        if (std::ranges::find(allowed, to_name(filter)) == allowed.end())
            return pdf.fault("verify.pdf-filter", "a stream has the filter " +
                                                      in_backticks(to_name(filter)) +
                                                      ", which no kit has");
    if (to_list(dictionary.getKey("/Filter")).size() > 2)
        return pdf.fault("verify.pdf-filter", "a stream has more than two filters");
    static_cast<void>(pdf.decodes(stream));
}

} // namespace

void check_objects(PdfCase& pdf) {
    for (QPDFObjectHandle& object : pdf.pdf().getAllObjects()) {
        // Object and cross-reference streams were read before all others: cross_references.hpp.
        const std::string type =
            object.isStream() ? to_name(object.getDict().getKey("/Type")) : std::string();
        if (type == "ObjStm" || type == "XRef") continue;
        check_direct(pdf, object.isStream() ? object.getDict() : object, 0);
        if (object.isStream()) check_stream(pdf, object);
    }
}

} // namespace presskit::verify
