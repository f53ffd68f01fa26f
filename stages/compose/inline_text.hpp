// SPDX-License-Identifier: Apache-2.0
/// From inlines to a styled text, growing the structure tree for links, notes and foreign words.
#pragma once

#include "stages/compose/composition.hpp"

namespace presskit::compose {

/// Appends `inlines` to `text` in `look`; real content becomes kids of `parent`.
void collect(Composition& c, const Inlines& inlines, const TextLook& look, ElementId parent,
             StyledText& text);

/// A paragraph of inlines in a style, as kids of `parent`.
StyledText styled(Composition& c, const Inlines& inlines, const TextStyle& style, ElementId parent);

/// A plain string in a style, one content of `parent`.
StyledText styled(Composition& c, std::string_view words, const TextStyle& style, ElementId parent,
                  Span span);

/// A plain string that is decoration, not text for a reader.
StyledText decoration(const Language& language, std::string_view words, const TextStyle& style,
                      ArtifactKind kind);

/// The same words without emphasis, links and calls of notes, each in its own language still.
Inlines plain(const Inlines& inlines, Span span);

/// The words of inlines without their markup.
std::string words_of(const Inlines& inlines);

} // namespace presskit::compose
