// SPDX-License-Identifier: Apache-2.0
/// The download site: static pages that load nothing from elsewhere and work without their style sheet
/// and their script.
///
///   index.html                 the campaigns; languages and countries, each in its own words
///   <language>/index.html      every kit in that language, by country; feed.atom, feed.json beside it
///   countries/<code>.html      every kit of that country, in English; <code>.atom, <code>.json beside it
///   <language>/countries/<code>.html   the same in each other language that the country has a kit in
///   <language>/<campaign>-<kit>.html   a kit: download, text to paste, documents, how to check it
///   <language>/<campaign>-<kit>-<version>.html   a version that was corrected, and says so
///   superseded.json            all of these, for the next release: superseded.hpp
///   kits/…                     zips and signatures, added by the caller, as the next two
///   previews/…                 pictures of pages, by their digest
///   cards/…                    what social media show, likewise
///   sitemap.xml, robots.txt    where the site's address is known
///   index.json, style.css, brand-<campaign>.css, site.js, icon.svg
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "stages/publish/catalogue.hpp"

namespace presskit::publish {

/// All pages and feeds of a catalogue, by path. Equal catalogues give equal bytes.
FileTree make_site(const Catalogue& catalogue);

} // namespace presskit::publish
