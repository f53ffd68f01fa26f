// SPDX-License-Identifier: Apache-2.0
/// What a designer decides, as data from brand.yaml.
#pragma once

#include "pipeline/base/source.hpp"
#include "pipeline/base/units.hpp"
#include "stages/model/brand_looks.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/model/locale.hpp"
#include "stages/model/page_format.hpp"
#include "stages/model/text_style.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

/// A font file of the brand: one of the campaign's own (`brand/fonts/X.ttf`) or one that a Debian
/// package installs (`truetype/noto/NotoSans-Regular.ttf` below /usr/share/fonts).
struct FontFile {
    std::string path;    ///< in the campaign, or below the system's font folder
    std::string package; ///< the Debian package that installs it; empty for the campaign's own
    Span span;
    int face = 0; ///< of a collection, from 1 on; 0 where the file is one font
    auto operator<=>(const FontFile&) const = default;

    /// What a FontLibrary knows it by: no path has a #.
    std::string name() const { return face == 0 ? path : path + "#" + std::to_string(face); }
};

/// Four faces; `fallback` names other families tried in order for characters these lack. Its type is
/// `scale` percent of the size a style says: what looks as large beside other families' may not be so.
struct FontFamily {
    FontFile regular, italic, bold, bold_italic;
    std::vector<std::string> fallback;
    Span span;
    int scale = 100;
};

/// How lists below the heading of a group that acts are numbered.
enum class RecommendationNumbers { by_group, continuous };

/// The brand's settings for one document kind.
struct KindLayout {
    Masthead masthead;
    RecommendationNumbers recommendations = RecommendationNumbers::by_group;
    bool cover = false;             ///< masthead fills a page of its own
    bool table_of_contents = false;
    int contents_depth = 3;         ///< heading levels listed, counted from the sections
    bool numbered_headings = false;
    bool contact_card = false;      ///< the campaign's contacts, where the text has no contact block
    GridSpans spans{};

    const std::optional<ColumnSpan>& columns(GridPlace place) const {
        return spans[static_cast<std::size_t>(place)];
    }
};

/// `width` on the page; `clear_space` is kept free on all sides. `path` is in the campaign.
struct Logo {
    std::string path;
    LocalizedText alternative_text;
    Length width, clear_space;
    Span span;
};

/// The logo of a partner in some countries: it stands at the foot of their own documents and in the
/// images of their kits.
struct PartnerLogo {
    Logo logo;
    std::vector<CountryCode> countries;
};

/// A drawing that stands before the heading of a group, in the group's colour; `path` is in the
/// campaign.
struct ActorSymbol {
    std::string path;
    Span span;
};

enum class DocumentKind { release, sheet, guide };
inline constexpr std::size_t document_kind_count = 3;

struct Brand {
    std::string id;
    std::map<std::string, Color> palette;  ///< the designer's names; see the roles below
    Color paper, ink, accent, accent_ink, muted, rule, tint, warning; ///< resolved palette roles
    std::map<std::string, Color> actor_colors; ///< by actor name, for the groups of a sheet
    std::map<std::string, ActorSymbol> actor_symbols; ///< by actor name; of those that have one
    std::map<std::string, FontFamily> families;
    std::string code_family; ///< of code; empty for that of the text around it
    std::array<TextStyle, style_role_count> styles;
    std::array<KindLayout, document_kind_count> layouts;
    PageFormat page;
    bool optical_margins = true; ///< hyphens, quotation marks and stops hang into the margins
    int glyph_scaling = 2; ///< by how many percent letters of a justified line may be wider or narrower
    std::optional<Logo> logo;
    std::vector<PartnerLogo> partners;
    CoverPage cover;
    PartLook parts;
    FurnitureLine header, footer; ///< of all pages but a cover; the header not on a first page
    CalloutLook callout;
    TableLook table;
    ListLook list;
    Length qr_code{62'000}; ///< side of the QR code beside the contacts; none for zero
    HeadingLook headings;
    GroupLook groups;
    KeyFigures key_figures;
    PullQuoteLook pull_quote;

    const TextStyle& style(StyleRole role) const { return styles[static_cast<std::size_t>(role)]; }
    const KindLayout& layout(DocumentKind kind) const { return layouts[static_cast<std::size_t>(kind)]; }
    /// Where something stands in documents of a kind.
    GridRoom room(DocumentKind kind, GridPlace place) const {
        const ColumnSpan all{1, page.grid.columns};
        return room_of(page.grid, layout(kind).columns(place).value_or(all), page.width_between_margins());
    }
};

} // namespace presskit
