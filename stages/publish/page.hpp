// SPDX-License-Identifier: Apache-2.0
/// The frame that all pages of the site share.
#pragma once

#include "stages/model/language.hpp"

#include <string>
#include <string_view>

namespace presskit::publish {

/// `root` leads from the page to the top of the site: "" or "../". `head` and `footer` are HTML.
struct PageFrame {
    const Language& language;
    std::string title, root, head, header, content, footer;
};
std::string to_html(const PageFrame& page);

/// `<a href lang hreflang>`; `href` and `words` are plain text.
std::string link(std::string_view href, std::string_view words, std::string_view language = {});

} // namespace presskit::publish
