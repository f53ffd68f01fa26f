// SPDX-License-Identifier: Apache-2.0
/// The words of an edition without geometry or marks: what a reader of its pages must find there.
#pragma once

#include "stages/model/plan.hpp"

#include <string>

namespace presskit {

/// Kicker, title, deck, body and footnotes in reading order; paragraphs, list items and cells end
/// in a newline each. The dateline runs into the first paragraph. Heading numbers stand before
/// their headings. Left out: labels of lists, marks of footnotes, alternative text, notices and
/// contacts.
std::string plain_text(const Edition& edition);

/// A picture's caption with what says whose it is behind it, as a sentence of its own; either may be empty.
std::string with_credit(std::string caption, const std::string& credit);

/// The words of inlines alone.
std::string plain_text(const Inlines& inlines);

} // namespace presskit
