// SPDX-License-Identifier: Apache-2.0
/// What PDF/A allows the operands of content. ISO 19005-2 6.1.6, 6.1.8, 6.1.13.
#pragma once

#include "stages/verify/content_tokens.hpp"

#include <string_view>

namespace presskit::verify {

/// The condition that an operand breaks, or "".
std::string_view broken_limit(const ContentToken& token);

} // namespace presskit::verify
