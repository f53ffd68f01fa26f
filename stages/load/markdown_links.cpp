// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_links.hpp"

#include "pipeline/base/text.hpp"
#include "stages/load/attributes.hpp"

#include <algorithm>

namespace presskit::load {
namespace {

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The scheme with its colon, in lower case; empty for a relative address. RFC 3986 3.1.
std::string scheme_of(std::string_view address) {
    const std::size_t colon = address.find_first_of(":/?#");
    if (colon == std::string_view::npos || address[colon] != ':') return {};
    return lower_ascii(address.substr(0, colon + 1));
}

/// RFC 3986 2.2, 2.3 and the percent sign.
bool may_stand_in_address(char c) {
    return is_alphanumeric(c) ||
           std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

bool has_stray_percent(std::string_view address) {
    const auto is_hex = [&](std::size_t i) {
        return i < address.size() && std::string_view("0123456789abcdefABCDEF").find(address[i]) !=
                                         std::string_view::npos;
    };
    for (std::size_t i = address.find('%'); i != std::string_view::npos;
         i = address.find('%', i + 1))
        if (!is_hex(i + 1) || !is_hex(i + 2)) return true;
    return false;
}

/// A host name without user or IP literal: a name before `@` could pass for the host.
std::string_view fault_of_host(std::string_view address) {
    const std::string_view rest = address.substr(std::string_view("https://").size());
    std::string_view host = rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
    if (host.find('@') != std::string_view::npos) return "address names a user before its host";
    if (const auto colon = host.find(':'); colon != std::string_view::npos) {
        const std::string_view port = host.substr(colon + 1);
        if (port.empty() || port.size() > 5 ||
            port.find_first_not_of("0123456789") != std::string_view::npos)
            return "address has no valid port";
        host = host.substr(0, colon);
    }
    const bool plain = std::ranges::all_of(
        host, [](char c) { return is_alphanumeric(c) || c == '-' || c == '.'; });
    if (!plain) return "host is not written in ASCII";
    if (host.empty() || host.front() == '.' || host.front() == '-' ||
        host.find("..") != std::string_view::npos)
        return "address has no host";
    return {};
}

std::string_view fault_of_mail(std::string_view address) {
    const std::string_view mail = address.substr(std::string_view("mailto:").size());
    const std::string_view box = mail.substr(0, std::min(mail.find('?'), mail.size()));
    const std::size_t at = box.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == box.size() ||
        box.find('@', at + 1) != std::string_view::npos)
        return "mail address is not of the form `name@host`";
    return {};
}

std::string percent_encoded(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

void refuse_scheme(std::string_view address, const std::string& scheme, Span span,
                   Diagnostics& diagnostics) {
    if (scheme == "http:")
        return report(diagnostics, "load.link-scheme", "link is not encrypted: `http:`",
                      "write `https:" + std::string(address.substr(5)) + "`", span);
    if (scheme.empty())
        return report(diagnostics, "load.link-scheme",
                      "link to `" + std::string(address) + "` is not absolute",
                      "write the whole address with `https://`, or `#id` for a heading", span);
    report(diagnostics, "load.link-scheme", "links with `" + scheme + "` are not allowed",
           "use https: or mailto:", span);
}

} // namespace

std::optional<std::string> checked_address(std::string_view address, Span span,
                                           Diagnostics& diagnostics) {
    const auto malformed = [&](std::string_view message, std::string hint) {
        report(diagnostics, "load.malformed-link", std::string(message), std::move(hint), span);
        return std::nullopt;
    };
    if (address.size() > address_byte_limit) return malformed("address is too long", "shorten it");
    const std::string scheme = scheme_of(address);
    if (scheme != "https:" && scheme != "mailto:") {
        refuse_scheme(address, scheme, span, diagnostics);
        return std::nullopt;
    }
    if (scheme == "https:" && !lower_ascii(address).starts_with("https://"))
        return malformed("address has no host", "write `https://host/path`");
    const auto fault = scheme == "https:" ? fault_of_host(address) : fault_of_mail(address);
    if (!fault.empty()) return malformed(fault, "check the address");
    std::string encoded = percent_encoded(address);
    if (!std::ranges::all_of(encoded, may_stand_in_address) || has_stray_percent(encoded))
        return malformed("address has a character that no address may have",
                         "percent-encode it, for instance a space as `%20`");
    return scheme + encoded.substr(scheme.size());
}

bool check_image_path(std::string_view path, Span span, Diagnostics& diagnostics) {
    const auto refuse = [&](std::string message) {
        report(diagnostics, "load.image-path", std::move(message),
               "give a path inside the campaign, for instance `images/map.png`", span);
        return false;
    };
    if (path.empty()) return refuse("picture has no path");
    if (path.size() > 255) return refuse("picture path is too long");
    if (!scheme_of(path).empty() || path.starts_with("//"))
        return refuse("picture is not a file of the campaign");
    if (path.front() == '/') return refuse("picture path is absolute");
    if (path.find('\\') != std::string_view::npos) return refuse("picture path has a backslash");
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "..") return refuse("picture path has `..`, and so may lead out of the campaign");
        if (part.empty() || part == ".") return refuse("picture path has an empty part");
        begin = end + 1;
    }
    return true;
}

} // namespace presskit::load
