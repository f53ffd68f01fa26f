// SPDX-License-Identifier: Apache-2.0
/// Small fonts and pictures for the corpus, made as it is needed: no binary lies in the repository.
#pragma once

#include <string>

namespace presskit::fuzz {

/// A file of the system's; empty where it is not there.
std::string read_file(const std::string& path);

/// The letters of European languages, or Arabic's, with the layout tables for them.
std::string latin_subset(const std::string& font);
std::string arabic_subset(const std::string& font);

std::string colour_png();
std::string palette_png();
std::string colour_jpeg();

} // namespace presskit::fuzz
