// SPDX-License-Identifier: Apache-2.0
/// What the pages of a kit have in common: a template with slots, the brand's colours, sections.
#pragma once

#include "stages/bundle/cover.hpp"

#include <map>
#include <string>
#include <string_view>

namespace presskit::bundle {

/// A template or style sheet by its file name in this folder. Requires: there is one.
std::string_view embedded_page(std::string_view name);

/// Replaces `{{name}}` in one pass, so that nothing in a value is taken for a slot. An unknown slot
/// is a fault of the template.
std::string fill_slots(std::string_view page, const std::map<std::string_view, std::string>& slots);

/// Words of another language than the page's say so; their direction is theirs, too.
std::string phrase(const Wording& words, const Language& language);

/// A section with its heading; nothing without content.
std::string section(std::string_view id, const std::string& heading, const std::string& content);

/// The care notes that marks on the page lead to, and the publisher.
std::string page_footer(const Cover& cover);

/// "ltr" or "rtl".
std::string direction_of(const Language& language);

} // namespace presskit::bundle
