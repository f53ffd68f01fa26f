// SPDX-License-Identifier: Apache-2.0
/// How a document begins: masthead or cover, notices; and how it ends: contact card, closing line.
#pragma once

#include "stages/compose/flow.hpp"

#include <optional>

namespace presskit::compose {

/// Logo, kicker, title and deck at the top of the first page.
void set_masthead(Composition& c, Flow& flow, const FlowContext& context);

/// The same on a page of its own.
Page set_cover(Composition& c);

/// Sample text, fallback language, embargo or immediate release: each only where it applies.
void set_notices(Composition& c, Flow& flow, const FlowContext& context);

/// The campaign's contacts, for a text that has no contact block of its own.
void set_contact_card(Composition& c, Flow& flow, const FlowContext& context);

/// Which language version prevails, below everything but the footnotes.
void set_prevailing_notice(Composition& c, Flow& flow, const FlowContext& context);

} // namespace presskit::compose
