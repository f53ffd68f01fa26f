// SPDX-License-Identifier: Apache-2.0
/// Zips taken apart and put together again, so that what is wrong in one of them is a file, not the zip.
#pragma once

#include "tests/fuzz/corpus.hpp"
#include "tests/fuzz/random.hpp"

#include <string>

namespace presskit::fuzz {

/// By path in the zip. Throws std::runtime_error if it cannot be unpacked.
Files unpacked_zip(const std::string& zip);

/// Puts other bytes in place of a kit's file, and right sums and sizes into all that lists it: into what lists
/// these lists, too.
void exchange(Files& members, const std::string& name, std::string bytes);

/// Words, paragraphs or markup of a word processor's file changed; or its zip.
std::string mutated_docx(const std::string& docx, Random& random);

/// The zip of `members`, with the time that the corpus' kits have.
std::string packed(const Files& members);

} // namespace presskit::fuzz
