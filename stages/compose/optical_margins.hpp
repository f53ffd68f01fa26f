// SPDX-License-Identifier: Apache-2.0
/// How far signs hang into the margin, so that the edges of a text look straight: a full stop or a
/// hyphen at the edge of the type area is mostly white and leaves a notch there.
#pragma once

namespace presskit::compose {

/// What a sign may hang beyond either edge, in thousandths of its width.
struct Hang {
    int left = 0, right = 0;
};

/// The table, one row a character; nothing for those it does not name.
Hang hang_of(char32_t code_point);

} // namespace presskit::compose
