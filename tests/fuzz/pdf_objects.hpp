// SPDX-License-Identifier: Apache-2.0
/// PDFs taken apart and put together again, so that what is wrong in one of them is an object, not syntax.
#pragma once

#include "tests/fuzz/random.hpp"

#include <string>

namespace presskit::fuzz {

/// The PDF without compression and object streams.
std::string plain_pdf(const std::string& pdf);

/// Entries of a few objects lost, exchanged for those of others, or made another number, name or type.
/// Loops come of it, too: a reference may lead anywhere.
std::string mutated_pdf(const std::string& pdf, Random& random);

} // namespace presskit::fuzz
