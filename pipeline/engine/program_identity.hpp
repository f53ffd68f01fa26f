// SPDX-License-Identifier: Apache-2.0
/// Which program this is, to the last byte of code that runs in it.
#pragma once

#include <optional>
#include <string>

namespace presskit::engine {

/// The build ids of the program and of each library it is linked with, in the order they are loaded:
/// two runs with one identity make the same of the same inputs. Nothing if one of them has no build id.
std::optional<std::string> program_identity();

} // namespace presskit::engine
