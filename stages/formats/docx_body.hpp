// SPDX-License-Identifier: Apache-2.0
/// The blocks of a copy as WordprocessingML.
#pragma once

#include "stages/formats/docx_runs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::formats {

/// Writes blocks for one part of the package and remembers the lists and pictures they need.
class DocxBody {
  public:
    DocxBody(const Copy& copy, DocxPlaces& places) : copy_(copy), places_(places), runs_(copy, places) {}

    std::string blocks(const Blocks& all);
    /// The blocks of a note, in its type.
    std::string note_blocks(const Blocks& all) { return styled("FootnoteText", all); }
    DocxRuns& runs() { return runs_; }
    /// Where each ordered list begins, in the order of their numbers; numbering 1 is for bullets.
    const std::vector<int>& list_starts() const { return list_starts_; }
    /// Paths of pictures in the campaign, in the order of their parts ("word/media/image1.png").
    const std::vector<const CampaignImage*>& pictures() const { return pictures_; }
    /// Stands before the words of the next paragraph.
    void lead(std::string runs) { lead_ = std::move(runs); }

  private:
    std::string paragraph(std::string_view style, std::string runs);
    std::string write(const Paragraph& node);
    std::string write(const Heading& node);
    std::string write(const List& node);
    std::string write(const BlockQuote& node) { return styled("Quote", node.content); }
    std::string write(const Callout& node);
    std::string write(const Conditional& node) { return blocks(node.content); }
    std::string write(const Section& node);
    std::string write(const Table& node) { return table(node, false); }
    std::string write(const Chart& node);
    std::string write(const Figure& node);
    std::string write(const CodeBlock& node);
    std::string write(const ThematicBreak&) { return {}; }

    std::string styled(std::string_view style, const Blocks& content);
    std::string table(const Table& node, bool row_names);
    std::string row(const Table& table, const TableRow& row, bool header, bool named);
    std::string cell(const TableCell& node, Alignment align, bool head);
    std::string drawing(const CampaignImage& image, const Figure& figure);
    std::string words(std::string_view text, bool bold = false) const;

    const Copy& copy_;
    DocxPlaces& places_;
    DocxRuns runs_;
    std::vector<int> list_starts_;
    std::vector<const CampaignImage*> pictures_;
    std::string lead_;
    std::string_view style_ = "BodyText"; ///< of paragraphs
    int depth_ = 0;                       ///< of lists
    int list_ = 0;                        ///< numbering of an item that has not begun yet
};

} // namespace presskit::formats
