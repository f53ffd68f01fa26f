// SPDX-License-Identifier: Apache-2.0
/// What `presskit plan` prints: which kit gets which document in which way.
#pragma once

#include "stages/model/plan.hpp"

#include <string>
#include <vector>

namespace presskit::cli {

struct PlannedMatrix {
    std::string campaign;
    std::vector<DocumentRow> documents;
    std::vector<MatrixCell> cells;
};

/// A table a campaign: a row a kit, a column a document, a legend with counts below.
std::string to_table(const std::vector<PlannedMatrix>& matrices);

/// {"schema_version": 1, "campaigns": [{"id", "counts", "cells": [{"country", "language",
/// "document", "sheet_country", "availability", "written_in"}]}]}; the last two keys and
/// `sheet_country` are absent where they have no value.
std::string to_json(const std::vector<PlannedMatrix>& matrices);

} // namespace presskit::cli
