// SPDX-License-Identifier: Apache-2.0
/// Rows of samples as differences that deflate well. Spec: PNG (Third Edition) 9; ISO 32000-1 7.4.4.4.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace presskit::render {

/// `rows` of `row_bytes` each, every one with its filter type in front: the filter, of all five, that
/// leaves the smallest differences. `pixel_bytes` is the step from a sample to that of the pixel before.
std::string filter_rows(std::string_view rows, std::size_t row_bytes, std::size_t pixel_bytes);

} // namespace presskit::render
