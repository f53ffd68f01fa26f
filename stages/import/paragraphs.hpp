// SPDX-License-Identifier: Apache-2.0
/// Lines to paragraphs: lines that a mail program broke are joined, one-line paragraphs are not.
#pragma once

#include <string>
#include <vector>

namespace presskit::import {

enum class ParagraphKind { text, bullet, numbered };

/// `text` is without the bullet or number. The flags say that a blank line, or an end of the text,
/// stands before and after it.
struct Paragraph {
    std::u32string text;
    ParagraphKind kind = ParagraphKind::text;
    int number = 0;
    bool after_blank = false;
    bool before_blank = false;
};

/// A line is continued by the next one of its block if the next one's first word would not have
/// fitted into the text's longest line. Only a text whose sentences run over line ends counts as
/// broken, and only if no line is longer than mail programs make.
std::vector<Paragraph> to_paragraphs(const std::vector<std::u32string>& lines);

} // namespace presskit::import
