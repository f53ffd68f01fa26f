// SPDX-License-Identifier: Apache-2.0
/// The two instants of a run: the one written into files, and the one that embargoes are held against.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/engine/workspace.hpp"

#include <cstdint>
#include <string>

namespace presskit::cli {

/// The time of every file: SOURCE_DATE_EPOCH, or `otherwise`. Seconds since 1970-01-01T00:00Z.
/// Errors: SOURCE_DATE_EPOCH is no such number (configuration).
/// Spec: https://reproducible-builds.org/specs/source-date-epoch/
Result<std::int64_t> source_date(engine::Workspace& workspace, std::int64_t otherwise);

/// The time that it is: the machine's clock, or `given`, "2021-05-18T08:00Z" or seconds since
/// 1970-01-01T00:00Z. SOURCE_DATE_EPOCH does not count: it dates texts, and may lie on either side of
/// an embargo.
/// Errors: `given` is neither (usage).
Result<std::int64_t> current_time(engine::Workspace& workspace, const std::string& given);

} // namespace presskit::cli
