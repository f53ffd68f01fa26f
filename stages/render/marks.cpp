// SPDX-License-Identifier: Apache-2.0
#include "stages/render/marks.hpp"

#include "stages/render/roles.hpp"
#include "stages/render/syntax.hpp"

#include <cassert>

namespace presskit::render {

void MarkWriter::begin(ContentId content, StructureRole role) {
    end();
    content_ = content;
    type_ = structure_type(role);
}

void MarkWriter::begin_artifact(std::string properties) {
    end();
    type_ = {};
    properties_ = std::move(properties);
}

void MarkWriter::end() {
    while (depth_ > 0) close();
}

void MarkWriter::open() {
    if (depth_ > 0) return;
    if (type_.empty()) {
        out_ += "/Artifact <<" + properties_;
    } else {
        append_name(out_, type_);
        out_ += " <<";
        append_mcid();
    }
    out_ += ">> BDC\n";
    ++depth_;
}

void MarkWriter::open_actual_text(std::string_view text) {
    if (type_.empty())
        open();
    else
        end();
    out_ += "/Span <<";
    if (!type_.empty()) {
        append_mcid();
        out_ += ' ';
    }
    out_ += "/ActualText ";
    append_text(out_, text);
    out_ += ">> BDC\n";
    ++depth_;
}

void MarkWriter::close() {
    assert(depth_ > 0);
    --depth_;
    out_ += "EMC\n";
}

void MarkWriter::append_mcid() {
    out_ += "/MCID ";
    append_integer(out_, static_cast<std::int64_t>(marks_.size()));
    marks_.push_back(content_);
}

} // namespace presskit::render
