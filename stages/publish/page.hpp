// SPDX-License-Identifier: Apache-2.0
/// The frame that all pages of the site share.
#pragma once

#include "stages/model/language.hpp"
#include "stages/publish/catalogue.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::publish {

/// The same page in another language: its tag, or "x-default", and its path from the top of the site.
using Alternate = std::pair<std::string, std::string>;

/// `path` is the page's own from the top of the site; `feeds` is that of its feeds without extension,
/// `brand_style` that of a style sheet; either may be empty. `header`, `content` and `footer` are HTML.
struct PageFrame {
    const Language& language;
    std::string title, description, path, site_url, brand_style, feeds;
    std::vector<Alternate> alternates;
    std::string header, content, footer;
    bool has_script = false;
    const OfferedCard* card = nullptr; ///< of a page that has one
    std::string replaced_by{}; ///< path of the page that holds in the place of this one; mostly empty
};
std::string to_html(const PageFrame& page);

/// What leads from a page to the top of the site: "" or "../".
std::string root_from(std::string_view path);

/// Where a page or file of the site is: with the site's address if that is known, else from `path`.
/// Pages called index.html are addressed by their folder where a server stands behind it.
std::string address_of(std::string_view target, std::string_view site_url, std::string_view path);

} // namespace presskit::publish
