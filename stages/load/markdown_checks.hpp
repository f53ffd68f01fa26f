// SPDX-License-Identifier: Apache-2.0
/// What can be said of a text only when all of it is read: levels, ids, references, footnotes.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/document.hpp"

namespace presskit::load {

/// Errors: `load.empty-body`, `load.heading-skips-level`, `load.duplicate-id`,
/// `load.unknown-reference`. Warnings: `load.footnote-unused`.
void check_document(const Document& document, Span body, Diagnostics& diagnostics);

} // namespace presskit::load
