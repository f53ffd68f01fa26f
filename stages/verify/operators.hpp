// SPDX-License-Identifier: Apache-2.0
/// The operators of content streams. ISO 32000-1 annex A.
#pragma once

#include <string_view>

namespace presskit::verify {

/// What an operator is to us; `unknown` is none of the standard's.
enum class OperatorKind {
    unknown,
    other,
    begin_mark,
    end_mark,
    save,
    restore,
    begin_text,
    end_text,
    set_font,
    set_state,
    set_device_colour, ///< G g RG rg K k
    set_space,         ///< CS cs
    set_pattern,       ///< SCN scn
    set_intent,
    paint,
    paint_object, ///< Do
    paint_shading,
    inline_image,
    show_text
};

OperatorKind kind_of_operator(std::string_view name);

} // namespace presskit::verify
