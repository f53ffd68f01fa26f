// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/press.hpp"

#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/pdf_faults.hpp"
#include "stages/bundle/attachments.hpp"
#include "stages/formats/formats.hpp"
#include "stages/pictures/pictures.hpp"
#include "stages/plan/edition.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace presskit::cli {
namespace {

void find_images(const Blocks& blocks, std::vector<ShownImage>& out) {
    for (const Block& block : blocks)
        std::visit(
            [&](const auto& node) {
                using Node = std::decay_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Figure>) {
                    out.push_back({node.path, node.alternative_text, node.caption, node.credit});
                } else if constexpr (std::is_same_v<Node, List>) {
                    for (const ListItem& item : node.items) find_images(item.content, out);
                } else if constexpr (requires { Blocks{node.content}; }) {
                    find_images(node.content, out);
                }
            },
            block.node);
}

/// A name that nothing else has, so that equal pages are one file and a page that changes is another.
std::string preview_file(const Digest& digest) {
    return previews_folder + to_hex(digest).substr(0, 32) + ".png";
}

Result<std::string> packed(const std::vector<formats::Part>& parts, std::int64_t timestamp,
                           bundle::ZipDeflater& deflater) {
    std::vector<bundle::ZipEntry> entries;
    std::deque<bundle::DeflatedFile> made; // entries lead to what is in it
    for (const formats::Part& part : parts)
        if (bundle::is_compressed_already(part.name))
            entries.push_back({part.name, part.bytes});
        else {
            const bundle::DeflatedFile& file = part.recurs
                                                   ? deflater.deflate_once(part.bytes)
                                                   : made.emplace_back(deflater.deflate(part.bytes));
            entries.push_back({part.name, file.bytes, file.inflated});
        }
    return bundle::write_package(entries, timestamp);
}

Result<std::vector<MadeFormat>> formats_of(const Campaign& campaign, const Edition& edition,
                                           const std::optional<formats::CardFile>& card,
                                           std::int64_t timestamp, bundle::ZipDeflater& deflater) {
    std::vector<MadeFormat> out;
    const auto row =
        std::ranges::find(campaign.documents, edition.key.text.document, &DocumentRow::id);
    for (const auto& [format, text, parts] :
         formats::write_formats(campaign, edition, row->formats, card ? &*card : nullptr)) {
        if (parts.empty()) {
            bundle::DeflatedFile file = deflater.deflate(text);
            out.push_back({format, std::move(file.bytes), file.inflated, sha256(text)});
        } else {
            Result<std::string> package = packed(parts, timestamp, deflater);
            if (!package) return std::move(package.diagnostics);
            const Digest digest = sha256(*package);
            out.push_back({format, std::move(*package), std::nullopt, digest});
        }
    }
    return out;
}

} // namespace

namespace {

/// As `publish` will name it at the root of the site where the campaign has its kits' pages; empty where their
/// address does not tell that root.
std::string card_address(const std::string& site, const Digest& card) {
    constexpr std::string_view scheme = "https://";
    const std::string root = site.substr(0, site.find('{'));
    return root.size() > scheme.size() && root.ends_with('/') ? root + card_path(card) : std::string();
}

} // namespace

ImageRights card_rights(const Campaign& campaign) { return pictures::rights_of(campaign, {}); }

Press::Press(const Campaign& campaign, const Resources& resources,
             const compose::PatternLibrary& patterns, ScreenPictures& pictures, bool linearize)
    : campaign_(campaign),
      composer_(campaign, resources.fonts, patterns),
      writer_(resources.fonts, campaign.images, {campaign.pdf, linearize}),
      painter_(resources.fonts, [&pictures](const std::string& path) { return pictures.find(path); }) {}

Result<MadeCard> Press::make_card(const Edition& edition) {
    Result<Card> card = composer_.compose_card(edition);
    if (!card) return std::move(card.diagnostics);
    const ImageRights rights = card_rights(campaign_);
    MadeCard made{painter_.draw(card->page, card_width, campaign_.brand.paper, &rights),
                  std::move(card->words), {}};
    made.digest = sha256(made.png);
    return {std::move(made), std::move(card.diagnostics)};
}

std::vector<MadePreview> Press::draw_pages(const Pages& pages) {
    std::vector<MadePreview> previews;
    for (const Page& page : pages.pages) {
        MadePreview& made = previews.emplace_back();
        made.png = painter_.draw(page, preview_width, campaign_.brand.paper);
        const Digest digest = sha256(made.png);
        made.page = {preview_file(digest), made.png.size(), digest, preview_width,
                     preview::height_of(page, preview_width)};
    }
    return previews;
}

Result<MadeArtefact> Press::make(const PlannedArtefact& artefact, const ProductionRules& rules) {
    Result<Edition> edition = plan::make_edition(campaign_, artefact.edition);
    if (!edition) return std::move(edition.diagnostics);
    Result<Pages> pages = composer_.compose(*edition, rules.timestamp);
    append(edition.diagnostics, std::move(pages.diagnostics));
    if (!pages) return std::move(edition.diagnostics);
    const Attachments attachments =
        campaign_.pdf.attachments ? bundle::attachments_of(*edition, artefact.name) : Attachments{};
    Result<render::RenderedPdf> pdf = writer_.write(*pages, attachments);
    append(edition.diagnostics, std::move(pdf.diagnostics));
    if (!pdf) return std::move(edition.diagnostics);

    MadeArtefact made;
    made.digest = sha256(pdf->bytes);
    made.pdf = std::move(pdf->bytes);
    made.use = pdf->use;
    made.pages = static_cast<std::uint32_t>(pages->pages.size());
    made.title = edition->document.head.title;
    made.fallback_notice = edition->fallback_notice;
    made.release_notice = edition->release_notice;
    made.prevailing_notice = edition->prevailing_notice;
    find_images(edition->document.body, made.images);
    if (rules.take_preview) made.previews = draw_pages(*pages);
    pages->pages = {}; // of what is drawn no more is asked, and the judge takes as much memory again
    std::optional<formats::CardFile> card;
    if (edition->kind == DocumentKind::release) {
        Result<MadeCard> drawn = make_card(*edition);
        append(edition.diagnostics, std::move(drawn.diagnostics));
        if (!drawn) return std::move(edition.diagnostics);
        made.card = std::move(*drawn);
        card = {card_address(campaign_.site, made.card->digest), made.card->words};
    }
    Result<std::vector<MadeFormat>> others =
        formats_of(campaign_, *edition, card, rules.timestamp, deflater_);
    append(edition.diagnostics, std::move(others.diagnostics));
    if (!others) return std::move(edition.diagnostics);
    made.formats = std::move(*others);
    if (rules.pdf_checks != nullptr) {
        made.check = &rules.pdf_checks->check(made.pdf, made.digest);
        append(edition.diagnostics, pdf_faults(*made.check, artefact.name, *pages));
    }
    return {std::move(made), std::move(edition.diagnostics)};
}

} // namespace presskit::cli
