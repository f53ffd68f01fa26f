// SPDX-License-Identifier: Apache-2.0
#include "stages/render/render.hpp"

#include "stages/render/attachments.hpp"
#include "stages/render/conformance.hpp"
#include "stages/render/content.hpp"
#include "stages/render/linearize.hpp"
#include "stages/render/metadata.hpp"
#include "stages/render/navigation.hpp"
#include "stages/render/store.hpp"
#include "stages/render/structure.hpp"
#include "stages/render/syntax.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

/// One document on its way into a file.
struct Job {
    const Pages& pages;
    const Attachments& attachments;
    PdfRules rules; ///< those of the campaign; without attachments if there are none
    DocumentFonts fonts;
    DocumentImages images;
    Deflater& deflater;
    SharedBytes profile;
    PdfFile file;
    StructureTargets targets;
    ImageNumbers image_numbers;
    ObjectId resources;
};

std::vector<StructureRole> roles_of_contents(const Pages& pages) {
    std::vector<StructureRole> roles;
    for (const ElementId owner : owners_of_contents(pages))
        roles.push_back(pages.elements[owner.value].role);
    return roles;
}

/// A soft mask makes a page transparent; its blending space is then stated (ISO 19005-2 6.2.10).
bool is_transparent(const Page& page, const DocumentImages& images) {
    return std::ranges::any_of(page.items, [&](const PageItem& item) {
        const auto* placed = std::get_if<PlacedImage>(&item.shape);
        return placed && images.find(placed->path)->second->mask;
    });
}

std::string page_entries(const Job& job, std::size_t index, ObjectId content) {
    const Page& page = job.pages.pages[index];
    std::string out = "/Type /Page\n/Parent ";
    append_reference(out, job.file.page_tree());
    out += "\n/MediaBox ";
    append_rectangle(out, {{}, {}, page.width, page.height}, page.height);
    out += "\n/Resources ";
    append_reference(out, job.resources);
    out += "\n/Contents ";
    append_reference(out, content);
    out += "\n/StructParents ";
    append_integer(out, static_cast<std::int64_t>(index));
    out += "\n/Tabs /S\n"; // ISO 14289-1 7.18.3
    std::string annotations;
    for (std::size_t link = 0; link < job.pages.links.size(); ++link) {
        if (job.pages.links[link].page != index) continue;
        append_reference(annotations, job.targets.annotations[link]);
        annotations += ' ';
    }
    if (!annotations.empty()) out += "/Annots [" + annotations + "]\n";
    if (is_transparent(page, job.images)) out += "/Group <</S /Transparency /CS /DeviceRGB>>\n";
    return out;
}

void write_pages(Job& job) {
    const std::size_t count = job.pages.pages.size();
    for (std::size_t i = 0; i < count; ++i) job.targets.pages.push_back(job.file.reserve());
    job.file.count_as(ByteUse::structure);
    for (std::size_t i = 0; i < job.pages.links.size(); ++i)
        job.targets.annotations.push_back(job.file.reserve());
    job.resources = job.file.reserve();
    for (const auto& [path, image] : job.images)
        job.image_numbers.emplace(path, static_cast<std::uint32_t>(job.image_numbers.size()));
    const std::vector<StructureRole> roles = roles_of_contents(job.pages);
    std::string kids;
    job.file.count_as(ByteUse::content);
    for (std::size_t i = 0; i < count; ++i) {
        PageContent content =
            write_content(job.pages.pages[i], roles, job.fonts, job.image_numbers);
        const ObjectId stream =
            job.file.add_stream("/Filter /FlateDecode\n", job.deflater.deflate(content.operators));
        job.targets.marks.push_back(std::move(content.marks));
        job.file.set(job.targets.pages[i], page_entries(job, i, stream));
        append_reference(kids, job.targets.pages[i]);
        kids += ' ';
    }
    job.file.set(job.file.page_tree(),
                 "/Type /Pages\n/Kids [" + kids + "]\n/Count " + std::to_string(count) + "\n");
}

