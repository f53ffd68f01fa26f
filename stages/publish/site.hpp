// SPDX-License-Identifier: Apache-2.0
/// The download site: static pages that need no script, load nothing from elsewhere and work without
/// their style sheet.
///
///   index.html               the campaigns, and a link to each language by its own name
///   <language>/index.html    every kit in that language, by country
///   <language>/<campaign>-<kit>.html   a kit: download, size, digest, signature, documents
///   <language>/feed.atom, feed.json    the same for programs (RFC 4287, JSON Feed 1.1)
///   kits/…                   zips and signatures, added by the caller
///   index.json, style.css
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "stages/publish/catalogue.hpp"

namespace presskit::publish {

/// All pages and feeds of a catalogue, by path. Equal catalogues give equal bytes.
FileTree make_site(const Catalogue& catalogue);

} // namespace presskit::publish
