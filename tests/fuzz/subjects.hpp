// SPDX-License-Identifier: Apache-2.0
/// What is made hostile, and who has to bear it.
#pragma once

#include "tests/fuzz/corpus.hpp"
#include "tests/fuzz/random.hpp"
#include "tests/fuzz/trial.hpp"

#include <span>
#include <string_view>

namespace presskit::fuzz {

/// One input of a kind: the files that were changed, and the command that read them.
struct Attempt {
    Files changed;
    Trial trial;
};

/// `make` changes a sound input of `corpus` and hands it over.
struct Subject {
    std::string_view name;
    Attempt (*make)(const Corpus& corpus, Random& random);
    bool costly = false; ///< runs another program; left out unless it is named
};

std::span<const Subject> subjects();

} // namespace presskit::fuzz
