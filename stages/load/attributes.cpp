// SPDX-License-Identifier: Apache-2.0
#include "stages/load/attributes.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <utility>

namespace presskit::load {
namespace {

constexpr std::string_view list_hint =
    "write `{#id name=value name=\"a value\" flag}` with spaces between";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_attribute_name(std::string_view name) {
    return !name.empty() && is_lower(name.front()) && std::ranges::all_of(name, [](char c) {
        return is_lower(c) || is_digit(c) || c == '-' || c == '_';
    });
}

/// One pass over the text of a list; `at_` only moves forward.
class Reader {
  public:
    Reader(std::string_view text, Span span)
        : text_(text), span_(span), exact_(span.end - span.begin == text.size()) {}

    Result<Attributes> read() {
        attributes_.span = span_;
        skip_spaces();
        while (at_ < text_.size() && read_one()) skip_spaces();
        return {std::move(attributes_), std::move(diagnostics_)};
    }

  private:
    Span place(std::size_t begin, std::size_t end) const {
        if (!exact_) return span_;
        return {span_.source, span_.begin + static_cast<std::uint32_t>(begin),
                span_.begin + static_cast<std::uint32_t>(end)};
    }

    void skip_spaces() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    bool fail(std::string message, std::size_t begin) {
        report(diagnostics_, "load.malformed-attributes", std::move(message),
               std::string(list_hint),
               place(begin, std::min(text_.size(), std::max(begin + 1, at_))));
        return false;
    }

    std::string_view read_bare() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '=' &&
               text_[at_] != '"')
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    bool read_one() {
        if (text_[at_] == '#') return read_id();
        const std::size_t begin = at_;
        Attribute attribute;
        attribute.name = read_bare();
        if (!is_attribute_name(attribute.name))
            return fail("`" + std::string(text_.substr(begin, at_ - begin)) + "` is no attribute",
                        begin);
        if (at_ < text_.size() && text_[at_] == '=') {
            ++at_;
            if (!read_value(attribute.value, begin)) return false;
        } else {
            attribute.is_flag = true;
        }
        if (at_ < text_.size() && !is_blank(text_[at_]))
            return fail("attributes run together", begin);
        attribute.span = place(begin, at_);
        return keep(std::move(attribute));
    }

    bool read_value(std::string& value, std::size_t begin) {
        if (at_ < text_.size() && text_[at_] == '"') {
            const std::size_t close = text_.find('"', at_ + 1);
            if (close == std::string_view::npos) return fail("quoted value is not closed", at_);
            value = text_.substr(at_ + 1, close - at_ - 1);
            at_ = close + 1;
        } else {
            value = read_bare();
        }
        if (value.empty()) return fail("attribute has no value", begin);
        if (value.size() > attribute_value_limit) return fail("attribute value is too long", begin);
        return true;
    }

    bool read_id() {
        const std::size_t begin = at_++;
        const std::string id(read_bare());
        if (!is_well_formed_id(id)) {
            report(diagnostics_, "load.malformed-id", "`" + id + "` is no well-formed id",
                   "begin with a lower-case letter; use a-z, 0-9 and `-`", place(begin, at_));
        } else if (!attributes_.id.empty()) {
            return fail("more than one id", begin);
        }
        attributes_.id = id;
        attributes_.id_span = place(begin, at_);
        return true;
    }

    bool keep(Attribute attribute) {
        if (attributes_.find(attribute.name) != nullptr)
            report(diagnostics_, "load.duplicate-attribute",
                   "attribute `" + attribute.name + "` is given twice", "keep one of them",
                   attribute.span);
        if (attributes_.pairs.size() >= attribute_limit) return fail("too many attributes", 0);
        attributes_.pairs.push_back(std::move(attribute));
        return true;
    }

    std::string_view text_;
    Span span_;
    bool exact_;
    std::size_t at_ = 0;
    Attributes attributes_;
    Diagnostics diagnostics_;
};

} // namespace

const Attribute* Attributes::find(std::string_view name) const {
    const auto found = std::ranges::find(pairs, name, &Attribute::name);
    return found == pairs.end() ? nullptr : &*found;
}

Result<Attributes> parse_attributes(std::string_view text, Span span) {
    return Reader(text, span).read();
}

bool require_known(const Attributes& attributes, std::initializer_list<std::string_view> known,
                   std::string_view owner, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.size();
    for (const Attribute& attribute : attributes.pairs) {
        if (std::ranges::find(known, attribute.name) != known.end()) continue;
        const auto meant = nearest(attribute.name, {known.begin(), known.end()});
        std::string names;
        for (const auto name : known)
            names += (names.empty() ? "`" : ", `") + std::string(name) + "`";
        std::string hint = meant           ? "did you mean `" + std::string(*meant) + "`?"
                           : names.empty() ? "remove it"
                                           : "use " + names;
        report(diagnostics, "load.unknown-attribute",
               std::string(owner) + " has no attribute `" + attribute.name + "`", std::move(hint),
               attribute.span);
    }
    return diagnostics.size() == before;
}

std::size_t closing_brace(std::string_view text, std::size_t open) {
    bool quoted = false;
    for (std::size_t i = open + 1; i < text.size(); ++i) {
        if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == '}' && !quoted)
            return i;
    }
    return std::string_view::npos;
}

bool is_well_formed_id(std::string_view id) {
    return is_well_formed_footnote_id(id) && is_lower(id.front());
}

bool is_well_formed_footnote_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && id.front() != '-' &&
           std::ranges::all_of(id, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

void report(Diagnostics& diagnostics, std::string_view code, std::string message, std::string hint,
            Span span, Severity severity) {
    diagnostics.push_back({std::string(code), std::move(message), std::move(hint), span, "",
                           severity, Blame::content});
}

} // namespace presskit::load
