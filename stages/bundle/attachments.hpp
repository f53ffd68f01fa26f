// SPDX-License-Identifier: Apache-2.0
/// What a PDF carries for programs: its text as JSON, and each of its tables as CSV (RFC 4180).
#pragma once

#include "stages/model/pdf_rules.hpp"
#include "stages/model/plan.hpp"

#include <string>

namespace presskit::bundle {

/// `name` is the PDF's file name; those of the attachments begin alike: "01-release-en.json",
/// "01-release-en-table-1.csv".
Attachments attachments_of(const Edition& edition, const std::string& name);

/// The edition as a JSON object, indented: language, title and the blocks in reading order, each with
/// its type and its words. See README.md for the keys.
std::string to_json(const Edition& edition);

/// Header and rows, quoted where they must be, with CRLF.
std::string to_csv(const Table& table);

} // namespace presskit::bundle
