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

bool is_name(const ObjectEntries& entries, const std::string& key, std::string_view name) {
    const auto found = entries.find(key);
    return found != entries.end() && to_name(found->second) == name;
}

/// A dictionary, and the value of the entry whose key a rule is about.
struct SeenEntry {
    const ObjectEntries& entries;
    QPDFObjectHandle& value;
};

/// S is the kind of an action, and of a transparency group.
void check_kind(PdfCase& pdf, const SeenEntry& seen) {
    const std::string kind = to_name(seen.value);
    if (is_forbidden_action(kind)) pdf.broken({"6.5.1-1"}, "there is a " + kind + " action");
    if (kind == "Named") pdf.broken({"6.5.1-2"}, "there is a named action, which no kit has");
    if (kind == "Transparency" && !seen.entries.contains("/CS"))
        pdf.broken({"6.2.10-2"}, "a transparency group has no blending colour space");
}

void check_script(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.5.1-1"}, "there is a JavaScript action");
}
void check_additional_actions(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.5.2-1"}, "there are additional actions");
}
void check_attachment(PdfCase& pdf, const SeenEntry&) {
    if (pdf.may_attach()) return; // check_attachments looks at them
    pdf.broken({"21-001", "6.8-1"}, "a file is embedded that may not be");
}
void check_embedded_file(PdfCase& pdf, const SeenEntry& seen) {
    pdf.count_embedded_file();
    check_attachment(pdf, seen);
}
void check_form(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.4.1-1"}, "there is a form, which no kit has");
}
void check_xfa(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"25-001", "6.4.2-1"}, "there is an XFA form, which no kit has");
}
void check_collection(PdfCase& pdf, const SeenEntry&) {
    pdf.fault("verify.pdf-form", "there is a Collection, which no kit has");
}
void check_presentation(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.10-2"}, "a page has presentation steps");
}
void check_interpolate(PdfCase& pdf, const SeenEntry& seen) {
    if (seen.value.isBool() && seen.value.getBoolValue())
        pdf.broken({"6.2.8-1"}, "an image is interpolated");
}
void check_alternates(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.2.8-2"}, "an image has alternates");
}
void check_opi(PdfCase& pdf, const SeenEntry&) { pdf.broken({"6.2.8-3"}, "an image has OPI"); }
void check_blend_mode(PdfCase& pdf, const SeenEntry& seen) {
    for (const QPDFObjectHandle& mode : to_list(seen.value))
        if (!is_blend_mode(to_name(mode)))
            pdf.broken({"6.2.10-1"}, "there is the blend mode " + in_backticks(to_name(mode)));
}
void check_transfer(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.2.5-1"}, "a graphics state has a transfer function");
}
void check_transfer_or_default(PdfCase& pdf, const SeenEntry& seen) {
    if (to_name(seen.value) != "Default") check_transfer(pdf, seen);
}
void check_halftone(PdfCase& pdf, const SeenEntry&) {
    pdf.broken({"6.2.5-2"}, "a graphics state has a halftone");
}
void check_intent(PdfCase& pdf, const SeenEntry& seen) {
    // An optional-content group has an Intent, too: View or Design.
    if (seen.value.isName() && !is_rendering_intent(to_name(seen.value)))
        pdf.broken({"6.2.6-2"},
                   "an object names the rendering intent " + in_backticks(to_name(seen.value)));
}

/// What is painted, and in which fonts and colours, is asked of the content of pages alone.
void refuse_inner_content(PdfCase& pdf, const std::string& what) {
    pdf.fault("verify.pdf-inner-content", "there is a " + what + ", which no kit has");
}
void check_pattern(PdfCase& pdf, const SeenEntry&) { refuse_inner_content(pdf, "pattern"); }
void check_shading(PdfCase& pdf, const SeenEntry&) { refuse_inner_content(pdf, "shading"); }

void check_image(PdfCase& pdf, const SeenEntry& seen) {
    const int bits = to_int(entry(seen.entries, "/BitsPerComponent"), 8);
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
        pdf.broken({"6.2.8-4"}, "an image has " + std::to_string(bits) + " bits a component");
    const std::string space = to_name(entry(seen.entries, "/ColorSpace"));
    if (!is_device_colour_known(space, pdf.output_components()))
        pdf.broken({"6.2.4.3-2"}, "an image is coloured in " + in_backticks(space) +
                                      ", which the output intent does not have");
}

void check_subtype(PdfCase& pdf, const SeenEntry& seen) {
    const std::string type = to_name(seen.value);
    if (type == "Image") check_image(pdf, seen);
    if (type == "Form") refuse_inner_content(pdf, "form XObject");
}

void check_xobject(PdfCase& pdf, const SeenEntry& seen) {
    if (to_name(seen.value) != "XObject") return;
    if (is_name(seen.entries, "/Subtype", "PS") || is_name(seen.entries, "/Subtype2", "PS") ||
        seen.entries.contains("/PS"))
        pdf.broken({"6.2.9-1"}, "there is a PostScript XObject");
    if (seen.entries.contains("/Ref"))
        pdf.broken({"30-001", "6.2.9-2"}, "there is a reference XObject");
}

struct EntryRule {
    std::string_view key;
    void (*check)(PdfCase&, const SeenEntry&) = nullptr;
};

/// Short keys first: nearly all keys of a file are other than these, and most are told by their length.
constexpr auto key_order = [](std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
};

constexpr std::array<EntryRule, 26> entry_rules{{{"/S", check_kind},
                                                 {"/AA", check_additional_actions},
                                                 {"/AF", check_attachment},
                                                 {"/BM", check_blend_mode},
                                                 {"/EF", check_embedded_file},
                                                 {"/HT", check_halftone},
                                                 {"/JS", check_script},
                                                 {"/RI", check_intent},
                                                 {"/TR", check_transfer},
                                                 {"/HTP", check_halftone},
                                                 {"/OPI", check_opi},
                                                 {"/TR2", check_transfer_or_default},
                                                 {"/XFA", check_xfa},
                                                 {"/Type", check_xobject},
                                                 {"/XFDF", check_form},
                                                 {"/Intent", check_intent},
                                                 {"/Subtype", check_subtype},
                                                 {"/AcroForm", check_form},
                                                 {"/PresSteps", check_presentation},
                                                 {"/Alternates", check_alternates},
                                                 {"/Collection", check_collection},
                                                 {"/Interpolate", check_interpolate},
                                                 {"/PatternType", check_pattern},
                                                 {"/ShadingType", check_shading},
                                                 {"/XFAResources", check_xfa},
                                                 {"/EmbeddedFiles", check_attachment}}};
static_assert(std::ranges::is_sorted(entry_rules, key_order, &EntryRule::key));

} // namespace

QPDFObjectHandle entry(const ObjectEntries& entries, const std::string& key) {
    const auto found = entries.find(key);
    return found == entries.end() ? QPDFObjectHandle() : found->second;
}

void check_entry(PdfCase& pdf, const ObjectEntries& entries, std::string_view key,
                 QPDFObjectHandle& value) {
    const auto rule = std::ranges::lower_bound(entry_rules, key, key_order, &EntryRule::key);
    if (rule != entry_rules.end() && rule->key == key) rule->check(pdf, {entries, value});
}

} // namespace presskit::verify
