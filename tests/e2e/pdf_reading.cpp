// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/pdf_reading.hpp"

#include "tests/e2e/workbench.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace presskit::e2e {
namespace {

using Json = nlohmann::json;

TextBlock block_of(const Json& block) {
    TextBlock out{block["path"], collapsed(block["text"].get<std::string>()), block["marks"], 0};
    if (const auto page = block.find("page"); page != block.end() && page->is_number())
        out.page = *page;
    return out;
}

std::vector<TextBlock> blocks_of(const Json& blocks) {
    std::vector<TextBlock> out;
    for (const Json& block : blocks) out.push_back(block_of(block));
    return out;
}

} // namespace

std::vector<PdfReading> read_pdfs(const std::vector<std::filesystem::path>& files) {
    std::string command = "python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/read_pdf.py");
    for (const auto& file : files) command += " " + quoted(file);
    const Run printed = run(command);
    if (printed.status != 0) throw std::runtime_error("read_pdf.py failed:\n" + printed.err);
    std::vector<PdfReading> out;
    for (const Json& pdf : Json::parse(printed.out)) {
        PdfReading reading{pdf["file"],
                           pdf["check"],
                           blocks_of(pdf["blocks"]),
                           blocks_of(pdf["poppler"]),
                           {},
                           pdf["pages"],
                           pdf["mupdf"],
                           pdf["poppler_pages"],
                           {},
                           pdf["untagged"]};
        for (const Json& page : pdf["right_to_left"])
            reading.mixed.push_back({page["page"], page["painted"], page["seen"]});
        for (const Json& artefact : pdf["artefacts"])
            reading.artefacts.push_back({artefact["kind"], artefact["text"], artefact["page"]});
        out.push_back(std::move(reading));
    }
    return out;
}

namespace {

/// A bullet, a number or a mark; a label with letters is the term of a glossary, which its author wrote.
bool has_letters(const TextBlock& block) {
    return std::ranges::any_of(block.text, [](const char c) {
        const auto byte = static_cast<unsigned char>(c);
        return ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') || (byte >= 0xC3 && byte <= 0xDB);
    });
}

bool is_label(const TextBlock& block) { return block.type() == "Lbl" && !has_letters(block); }

/// "3, 5–7" in an index.
bool is_page_list(const TextBlock& block) {
    return block.path.find("/Index/") != std::string::npos && !has_letters(block);
}

} // namespace

std::vector<std::string> words_of(const std::vector<TextBlock>& blocks) {
    std::vector<std::string> out;
    for (const TextBlock& block : blocks)
        if (!is_label(block) && !is_page_list(block) && block.type() != "TOCI" && block.type() != "Figure" &&
            !block.text.empty())
            out.push_back(block.text);
    return out;
}

std::vector<std::string> labels_of(const std::vector<TextBlock>& blocks) {
    std::vector<std::string> out;
    for (const TextBlock& block : blocks)
        if (is_label(block)) out.push_back(block.text);
    return out;
}

std::vector<std::string> marks_of(const std::vector<TextBlock>& blocks) {
    std::vector<std::string> out;
    for (const TextBlock& block : blocks)
        out.insert(out.end(), block.marks.begin(), block.marks.end());
    return out;
}

std::string collapsed(std::string_view text) {
    constexpr std::array<std::string_view, 6> spaces{" ", "\n", "\t", "\v", "\f", "\u00A0"};
    constexpr std::string_view soft_hyphen = "\u00AD";
    std::string out;
    bool space = false;
    while (!text.empty()) {
        std::size_t skipped = 0;
        for (const std::string_view each : spaces)
            if (text.starts_with(each)) skipped = each.size();
        if (skipped > 0) {
            space = true;
        } else if (text.starts_with(soft_hyphen)) {
            skipped = soft_hyphen.size();
        } else {
            if (space && !out.empty()) out += ' ';
            space = false;
            out += text.front();
            skipped = 1;
        }
        text.remove_prefix(skipped);
    }
    return out;
}

std::string without_space(std::string_view text) {
    std::string out = collapsed(text);
    std::erase(out, ' ');
    return out;
}

} // namespace presskit::e2e
