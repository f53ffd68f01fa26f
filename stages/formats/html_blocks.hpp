// SPDX-License-Identifier: Apache-2.0
/// The blocks of a copy as HTML.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// The body and below it the notes.
std::string html_text(const Copy& copy);

} // namespace presskit::formats
