// SPDX-License-Identifier: Apache-2.0
/// A release as the news agencies' systems take it: IPTC ninjs 3.1.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// One news item of JSON with its body as plain text and as HTML. Its `uri` (RFC 4151) names the
/// document in its language and stays the same from version to version.
std::string to_ninjs(const Copy& copy);

} // namespace presskit::formats
