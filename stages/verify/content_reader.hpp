// SPDX-License-Identifier: Apache-2.0
/// Follows the content of one page and reports what it breaks; private to the pdf_*.cpp files.
#pragma once

#include "stages/verify/content_tokens.hpp"
#include "stages/verify/marked_content.hpp"
#include "stages/verify/pdf_case.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// `resources` is the page's. What text shows is added to `use`.
class ContentReader {
  public:
    ContentReader(PdfCase& pdf, QPDFObjectHandle resources, std::string where, ContentUse& use);

    void read(std::string_view content);
    const std::set<int>& mcids() const { return marks_.mcids(); }

  private:
    void handle(std::string_view name, ContentOperands operands);
    void begin_mark(ContentOperands operands);
    void restore();
    void turn_text(bool begins);
    void report_crossing();
    void set_font(ContentOperands operands);
    void paint();
    void show(ContentOperands operands);
    void check_end(std::string_view fault);
    void check_operands(ContentOperands operands);
    void check_colour(std::string_view name, ContentOperands operands);
    void check_intent(ContentOperands operands);
    void report(std::string_view code, const std::string& message);
    void break_once(ConditionIds ids, const std::string& message);

    PdfCase& pdf_;
    QPDFObjectHandle resources_;
    std::string where_, shown_;
    ContentUse& use_;
    MarkedContent marks_;
    std::map<std::string, int, std::less<>> fonts_; ///< object numbers by resource name
    std::vector<int> saved_fonts_{0};               ///< the font in force in each graphics state
    std::set<std::string_view> broken_;             ///< once a page is enough
    bool inside_text_ = false;
    std::size_t marks_around_text_ = 0; ///< open where the text object began
    CodeSet* codes_ = nullptr; ///< of the font that text was last shown in, by its object number
    int codes_font_ = 0;
    std::size_t codes_step_ = 2; ///< bytes a code
};

} // namespace presskit::verify
