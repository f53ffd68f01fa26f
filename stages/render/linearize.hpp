// SPDX-License-Identifier: Apache-2.0
/// A finished file in the order in which a reader needs it, so that its first page shows while the rest
/// is on its way. The only door to libqpdf in render. ISO 32000-1 annex F.
#pragma once

#include <string>

namespace presskit::render {

/// Requires: `pdf` is a file that PdfFile wrote. Its second ID is made from the new bytes.
std::string linearized(const std::string& pdf);

} // namespace presskit::render
