// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/object_entries.hpp"

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

/// ISO 32000-1 11.3.5.
bool is_blend_mode(const std::string& name) {
    constexpr std::array<std::string_view, 17> names{
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
    return std::ranges::find(names, name) != names.end();
}

void check_action(PdfCase& pdf, const QPDFObjectHandle& value) {
    const std::string action = to_name(value);
    if (is_forbidden_action(action)) pdf.broken({"6.5.1-1"}, "there is a " + action + " action");
    if (action == "Named") pdf.broken({"6.5.1-2"}, "there is a named action, which no kit has");
}

void check_script(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.5.1-1"}, "there is a JavaScript action");
}
void check_additional_actions(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.5.2-1"}, "there are additional actions");
}
void check_attachment(PdfCase& pdf, const QPDFObjectHandle&) {
    if (pdf.may_attach()) return; // check_attachments looks at them
    pdf.broken({"21-001", "6.8-1"}, "a file is embedded that may not be");
}
void check_embedded_file(PdfCase& pdf, const QPDFObjectHandle& value) {
    pdf.count_embedded_file();
    check_attachment(pdf, value);
}
void check_form(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.4.1-1"}, "there is a form, which no kit has");
}
void check_xfa(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"25-001", "6.4.2-1"}, "there is an XFA form, which no kit has");
}
void check_collection(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.fault("verify.pdf-form", "there is a Collection, which no kit has");
}
void check_presentation(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.10-2"}, "a page has presentation steps");
}
void check_interpolate(PdfCase& pdf, const QPDFObjectHandle& value) {
    if (QPDFObjectHandle(value).isBool() && QPDFObjectHandle(value).getBoolValue())
        pdf.broken({"6.2.8-1"}, "an image is interpolated");
}
void check_alternates(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.2.8-2"}, "an image has alternates");
}
void check_opi(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.2.8-3"}, "an image has OPI");
}
void check_blend_mode(PdfCase& pdf, const QPDFObjectHandle& value) {
    for (const QPDFObjectHandle& mode : to_list(value))
        if (!is_blend_mode(to_name(mode)))
            pdf.broken({"6.2.10-1"}, "there is the blend mode " + in_backticks(to_name(mode)));
}
void check_transfer(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.2.5-1"}, "a graphics state has a transfer function");
}
void check_transfer_or_default(PdfCase& pdf, const QPDFObjectHandle& value) {
    if (to_name(value) != "Default") check_transfer(pdf, value);
}
void check_halftone(PdfCase& pdf, const QPDFObjectHandle&) {
    pdf.broken({"6.2.5-2"}, "a graphics state has a halftone");
}
void check_intent(PdfCase& pdf, const QPDFObjectHandle& value) {
    // An optional-content group has an Intent, too: View or Design.
    if (QPDFObjectHandle(value).isName() && !is_rendering_intent(to_name(value)))
        pdf.broken({"6.2.6-2"},
                   "an object names the rendering intent " + in_backticks(to_name(value)));
}

struct EntryRule {
    std::string_view key;
    void (*check)(PdfCase&, const QPDFObjectHandle&) = nullptr;
};

constexpr std::array<EntryRule, 22> entry_rules{{{"/AA", check_additional_actions},
                                                 {"/AF", check_attachment},
                                                 {"/AcroForm", check_form},
                                                 {"/Alternates", check_alternates},
                                                 {"/BM", check_blend_mode},
                                                 {"/Collection", check_collection},
                                                 {"/EF", check_embedded_file},
                                                 {"/EmbeddedFiles", check_attachment},
                                                 {"/HT", check_halftone},
                                                 {"/HTP", check_halftone},
                                                 {"/Intent", check_intent},
                                                 {"/Interpolate", check_interpolate},
                                                 {"/JS", check_script},
                                                 {"/OPI", check_opi},
                                                 {"/PresSteps", check_presentation},
                                                 {"/RI", check_intent},
                                                 {"/S", check_action},
                                                 {"/TR", check_transfer},
                                                 {"/TR2", check_transfer_or_default},
                                                 {"/XFA", check_xfa},
                                                 {"/XFAResources", check_xfa},
                                                 {"/XFDF", check_form}}};
static_assert(std::ranges::is_sorted(entry_rules, {}, &EntryRule::key));

bool is_name(const ObjectEntries& entries, const std::string& key, std::string_view name) {
    const auto found = entries.find(key);
    return found != entries.end() && to_name(found->second) == name;
}

void check_image(PdfCase& pdf, const ObjectEntries& entries) {
    const int bits = to_int(entry(entries, "/BitsPerComponent"), 8);
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
        pdf.broken({"6.2.8-4"}, "an image has " + std::to_string(bits) + " bits a component");
    const std::string space = to_name(entry(entries, "/ColorSpace"));
    if (!is_device_colour_known(space, pdf.output_components()))
        pdf.broken({"6.2.4.3-2"}, "an image is coloured in " + in_backticks(space) +
                                      ", which the output intent does not have");
}

void check_xobject(PdfCase& pdf, const ObjectEntries& entries) {
    if (to_name(entry(entries, "/Subtype")) == "PS" ||
        to_name(entry(entries, "/Subtype2")) == "PS" || entries.contains("/PS"))
        pdf.broken({"6.2.9-1"}, "there is a PostScript XObject");
    if (entries.contains("/Ref")) pdf.broken({"30-001", "6.2.9-2"}, "there is a reference XObject");
}

} // namespace

QPDFObjectHandle entry(const ObjectEntries& entries, const std::string& key) {
    const auto found = entries.find(key);
    return found == entries.end() ? QPDFObjectHandle() : found->second;
}

void check_entry(PdfCase& pdf, std::string_view key, const QPDFObjectHandle& value) {
    const auto rule = std::ranges::lower_bound(entry_rules, key, {}, &EntryRule::key);
    if (rule != entry_rules.end() && rule->key == key) rule->check(pdf, value);
}

void check_dictionary(PdfCase& pdf, const ObjectEntries& entries) {
    static const std::string subtype = "/Subtype", type = "/Type", kind = "/S";
    if (is_name(entries, subtype, "Image")) check_image(pdf, entries);
    if (is_name(entries, type, "XObject")) check_xobject(pdf, entries);
    if (is_name(entries, kind, "Transparency") && !entries.contains("/CS"))
        pdf.broken({"6.2.10-2"}, "a transparency group has no blending colour space");
}

} // namespace presskit::verify
