// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/xml.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace presskit::verify {
namespace {

/// In scope at once; each open element keeps its own map of them.
constexpr std::size_t max_namespaces = 64;
constexpr std::string_view xml_blanks = " \t\r\n";
constexpr std::string_view name_ends = " \t\r\n/>=<\"'";
constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

using Attributes = std::map<std::string, std::string>;

std::optional<char32_t> character(std::string_view reference) {
    constexpr std::array<std::pair<std::string_view, char32_t>, 5> named{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}}};
    for (const auto& [name, value] : named)
        if (reference == name) return value;
    if (!reference.starts_with('#')) return std::nullopt;
    const bool hex = reference.starts_with("#x");
    reference.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(),
                                              value, hex ? 16 : 10);
    const bool whole = error == std::errc{} && end == reference.data() + reference.size();
    if (!whole || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    return value;
}

std::optional<std::string> resolved(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t reference = text.find('&');
        out += text.substr(0, reference);
        if (reference == std::string_view::npos) return out;
        const std::size_t end = text.find(';', reference);
        if (end == std::string_view::npos) return std::nullopt;
        const auto value = character(text.substr(reference + 1, end - reference - 1));
        if (!value) return std::nullopt;
        append_utf8(out, *value);
        text.remove_prefix(end + 1);
    }
}

/// Reads from the front of `rest_`, and says in `failed_` when it cannot.
class XmlReader {
  public:
    explicit XmlReader(std::string_view text) : rest_(text) {}

    std::optional<std::vector<XmlElement>> read() {
        while (!failed_ && !rest_.empty()) read_piece();
        if (failed_ || elements_.empty() || !open_.empty()) return std::nullopt;
        return std::move(elements_);
    }

  private:
    struct Open {
        std::size_t element;
        std::string written_name;
        std::map<std::string, std::string> namespaces; ///< all in scope, by prefix
    };

    void read_piece() {
        if (rest_.starts_with("<?"))
            skip_past("?>");
        else if (rest_.starts_with("<!--"))
            skip_past("-->");
        else if (rest_.starts_with("<!"))
            failed_ = true;
        else if (rest_.starts_with("</"))
            read_end_tag();
        else if (rest_.starts_with("<"))
            read_start_tag();
        else
            read_text();
    }

    void skip_past(std::string_view mark) {
        const std::size_t at = rest_.find(mark);
        failed_ = at == std::string_view::npos;
        if (!failed_) rest_.remove_prefix(at + mark.size());
    }

    void skip_blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(xml_blanks), rest_.size()));
    }

    std::string take_name() {
        const std::string name(rest_.substr(0, rest_.find_first_of(name_ends)));
        rest_.remove_prefix(name.size());
        failed_ = failed_ || name.empty();
        return name;
    }

    bool take(std::string_view mark) {
        if (!rest_.starts_with(mark)) return false;
        rest_.remove_prefix(mark.size());
        return true;
    }

    void read_text() {
        const std::string_view part = rest_.substr(0, rest_.find('<'));
        rest_.remove_prefix(part.size());
        const auto text = resolved(part);
        const bool blank = part.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos;
        failed_ = !text || (open_.empty() && !blank);
        if (!failed_ && !open_.empty()) elements_[open_.back().element].text += *text;
    }

    void read_attribute(Attributes& attributes) {
        const std::string name = take_name();
        skip_blanks();
        if (failed_ || !take("=")) return fail();
        skip_blanks();
        const char quote = rest_.empty() ? '\0' : rest_.front();
        if (quote != '"' && quote != '\'') return fail();
        const std::size_t end = rest_.find(quote, 1);
        if (end == std::string_view::npos) return fail();
        const auto value = resolved(rest_.substr(1, end - 1));
        if (!value || !attributes.emplace(name, *value).second) return fail();
        rest_.remove_prefix(end + 1);
    }

    void read_start_tag() {
        rest_.remove_prefix(1);
        const std::string name = take_name();
        Attributes attributes;
        for (skip_blanks(); !failed_ && !rest_.starts_with('/') && !rest_.starts_with('>');
             skip_blanks())
            read_attribute(attributes);
        const bool empty = take("/");
        if (failed_ || !take(">") || open_.size() >= max_xml_depth) return fail();
        if (open_.empty() && !elements_.empty()) return fail();
        open_element(name, attributes);
        if (empty && !failed_) open_.pop_back();
    }

    void open_element(const std::string& name, const Attributes& attributes) {
        Open open{elements_.size(), name, {}};
        if (open_.empty())
            open.namespaces = {{"xml", std::string(xml_namespace)}};
        else
            open.namespaces = open_.back().namespaces;
        for (const auto& [key, value] : attributes) {
            if (key == "xmlns") open.namespaces[""] = value;
            if (key.starts_with("xmlns:")) open.namespaces[key.substr(6)] = value;
        }
        if (open.namespaces.size() > max_namespaces) return fail();
        XmlElement element{
            expanded(name, open, true), {}, {}, open_.empty() ? 0 : open_.back().element};
        for (const auto& [key, value] : attributes)
            if (key != "xmlns" && !key.starts_with("xmlns:"))
                element.attributes.emplace(expanded(key, open, false), value);
        elements_.push_back(std::move(element));
        open_.push_back(std::move(open));
    }

    std::string expanded(const std::string& name, const Open& open, bool is_element) {
        const std::size_t colon = name.find(':');
        if (colon == std::string::npos && !is_element) return name;
        const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
        const auto space = open.namespaces.find(prefix);
        if (space == open.namespaces.end()) {
            failed_ = failed_ || !prefix.empty();
            return name;
        }
        return space->second + (colon == std::string::npos ? name : name.substr(colon + 1));
    }

    void read_end_tag() {
        rest_.remove_prefix(2);
        const std::string name = take_name();
        skip_blanks();
        if (failed_ || !take(">") || open_.empty() || open_.back().written_name != name)
            return fail();
        open_.pop_back();
    }

    void fail() { failed_ = true; }

    std::string_view rest_;
    bool failed_ = false;
    std::vector<XmlElement> elements_;
    std::vector<Open> open_;
};

} // namespace

std::optional<std::vector<XmlElement>> read_xml(std::string_view text) {
    if (first_invalid_utf8(text) || text.find('\0') != std::string_view::npos) return std::nullopt;
    return XmlReader(text).read();
}

} // namespace presskit::verify
