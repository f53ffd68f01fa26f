// SPDX-License-Identifier: Apache-2.0
/// Small fonts and pictures for the corpus, made as it is needed: no binary lies in the repository.
#pragma once

#include <string>
#include <vector>

namespace presskit::fuzz {

/// A file of the system's; empty where it is not there.
std::string read_file(const std::string& path);

/// The letters of European languages, or Arabic's, with the layout tables for them.
std::string latin_subset(const std::string& font);
std::string arabic_subset(const std::string& font);

/// Fonts in one file, in this order. ISO/IEC 14496-22 4.6.3.
std::string font_collection(const std::vector<std::string>& fonts);

std::string colour_png();
std::string palette_png();
std::string colour_jpeg();

} // namespace presskit::fuzz
