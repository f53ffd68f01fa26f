// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"
#include "stages/verify/object_entries.hpp"
#include "stages/verify/pdf_pictures.hpp"

#include <algorithm>
#include <array>

namespace presskit::verify {
namespace {

void check_name(PdfCase& pdf, std::string_view name) {
    if (name.size() - 1 > max_pdf_name) pdf.broken({"6.1.13-4"}, "a name has more than 127 bytes");
    const auto is_plain = [](char c) { return static_cast<signed char>(c) > 0; };
    if (!std::ranges::all_of(name, is_plain) && first_invalid_utf8(name))
        pdf.broken({"6.1.8-1"}, "the name " + in_backticks(name.substr(1)) + " is not UTF-8");
}

/// ISO 19005-2 6.1.13.
void check_limits(PdfCase& pdf, QPDFObjectHandle& object) {
    switch (object.getTypeCode()) {
    case ::ot_integer:
        if (object.getIntValue() < min_pdf_integer || object.getIntValue() > max_pdf_integer)
            pdf.broken({"6.1.13-1"}, "an integer is beyond 32 bits");
        return;
    case ::ot_real:
        if (object.getRealValue().size() > max_real_digits)
            pdf.broken({"6.1.13-2"}, "a real number is beyond what readers hold");
        return;
    case ::ot_string:
        if (object.getStringValue().size() > max_pdf_string)
            pdf.broken({"6.1.13-3"}, "a string has more than 32767 bytes");
        return;
    case ::ot_name: return check_name(pdf, object.getName());
    default: return;
    }
}

void check_direct(PdfCase& pdf, QPDFObjectHandle& object, int depth);

void check_members(PdfCase& pdf, ObjectEntries entries, int depth) {
    for (auto& [key, value] : entries) {
        check_name(pdf, key);
        check_entry(pdf, entries, key, value);
        if (!value.isIndirect()) check_direct(pdf, value, depth + 1);
    }
}

/// Dictionaries inside other direct objects; indirect ones have their own turn.
void check_direct(PdfCase& pdf, QPDFObjectHandle& object, int depth) {
    if (depth > max_object_depth)
        return pdf.fault("verify.pdf-depth", "objects are nested too deeply");
    switch (object.getTypeCode()) {
    case ::ot_dictionary: return check_members(pdf, object.getDictAsMap(), depth);
    case ::ot_array:
        for (QPDFObjectHandle& item : object.getArrayAsVector())
            if (!item.isIndirect()) check_direct(pdf, item, depth + 1);
        return;
    default: return check_limits(pdf, object);
    }
}

void check_filters(PdfCase& pdf, QPDFObjectHandle dictionary) {
    constexpr std::array<std::string_view, 3> allowed{"FlateDecode", "DCTDecode", "ASCIIHexDecode"};
    const auto filters = to_list(dictionary.getKey("/Filter"));
    for (const QPDFObjectHandle& filter : filters)
        if (std::ranges::find(allowed, to_name(filter)) == allowed.end())
            pdf.broken({"6.1.7.2-1"}, "a stream has the filter " + in_backticks(to_name(filter)) +
                                          ", which no kit has");
    if (filters.size() > 2) pdf.fault("verify.pdf-filter", "a stream has more than two filters");
}

/// A form XObject whose marked content would belong to several places. ISO 14289-1 7.20.
void check_form_content(PdfCase& pdf, QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    if (to_name(dictionary.getKey("/Subtype")) != "Form") return;
    const auto content = pdf.decoded(stream);
    if (dictionary.hasKey("/StructParents") || dictionary.hasKey("/StructParent") ||
        (content && content->find("/MCID") != std::string::npos))
        pdf.broken({"30-002"}, "a form XObject holds tagged content");
}

void check_stream(PdfCase& pdf, QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
        if (dictionary.hasKey(key)) pdf.broken({"6.1.7.1-2"}, "a stream lies outside the file");
    check_filters(pdf, dictionary);
    check_form_content(pdf, stream);
}

} // namespace

std::vector<QPDFObjectHandle> check_objects(PdfCase& pdf) {
    std::vector<QPDFObjectHandle> streams;
    PdfPictures pictures(pdf);
    for (const QPDFObjGen& number : pdf.objects()) {
        QPDFObjectHandle object = pdf.pdf().getObject(number);
        if (!object.isStream()) {
            check_direct(pdf, object, 0);
            continue;
        }
        QPDFObjectHandle dictionary = object.getDict();
        // Object and cross-reference streams were read before all others: cross_references.hpp.
        const std::string type = to_name(dictionary.getKey("/Type"));
        if (type == "ObjStm" || type == "XRef") continue;
        check_direct(pdf, dictionary, 0);
        check_stream(pdf, object);
        pictures.see(object);
        streams.push_back(std::move(object));
    }
    pictures.finish();
    return streams;
}

void check_decoding(PdfCase& pdf, const std::vector<QPDFObjectHandle>& streams) {
    for (const QPDFObjectHandle& stream : streams) static_cast<void>(pdf.decodes(stream));
}

} // namespace presskit::verify
