// SPDX-License-Identifier: Apache-2.0
/// Numbers that depend on the whole text: of headings, of footnotes, and where they are named.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/document.hpp"
#include "stages/model/language.hpp"

namespace presskit::plan {

/// Numbers headings by level ("2", "2.1") and parts ("Part II"), those of sections such as the
/// boilerplate excepted.
void number_headings(const Language& language, Document& document);

/// Numbers the lists below the headings of groups that act on from group to group, so that each
/// recommendation of a sheet has a number of its own.
void number_recommendations(Document& document);

/// Numbers footnotes by their first reference, in reading order, and puts them into that order. One
/// that the edition does not refer to is dropped.
void number_footnotes(Document& document);

/// Gives headings that have no id one that no author can write ("heading.3"), by which contents and
/// bookmarks find them.
void name_headings(Document& document);

/// Replaces `{{number}}` inside a cross-reference by the number of its heading; of a part, "II".
/// Errors: `plan.unknown-reference` (its heading was dropped from this edition), `plan.no-number`
/// (its target has none), `plan.number-misplaced`.
void resolve_references(const Language& language, Document& document, Diagnostics& diagnostics);

} // namespace presskit::plan
