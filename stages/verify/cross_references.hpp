// SPDX-License-Identifier: Apache-2.0
/// The cross-reference streams and object streams of a PDF, before qpdf sees it: qpdf inflates them
/// without a limit. Read strictly, in the one form that our kits have.
/// Spec: ISO 32000-1 7.5.7, 7.5.8; ISO 19005-2 6.1.4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// How object streams are looked into. Deflate makes at most 1032 bytes of one, so that a short stream is
/// no bomb whatever it holds, and whether it decodes will be seen when it is read.
enum class ObjectStreams { bounded, decoded };

/// What is wrong with how the objects of `pdf` are found, in words; none if nothing is.
/// Requires: the file ends in a cross-reference stream, not in a table.
std::optional<std::string> fault_of_cross_references(std::string_view pdf, ObjectStreams streams);

} // namespace presskit::verify
