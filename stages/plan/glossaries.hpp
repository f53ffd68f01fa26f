// SPDX-License-Identifier: Apache-2.0
/// Glossaries in the alphabetical order of their language, whatever order they were written in: a
/// derived text has another alphabet than the text it is made from.
#pragma once

#include "stages/model/document.hpp"
#include "stages/model/language.hpp"

namespace presskit::plan {

void order_glossaries(Blocks& blocks, const Language& language);

} // namespace presskit::plan