/// After the pages: a font's codes are known when all its text is written.
void write_resources(Job& job) {
    job.file.count_as(ByteUse::fonts);
    std::string out = "/Font <<";
    FontWriter fonts(job.file, job.deflater);
    for (const auto& [id, font] : job.fonts) {
        out += "/F" + std::to_string(id.value) + ' ';
        append_reference(out, fonts.write(font));
        out += ' ';
    }
    out += ">>\n";
    job.file.count_as(ByteUse::images);
    if (!job.images.empty()) out += "/XObject <<";
    for (const auto& [path, image] : job.images) {
        out += "/I" + std::to_string(job.image_numbers.at(path)) + ' ';
        append_reference(out, write_image(job.file, *image));
        out += ' ';
    }
    if (!job.images.empty()) out += ">>\n";
    job.file.count_as(ByteUse::other);
    job.file.set(job.resources, std::move(out));
}

/// ISO 19005-2 6.2.3.
std::string output_intent(Job& job) {
    std::string out = "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                      " /Info (sRGB IEC61966-2.1) /DestOutputProfile ";
    append_reference(out, job.file.add_stream("/N 3\n/Filter /FlateDecode\n", job.profile));
    return out + ">>";
}

/// ISO 32000-1 7.7.2.
void write_catalog(Job& job) {
    PdfFile& file = job.file;
    const Metadata metadata(job.pages.properties);
    const bool is_pdf_2 = job.rules.standard == PdfStandard::ua_2_a_4;
    file.set(file.document_information(), information_entries(metadata));
    std::string out = "/Type /Catalog\n/Pages ";
    append_reference(out, file.page_tree());
    out += "\n/Lang ";
    append_text(out, metadata.language);
    out += "\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true";
    if (job.pages.direction == Direction::right_to_left) out += " /Direction /R2L";
    out += ">>\n/PageLabels <</Nums [0 <</S /D>>]>>\n/StructTreeRoot ";
    file.count_as(ByteUse::structure);
    const StructureObjects structure =
        write_structure(file, job.pages, job.targets, job.rules.standard);
    append_reference(out, structure.root);
    const StructureObjects* const aims = is_pdf_2 ? &structure : nullptr;
    write_links(file, job.pages, job.targets, aims);
    const ObjectId outline = write_outline(file, job.pages, job.targets.pages, aims);
    file.count_as(ByteUse::attachments);
    const std::string attached =
        write_attachments(file, job.attachments, metadata.timestamp, job.deflater);
    file.count_as(ByteUse::other);
    out += "\n/Metadata ";
    append_reference(out,
                     file.add_stream("/Type /Metadata\n/Subtype /XML\n",
                                     std::make_shared<const std::string>(xmp_packet(metadata, job.rules))));
    out += "\n/OutputIntents [" + output_intent(job) + "]\n" + attached;
    if (outline) {
        out += "/Outlines ";
        append_reference(out, outline);
        out += "\n/PageMode /UseOutlines\n";
    }
    file.set(file.catalog(), std::move(out));
}

} // namespace

PdfWriter::PdfWriter(const FontLibrary& fonts, const std::map<std::string, CampaignImage>& images,
                     const WriterOptions& options)
    : store_(std::make_unique<Store>(fonts, images)), options_(options) {}
PdfWriter::~PdfWriter() = default;
PdfWriter::PdfWriter(PdfWriter&&) noexcept = default;
PdfWriter& PdfWriter::operator=(PdfWriter&&) noexcept = default;

Result<RenderedPdf> PdfWriter::write(const Pages& pages, const Attachments& attachments) {
    if (Diagnostics faults = check(pages, store_->library, options_.rules.standard); !faults.empty()) return faults;
    auto fonts = store_->fonts_of(pages);
    auto images = store_->images_of(pages);
    append(fonts.diagnostics, std::move(images.diagnostics));
    if (!fonts || !images) return std::move(fonts.diagnostics);
    const PdfStandard standard = options_.rules.standard;
    Job job{pages,
            attachments,
            {standard, !attachments.empty()},
            std::move(*fonts),
            std::move(*images),
            store_->content_deflater,
            store_->profile,
            PdfFile(standard == PdfStandard::ua_2_a_4 ? PdfVersion::v2_0 : PdfVersion::v1_7),
            {},
            {},
            {}};
    write_pages(job);
    write_resources(job);
    write_catalog(job);
    auto pdf = job.file.save(store_->content_deflater);
    if (pdf && options_.linearize) {
        pdf->bytes = linearized(pdf->bytes);
        // What the order of objects and its hints cost is no document's own.
        pdf->use[ByteUse::other] += pdf->bytes.size() - pdf->use.total();
    }
    return pdf;
}

} // namespace presskit::render
