// SPDX-License-Identifier: Apache-2.0
/// What a press release says of itself to search engines: schema.org NewsArticle.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>

namespace presskit::formats {

/// JSON-LD that is safe inside a script element: "<" only as an escape.
std::string news_article(const Copy& copy);

} // namespace presskit::formats
