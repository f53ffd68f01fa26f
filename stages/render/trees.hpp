// SPDX-License-Identifier: Apache-2.0
/// Number trees and name trees, split so that a reader never has to parse one huge array.
/// ISO 32000-1 7.9.6, 7.9.7.
#pragma once

#include "stages/render/haru.hpp"

#include <string>
#include <vector>

namespace presskit::render {

/// `key` and `value` as PDF syntax.
struct TreeEntry {
    std::string key, value;
};

enum class TreeKind { numbers, names };

/// Writes a tree of sorted entries and returns its root.
ObjectId write_tree(PdfFile& file, TreeKind kind, const std::vector<TreeEntry>& entries);

} // namespace presskit::render
