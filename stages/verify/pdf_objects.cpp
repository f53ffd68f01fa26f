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

void check_action(PdfCase& pdf, const std::string& action) {
    if (is_forbidden_action(action))
        pdf.fault("verify.pdf-action",
                  "PDF/A-2a: there is a " + action + " action (ISO 19005-2 6.5.1)");
}

void check_interpolate(PdfCase& pdf, QPDFObjectHandle value) {
    if (value.isBool() && value.getBoolValue())
        pdf.fault("verify.pdf-interpolate",
                  "PDF/A-2a: an image is interpolated (ISO 19005-2 6.2.8)");
}

/// What an entry means by its key alone, wherever it stands.
void check_entry(PdfCase& pdf, std::string_view key, const QPDFObjectHandle& value) {
    if (key == "/S")
        check_action(pdf, to_name(value));
    else if (key == "/JS")
        pdf.fault("verify.pdf-action",
                  "PDF/A-2a: there is a JavaScript action (ISO 19005-2 6.5.1)");
    else if (key == "/AA")
        pdf.fault("verify.pdf-action",
                  "PDF/A-2a: there are additional actions (ISO 19005-2 6.5.2)");
    else if (key == "/EF" || key == "/EmbeddedFiles" || key == "/AF")
        pdf.fault("verify.pdf-embedded-file", "there is an embedded file, which no kit has");
    else if (key == "/AcroForm" || key == "/XFA" || key == "/Collection")
        pdf.fault("verify.pdf-form",
                  "there is " + std::string(key.substr(1)) + ", which no kit has");
    else if (key == "/Interpolate")
        check_interpolate(pdf, value);
    else if (key == "/Alternates" || key == "/OPI")
        pdf.fault("verify.pdf-image",
                  "PDF/A-2a: an image has alternates or OPI (ISO 19005-2 6.2.8)");
}

using Entries = std::map<std::string, QPDFObjectHandle>;

void check_type(PdfCase& pdf, const Entries& entries) {
    const auto type = entries.find("/Type");
    if (type == entries.end()) return;
    const std::string name = to_name(type->second);
    if (name == "XObject" &&
        (entries.contains("/Ref") ||
         (entries.contains("/Subtype") && to_name(entries.at("/Subtype")) == "PS")))
        pdf.ua_fault("verify.pdf-xobject", "there is a PostScript or reference XObject", "30-001");
}

/// Dictionaries inside other direct objects; indirect ones have their own turn.
void check_direct(PdfCase& pdf, const QPDFObjectHandle& object, int depth) {
    QPDFObjectHandle handle = object;
    if (depth > max_object_depth)
        return pdf.fault("verify.pdf-depth", "objects are nested too deeply");
    if (handle.isDictionary()) {
        const Entries entries = handle.getDictAsMap();
        check_type(pdf, entries);
        for (const auto& [key, value] : entries) {
            check_entry(pdf, key, value);
            if (!QPDFObjectHandle(value).isIndirect()) check_direct(pdf, value, depth + 1);
        }
    } else if (handle.isArray()) {
        for (QPDFObjectHandle& item : handle.getArrayAsVector())
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
    for (const QPDFObjGen& number : pdf.objects()) {
        QPDFObjectHandle object = pdf.pdf().getObject(number);
        // Object and cross-reference streams were read before all others: cross_references.hpp.
        const std::string type =
            object.isStream() ? to_name(object.getDict().getKey("/Type")) : std::string();
        if (type == "ObjStm" || type == "XRef") continue;
        check_direct(pdf, object.isStream() ? object.getDict() : object, 0);
        if (object.isStream()) check_stream(pdf, object);
    }
}

} // namespace presskit::verify
