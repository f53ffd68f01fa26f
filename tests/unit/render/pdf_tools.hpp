// SPDX-License-Identifier: Apache-2.0
/// Other people's PDF readers, run on a file in a temporary folder.
#pragma once

#include "stages/model/campaign_image.hpp"
#include "stages/model/page.hpp"

#include <map>
#include <string>
#include <string_view>

namespace presskit::render::testing {

/// Writes `pages`; fails the test with the diagnostics if that does not work.
std::string write_pdf(const Pages& pages, const std::map<std::string, CampaignImage>& images = {});

/// What a command prints, both streams, for the file in place of `{}`: "pdftotext {} -".
std::string run_on(std::string_view pdf, std::string_view command);

/// The file with all streams decompressed.
std::string uncompressed(std::string_view pdf);

bool contains(std::string_view text, std::string_view part);
std::size_t count_of(std::string_view text, std::string_view part);

} // namespace presskit::render::testing
