// SPDX-License-Identifier: Apache-2.0
/// Pictures inside documents that carry them along: HTML and DOCX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// The PNGs and JPEGs in `data:` addresses of a page. Text that is no base64 gives an empty picture.
std::vector<std::string> pictures_in_html(std::string_view html);

/// The PNGs and JPEGs below `word/media/` of a DOCX, as far as its entries can be followed; such an
/// entry that is not stored as it is gives an empty picture. ECMA-376 part 2, APPNOTE 4.3.7.
std::vector<std::string> pictures_in_docx(std::string_view docx);

} // namespace presskit::verify
