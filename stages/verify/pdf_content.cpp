// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/content_reader.hpp"
#include "stages/verify/limits.hpp"
#include "stages/verify/pdf_case.hpp"

#include <qpdf/QPDFPageObjectHelper.hh>

namespace presskit::verify {
namespace {

/// A page's content streams as the one that they are to be read as. ISO 32000-1 7.8.2.
std::optional<std::string> content_of(PdfCase& pdf, QPDFObjectHandle page) {
    std::string content;
    for (QPDFObjectHandle& part : to_list(page.getKey("/Contents"))) {
        auto bytes = part.isStream() ? pdf.decoded(part) : std::nullopt;
        if (!bytes) return std::nullopt;
        if (content.empty())
            content = std::move(*bytes);
        else
            content.append("\n").append(*bytes);
    }
    return content;
}

/// Every box of the page that it names, and the one that it must have.
void check_size(PdfCase& pdf, QPDFObjectHandle page, const std::string& where) {
    for (const char* key : {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"}) {
        const bool is_media = std::string_view(key) == "/MediaBox";
        QPDFObjectHandle box =
            is_media ? QPDFPageObjectHelper(page).getAttribute(key, false) : page.getKey(key);
        if (box.isNull() && !is_media) continue;
        bool fits = box.isRectangle();
        if (fits) {
            const auto sides = box.getArrayAsRectangle();
            for (const double side : {sides.urx - sides.llx, sides.ury - sides.lly})
                fits = fits && side >= min_page_side && side <= max_page_side;
        }
        if (!fits) pdf.broken({"6.1.13-6"}, where + "is smaller or larger than PDF/A allows");
    }
}

void check_page_entries(PdfCase& pdf, QPDFObjectHandle page, const std::string& where,
                        ContentUse& use) {
    const int key = to_int(page.getKey("/StructParents"), -1);
    if (key < 0)
        pdf.fault("verify.pdf-struct-parents",
                  where + "has no StructParents (ISO 32000-1 14.7.4.4)");
    else
        use.struct_parents[page.getObjectID()] = key;
    if (!page.hasKey("/Tabs"))
        pdf.broken({"28-008"}, where + "has no Tabs S");
    else if (to_name(page.getKey("/Tabs")) != "S")
        pdf.broken({"28-009"}, where + "has Tabs other than S");
    if (!page.getKey("/Resources").isDictionary())
        pdf.broken({"6.2.2-2"}, where + "has no Resources of its own");
    check_size(pdf, page, where);
}

} // namespace

ContentUse check_content(PdfCase& pdf) {
    ContentUse use;
    std::size_t number = 0;
    for (QPDFObjectHandle page : pdf.pages()) {
        const std::string where = "page " + std::to_string(++number) + ": ";
        check_page_entries(pdf, page, where, use);
        const auto content = content_of(pdf, page);
        if (!content) {
            pdf.fault("verify.pdf-content", where + "its content cannot be read");
            continue;
        }
        QPDFObjectHandle resources = QPDFPageObjectHelper(page).getAttribute("/Resources", false);
        ContentReader reader(pdf, resources, where, use);
        reader.read(*content);
        for (const int mcid : reader.mcids()) use.marked.insert({page.getObjectID(), mcid});
    }
    return use;
}

} // namespace presskit::verify
