// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/marked_content.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <array>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace presskit::verify {
namespace {

using Operators = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Operators operators) {
    return std::ranges::find(operators, name) != operators.end();
}

bool paints(std::string_view name) {
    return is_one_of(name, {"Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*",
                            "sh", "Do", "EI"});
}

bool shows_text(std::string_view name) { return is_one_of(name, {"Tj", "TJ", "'", "\""}); }

/// All operators of ISO 32000-1 annex A but those handled by name below.
bool is_known(std::string_view name) {
    return paints(name) ||
           is_one_of(name, {"w",  "J",  "j",  "M",  "d",   "ri", "i",   "gs",  "q",   "Q",  "cm",
                            "m",  "l",  "c",  "v",  "y",   "h",  "re",  "n",   "W",   "W*", "BT",
                            "ET", "Tc", "Tw", "Tz", "TL",  "Tf", "Tr",  "Ts",  "Td",  "TD", "Tm",
                            "T*", "CS", "cs", "SC", "SCN", "sc", "scn", "G",   "g",   "RG", "rg",
                            "K",  "k",  "BI", "ID", "MP",  "DP", "BMC", "BDC", "EMC", "BX", "EX"});
}

/// Follows the content of one page.
class ContentReader final : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentReader(PdfCase& pdf, QPDFObjectHandle resources, std::string where)
        : pdf_(pdf), resources_(resources), where_(std::move(where)) {}

    void handleObject(QPDFObjectHandle object, size_t, size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        handle_operator(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override {
        if (marks_.is_open() || saved_fonts_.size() != 1 || inside_text_ || !operands_.empty())
            report("verify.pdf-unbalanced", "marks, states or text objects are left open");
    }

    const std::set<int>& mcids() const { return marks_.mcids(); }
    const ShownCodes& codes() const { return codes_; }

  private:
    void handle_operator(const std::string& name) {
        if (!is_known(name))
            report("verify.pdf-operator", "there is an unknown operator " + in_backticks(name));
        else if (name == "BMC" || name == "BDC")
            begin_mark();
        else if (name == "EMC") {
            if (!marks_.end()) report("verify.pdf-unbalanced", "EMC closes nothing");
        } else if (name == "q")
            saved_fonts_.push_back(saved_fonts_.back());
        else if (name == "Q")
            restore();
        else if (name == "BT" || name == "ET")
            turn_text(name == "BT");
        else if (name == "Tf")
            set_font();
        else if (paints(name))
            paint(name);
    }

    void begin_mark() {
        const std::string tag = operands_.empty() ? "" : to_name(operands_.front());
        QPDFObjectHandle properties =
            operands_.size() > 1 ? operands_[1] : QPDFObjectHandle::newNull();
        if (properties.isName())
            properties = resources_.getKeyIfDict("/Properties").getKeyIfDict(properties.getName());
        const bool has_properties = properties.isDictionary();
        const int mcid = has_properties ? to_int(properties.getKey("/MCID"), -1) : -1;
        const bool replaced = has_properties && properties.hasKey("/ActualText");
        if (mcid >= 0 && !marks_.add_mcid(mcid))
            report("verify.pdf-mcid", "the MCID " + std::to_string(mcid) + " is used twice");
        const std::string broken = marks_.begin(tag, mcid, replaced);
        if (broken == "01-003") ua_report("an artifact stands inside tagged content", broken);
        if (broken == "01-004") ua_report("tagged content stands inside an artifact", broken);
    }

    void restore() {
        if (saved_fonts_.size() > 1)
            saved_fonts_.pop_back();
        else
            report("verify.pdf-unbalanced", "Q restores nothing");
    }

    void turn_text(bool begins) {
        if (inside_text_ == begins) report("verify.pdf-unbalanced", "BT and ET do not alternate");
        inside_text_ = begins;
    }

    void set_font() {
        QPDFObjectHandle fonts = resources_.getKeyIfDict("/Font");
        QPDFObjectHandle font =
            operands_.empty() || !operands_.front().isName() || !fonts.isDictionary()
                ? QPDFObjectHandle::newNull()
                : fonts.getKey(operands_.front().getName());
        if (!font.isDictionary() || !font.isIndirect())
            report("verify.pdf-font", "Tf names a font that is not there");
        saved_fonts_.back() = font.isIndirect() ? font.getObjectID() : 0;
    }

    void paint(const std::string& name) {
        if (!marks_.covers_painting() && !untagged_) {
            untagged_ = true; // once a page is enough
            ua_report("content is neither tagged nor an artifact", "01-005");
        }
        if (shows_text(name) && !operands_.empty()) show(operands_.back());
    }

    /// Identity-H: two bytes a code. ISO 32000-1 9.7.5.2.
    void show(QPDFObjectHandle text) {
        for (QPDFObjectHandle& part : to_list(text)) {
            if (!part.isString() || marks_.is_replaced()) continue;
            const std::string codes = part.getStringValue();
            std::set<unsigned>& shown = codes_[saved_fonts_.back()];
            for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
                shown.insert(static_cast<unsigned char>(codes[i]) * 256u +
                             static_cast<unsigned char>(codes[i + 1]));
        }
    }

    void report(std::string_view code, const std::string& message) {
        pdf_.fault(code, where_ + message);
    }
    void ua_report(const std::string& message, const std::string& condition) {
        pdf_.ua_fault("verify.pdf-content", where_ + message, condition);
    }

    PdfCase& pdf_;
    QPDFObjectHandle resources_;
    std::string where_;
    std::vector<QPDFObjectHandle> operands_;
    MarkedContent marks_;
    std::vector<int> saved_fonts_{0}; ///< the font in force in each graphics state
    ShownCodes codes_;
    bool inside_text_ = false, untagged_ = false;
};

bool is_bounded(PdfCase& pdf, QPDFObjectHandle page) {
    for (QPDFObjectHandle& part : to_list(page.getKey("/Contents")))
        if (!part.isStream() || !pdf.decodes(part)) return false;
    return true;
}

void check_page_entries(PdfCase& pdf, QPDFObjectHandle page, const std::string& where,
                        ContentUse& use) {
    const int key = to_int(page.getKey("/StructParents"), -1);
    if (key < 0)
        pdf.fault("verify.pdf-struct-parents",
                  where + "has no StructParents (ISO 32000-1 14.7.4.4)");
    else
        use.struct_parents[page.getObjectID()] = key;
    if (to_name(page.getKey("/Tabs")) != "S")
        pdf.ua_fault("verify.pdf-tabs", where + "has no Tabs S",
                     page.hasKey("/Tabs") ? "28-009" : "28-008");
}

} // namespace

ContentUse check_content(PdfCase& pdf) {
    ContentUse use;
    std::size_t number = 0;
    for (QPDFObjectHandle page : pdf.pages()) {
        const std::string where = "page " + std::to_string(++number) + ": ";
        check_page_entries(pdf, page, where, use);
        if (!is_bounded(pdf, page)) {
            pdf.fault("verify.pdf-content", where + "its content cannot be read");
            continue;
        }
        QPDFPageObjectHelper content(page);
        ContentReader reader(pdf, content.getAttribute("/Resources", false), where);
        content.parseContents(&reader);
        for (const int mcid : reader.mcids()) use.marked.insert({page.getObjectID(), mcid});
        for (const auto& [font, codes] : reader.codes())
            use.codes[font].insert(codes.begin(), codes.end());
    }
    return use;
}

} // namespace presskit::verify
