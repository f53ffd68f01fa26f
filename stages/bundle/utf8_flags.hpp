// SPDX-License-Identifier: Apache-2.0
/// Marks the names of a finished zip as UTF-8.
#pragma once

#include <cstddef>
#include <string>

namespace presskit::bundle {

/// Sets general purpose bit 11 in the local and central header of all `entries`. libzip sets it
/// only for names beyond ASCII, and an archive of mixed flags unpacks differently from system to
/// system. False if the bytes are not the plain archive they ought to be (no zip64, no comment);
/// then some may be changed. APPNOTE 4.4.4.
bool set_utf8_flags(std::string& zip, std::size_t entries);

} // namespace presskit::bundle
