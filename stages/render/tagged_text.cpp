// SPDX-License-Identifier: Apache-2.0
#include "stages/render/tagged_text.hpp"

#include "stages/render/roles.hpp"

namespace presskit::render {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";

class Reader {
  public:
    explicit Reader(const Pages& pages) : pages_(pages), texts_(text_of_contents(pages)) {}

    std::string read() {
        if (!pages_.elements.empty()) element(ElementId{0});
        end_line();
        return std::move(out_);
    }

  private:
    void element(ElementId id);
    void say(std::string_view text);
    /// Ends the line; what is pending between two words of one line is dropped with it.
    void end_line() {
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
        separator_ = {};
    }

    const Pages& pages_;
    std::vector<std::string> texts_;
    std::string out_;
    std::string_view separator_; ///< goes before the next text of the line
    bool after_label_ = false;   ///< a block right after a label stays on the label's line
};

void Reader::element(ElementId id) {
    const StructureElement& element = pages_.elements[id.value];
    const bool block = is_block(element.role);
    if (block && !after_label_) end_line();
    for (const StructureKid& kid : element.kids) {
        if (const auto* content = std::get_if<ContentId>(&kid))
            say(texts_[content->value]);
        else
            this->element(std::get<ElementId>(kid));
    }
    if (block) {
        end_line();
        after_label_ = false;
    }
    const bool cell = element.role == StructureRole::table_header_cell ||
                      element.role == StructureRole::table_data_cell;
    if (cell) separator_ = "\t";
    if (element.role == StructureRole::label) {
        separator_ = " ";
        after_label_ = true;
    }
}

void Reader::say(std::string_view text) {
    if (text.empty()) return;
    after_label_ = false;
    const bool spaced = separator_ == " " && (out_.ends_with(' ') || text.starts_with(' '));
    if (!spaced) out_ += separator_;
    separator_ = {};
    while (!text.empty()) {
        const auto hyphen = text.find(soft_hyphen);
        out_ += text.substr(0, hyphen);
        text.remove_prefix(hyphen == std::string_view::npos ? text.size()
                                                            : hyphen + soft_hyphen.size());
    }
}

} // namespace

std::string tagged_text(const Pages& pages) { return Reader(pages).read(); }

std::vector<std::string> text_of_contents(const Pages& pages) {
    std::vector<std::string> texts(pages.contents);
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item.shape);
            const auto* content = std::get_if<ContentId>(&item.tag);
            if (run && content && content->value < texts.size()) texts[content->value] += run->text;
        }
    return texts;
}

} // namespace presskit::render
