// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/content_reader.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/conditions.hpp"
#include "stages/verify/content_limits.hpp"
#include "stages/verify/limits.hpp"
#include "stages/verify/operators.hpp"

#include <limits>

namespace presskit::verify {
namespace {

/// Of so few bytes that it breaks no limit.
bool is_short_number(const ContentToken& token) {
    return (token.kind == ContentToken::Kind::integer || token.kind == ContentToken::Kind::real) &&
           token.bytes.size() < 10;
}

/// An MCID, or -1 for anything else.
int mcid_of(ContentOperands value) {
    if (value.size() != 1 || value.front().kind != ContentToken::Kind::integer) return -1;
    const long long number = value.front().number;
    return number < 0 || number > std::numeric_limits<int>::max() ? -1 : static_cast<int>(number);
}

} // namespace

ContentReader::ContentReader(PdfCase& pdf, QPDFObjectHandle resources, std::string where,
                             ContentUse& use)
    : pdf_(pdf), resources_(resources), where_(std::move(where)), use_(use) {
    QPDFObjectHandle fonts = resources.getKeyIfDict("/Font");
    if (!fonts.isDictionary()) return;
    for (auto& [name, value] : fonts.getDictAsMap()) {
        QPDFObjectHandle font = value;
        if (!font.isDictionary() || !font.isIndirect()) continue;
        const int number = font.getObjectID();
        fonts_.emplace(name.substr(1), number);
        if (!use.bytes_a_code.contains(number))
            use.bytes_a_code.emplace(number, bytes_a_code(pdf, font));
    }
}

void ContentReader::read(std::string_view content) {
    ContentTokens tokens(content);
    while (tokens.next()) handle(tokens.name(), tokens.operands());
    check_end(tokens.fault());
}

void ContentReader::check_end(std::string_view fault) {
    if (!fault.empty())
        report("verify.pdf-content", "its content is malformed: " + std::string(fault));
    else if (marks_.depth() > 0 || saved_fonts_.size() != 1 || inside_text_)
        report("verify.pdf-unbalanced", "marks, states or text objects are left open");
}

void ContentReader::handle(std::string_view name, ContentOperands operands) {
    check_operands(operands);
    switch (kind_of_operator(name)) {
    case OperatorKind::unknown:
        return break_once({"6.2.2-1"}, "there is an unknown operator " + in_backticks(name));
    case OperatorKind::begin_mark: return begin_mark(operands);
    case OperatorKind::end_mark:
        if (inside_text_ && marks_.depth() == marks_around_text_) report_crossing();
        if (!marks_.end()) report("verify.pdf-unbalanced", "EMC closes nothing");
        return;
    case OperatorKind::save:
        saved_fonts_.push_back(saved_fonts_.back());
        if (saved_fonts_.size() > max_saved_states + 1)
            break_once({"6.1.13-5"}, "graphics states are nested too deeply");
        return;
    case OperatorKind::restore: return restore();
    case OperatorKind::begin_text: return turn_text(true);
    case OperatorKind::end_text: return turn_text(false);
    case OperatorKind::set_font: return set_font(operands);
    case OperatorKind::show_text: paint(); return show(operands);
    case OperatorKind::paint:
    case OperatorKind::paint_object:
    case OperatorKind::paint_shading: return paint();
    case OperatorKind::inline_image:
        break_once({"6.1.10-1"}, "there is an inline image, which no kit has");
        return paint();
    case OperatorKind::set_device_colour:
    case OperatorKind::set_space: return check_colour(name, operands);
    case OperatorKind::set_intent: return check_intent(operands);
    default: return;
    }
}

void ContentReader::begin_mark(ContentOperands operands) {
    const std::string tag = operands.empty() ? "" : read_name(operands.front());
    int mcid = -1;
    bool replaced = false;
    if (operands.size() == 2 && operands[1].kind == ContentToken::Kind::name) {
        QPDFObjectHandle properties =
            resources_.getKeyIfDict("/Properties").getKeyIfDict("/" + read_name(operands[1]));
        if (properties.isDictionary()) {
            mcid = to_int(properties.getKey("/MCID"), -1);
            replaced = properties.hasKey("/ActualText");
            if (pdf_.is_pdf_2()) check_known_characters(pdf_, properties.getKey("/ActualText"));
        }
    } else if (operands.size() > 1) {
        const ContentOperands properties = operand_at(operands, 1);
        mcid = mcid_of(value_of(properties, "MCID"));
        const ContentOperands words = value_of(properties, "ActualText");
        replaced = !words.empty();
        if (pdf_.is_pdf_2() && replaced && words.front().is_string()) {
            read_string_bytes(words.front(), shown_);
            check_known_characters(pdf_, QPDFObjectHandle::newString(shown_));
        }
    }
    if (mcid >= 0 && !marks_.add_mcid(mcid))
        report("verify.pdf-mcid", "the MCID " + std::to_string(mcid) + " is used twice");
    const std::string broken = marks_.begin(tag, mcid, replaced);
    if (broken == "01-003") break_once({"01-003"}, "an artifact stands inside tagged content");
    if (broken == "01-004") break_once({"01-004"}, "tagged content stands inside an artifact");
}

void ContentReader::restore() {
    if (saved_fonts_.size() > 1)
        saved_fonts_.pop_back();
    else
        report("verify.pdf-unbalanced", "Q restores nothing");
}

void ContentReader::turn_text(bool begins) {
    if (inside_text_ == begins) report("verify.pdf-unbalanced", "BT and ET do not alternate");
    if (begins)
        marks_around_text_ = marks_.depth();
    else if (marks_.depth() > marks_around_text_)
        report_crossing();
    inside_text_ = begins;
}

/// ISO 32000-1 14.6.1.
void ContentReader::report_crossing() {
    report("verify.pdf-unbalanced", "a mark and a text object are not nested");
}

void ContentReader::set_font(ContentOperands operands) {
    const auto font = fonts_.find(operands.empty() ? std::string() : read_name(operands.front()));
    if (font == fonts_.end()) report("verify.pdf-font", "Tf names a font that is not there");
    saved_fonts_.back() = font == fonts_.end() ? 0 : font->second;
}

void ContentReader::paint() {
    if (!marks_.covers_painting())
        break_once({"01-005"}, "content is neither tagged nor an artifact");
}

void ContentReader::show(ContentOperands operands) {
    if (marks_.is_replaced()) return;
    if (const int font = saved_fonts_.back(); codes_ == nullptr || font != codes_font_) {
        codes_font_ = font;
        codes_ = &use_.codes[font];
        const auto known = use_.bytes_a_code.find(font);
        codes_step_ = known == use_.bytes_a_code.end() ? 2 : known->second;
    }
    for (const ContentToken& token : operands) {
        if (!token.is_string()) continue;
        read_string_bytes(token, shown_);
        for (std::size_t i = 0; i + codes_step_ <= shown_.size(); i += codes_step_) {
            const auto first = static_cast<unsigned char>(shown_[i]);
            (*codes_)[codes_step_ == 1
                          ? first
                          : first * 256u + static_cast<unsigned char>(shown_[i + 1])] = true;
        }
    }
}

void ContentReader::report(std::string_view code, const std::string& message) {
    pdf_.fault(code, where_ + message);
}

void ContentReader::check_operands(ContentOperands operands) {
    for (const ContentToken& token : operands) {
        if (is_short_number(token)) continue; // as most are
        if (const std::string_view id = broken_limit(token); !id.empty())
            break_once({id}, std::string(condition_of(id).text) + ": " + in_backticks(token.bytes));
    }
}

/// A device colour is that of the output intent. ISO 19005-2 6.2.4.3.
void ContentReader::check_colour(std::string_view name, ContentOperands operands) {
    const std::string space = name.size() < 3 && lower_ascii(name) == "cs" && !operands.empty()
                                  ? read_name(operands.front())
                              : lower_ascii(name) == "rg" ? "DeviceRGB"
                              : lower_ascii(name) == "k"  ? "DeviceCMYK"
                                                          : "DeviceGray";
    if (!is_device_colour_known(space, pdf_.output_components()))
        break_once({"6.2.4.3-1"}, "content is coloured in " + in_backticks(space) +
                                      ", which the output intent does not have");
}

void ContentReader::check_intent(ContentOperands operands) {
    const std::string intent = operands.empty() ? std::string() : read_name(operands.front());
    if (!is_rendering_intent(intent))
        break_once({"6.2.6-1"}, "content names the rendering intent " + in_backticks(intent));
}

void ContentReader::break_once(ConditionIds ids, const std::string& message) {
    if (broken_.insert(*ids.begin()).second) pdf_.broken(ids, where_ + message);
}

} // namespace presskit::verify
