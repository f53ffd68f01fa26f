// SPDX-License-Identifier: Apache-2.0
/// What readers that are not presskit's find in a PDF: read_pdf.py, as values.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::e2e {

/// A structure element with the inline ones in it. `path` names the types above it and its own
/// ("Document/L/LI/Lbl"); white space of `text` is collapsed and its ends are trimmed; `marks` are
/// the words of references in it; `page` counts from 1, 0 where the reader does not say.
struct TextBlock {
    std::string path, text;
    std::vector<std::string> marks;
    int page = 0;
    std::string type() const { return path.substr(path.rfind('/') + 1); }
};

/// Text that no screen reader says. `kind` is "Artifact Header", "Artifact Layout", …; each run of
/// it is a line of `text`.
struct PageArtefact {
    std::string kind, text;
    int page = 0;
};

/// A page with words from right to left: its words, sorted, as painted and as pdftotext has them.
struct MixedPage {
    std::size_t page = 0; ///< from 0
    std::vector<std::string> painted, seen;
};

/// `check` is empty where `qpdf --check` is content. `pages` is the text in painting order, with
/// U+000B where a line or piece ends; `mupdf` and `poppler_pages` are the same as
/// those read it from the places of the letters.
struct PdfReading {
    std::string file, check;
    std::vector<TextBlock> blocks, poppler;
    std::vector<PageArtefact> artefacts;
    std::vector<std::string> pages, mupdf, poppler_pages;
    std::vector<MixedPage> mixed;
    std::vector<std::string> untagged; ///< content that the tree does not reach
};

/// Throws std::runtime_error if a reader cannot read a file at all.
std::vector<PdfReading> read_pdfs(const std::vector<std::filesystem::path>& files);

/// The blocks that hold the author's words, in reading order, terms of a glossary too; the labels of
/// lists and notes without letters; the
/// marks that refer to notes. Entries of a table of contents and pages in an index are in none of them, nor what stands in a
/// Figure, whose alternative text is said instead.
std::vector<std::string> words_of(const std::vector<TextBlock>& blocks);
std::vector<std::string> labels_of(const std::vector<TextBlock>& blocks);
std::vector<std::string> marks_of(const std::vector<TextBlock>& blocks);

/// White space of any kind becomes one space; none at the ends; soft hyphens go.
std::string collapsed(std::string_view text);
/// Without white space of any kind and soft hyphens.
std::string without_space(std::string_view text);

} // namespace presskit::e2e
