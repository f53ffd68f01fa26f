// SPDX-License-Identifier: Apache-2.0
/// What must hold for the files of a campaign before any of them is understood.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/base/file_tree.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace presskit::load {

inline constexpr std::size_t max_files = 20'000;
inline constexpr std::size_t max_text_bytes = 1u << 20;
inline constexpr std::size_t max_path_bytes = 200;

/// `unreadable` are text files that nothing further should be looked for in.
struct CheckedFiles {
    std::set<std::string, std::less<>> unreadable;
    Diagnostics diagnostics;
};

/// Errors: two names that are one on Windows or macOS (case, Unicode normalization), a name that is
/// not UTF-8, too many files; text files that are empty, too large or not UTF-8, or hold a NUL.
/// A byte that is no UTF-8 is shown in its line, for which the file becomes one of `sources`.
CheckedFiles check_files(const FileTree& files, SourceMap& sources);

/// What is wrong with a path that YAML or Markdown names, as the end of a sentence ("contains
/// `..`"); none if it is a relative path inside the campaign that every system can hold.
std::optional<std::string> path_fault(std::string_view path);

/// The way out of a path_fault; `example` is a path that would do.
std::string path_hint(std::string_view path, const std::string& example);

/// True for device names of Windows (`con`, `nul`, `com1`), which cannot be files or folders there.
bool is_reserved_name(std::string_view name);

/// How the user knows a file of the campaign: the folder as named, then the path.
std::string shown_path(const FileTree& files, std::string_view path);

/// Files of editors and systems (`.DS_Store`, `en.md~`), which nobody means as part of the
/// campaign.
bool is_clutter(std::string_view path);

/// A file of figures that a chart may show: `data/….csv`.
bool is_data_file(std::string_view path);

void set_blame(Diagnostics& diagnostics, Blame blame);

} // namespace presskit::load
