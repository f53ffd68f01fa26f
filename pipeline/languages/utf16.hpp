// SPDX-License-Identifier: Apache-2.0
/// Text as ICU wants it. For this folder's sources alone: nobody else sees ICU through it.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string_view>

namespace presskit::languages {

inline icu::UnicodeString utf16(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

} // namespace presskit::languages
