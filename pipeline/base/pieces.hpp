// SPDX-License-Identifier: Apache-2.0
/// A text that is made while it is used, so that it never lies in memory whole.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace presskit {

/// Hands one piece after the other to `put`; each time it is called, the same ones.
using Pieces = std::function<void(const std::function<void(std::string_view)>& put)>;

/// All of them in one.
inline std::string joined(const Pieces& pieces) {
    std::string whole;
    pieces([&](std::string_view piece) { whole += piece; });
    return whole;
}

} // namespace presskit
