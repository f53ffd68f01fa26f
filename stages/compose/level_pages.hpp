// SPDX-License-Identifier: Apache-2.0
/// Where a page's rows stand: from its top down, and where the grid allows it, down to its very foot.
#pragma once

#include "stages/compose/floats.hpp"

namespace presskit::compose {

/// A page's rows and their tops from the text block's top. `height` is the page's room for rows and notes.
/// If what the page lacks to be full can be given, in lines of the grid, to white that is wider than
/// one, by `stretch` percent at most, it is: then the page ends where its neighbours do. A page that
/// ends the document, or ends early because the next begins anew, is left as it is.
StackedRows level_rows(const Galley& galley, const PageRows& page, Length height, int stretch);

} // namespace presskit::compose
