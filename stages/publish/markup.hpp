// SPDX-License-Identifier: Apache-2.0
/// Small pieces of HTML. What goes in is plain text, unless a parameter is called `html`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presskit::publish {

/// `<a href lang hreflang>`; without a language no more than `<a href>`.
std::string link(std::string_view href, std::string_view words, std::string_view language = {});

/// Parts with a dot between them. Each keeps its own direction: a file name or a date between Arabic
/// words would be torn apart.
std::string isolated(const std::vector<std::string>& parts);

std::string paragraph(std::string_view css_class, const std::string& html);
std::string heading(std::string_view words, std::string_view id = {});

/// A row of `<dl>`.
std::string fact(std::string_view name, const std::string& html);
std::string code(std::string_view text);

} // namespace presskit::publish
