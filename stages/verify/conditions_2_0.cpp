// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/conditions.hpp"

namespace presskit::verify {
namespace {

// One row a line, however long its words.
// clang-format off
constexpr Condition ua_2_rows[] = {
    {"6.2-1", "", "6.2", ConditionKind::machine, "marked", "pdf_metadata",
     "MarkInfo does not say Marked"},
    {"8.2.1-1", "", "8.2.1", ConditionKind::machine, "structure", "pdf_metadata",
     "there is no structure tree"},
    {"8.2.4-1", "", "8.2.4", ConditionKind::machine, "namespace", "pdf_2_0",
     "an element is in no namespace of PDF, or of a type that PDF 2.0 does not have"},
    {"8.2.5.2-1", "", "8.2.5.2", ConditionKind::machine, "namespace", "pdf_2_0",
     "the structure tree is not one Document of PDF 2.0"},
    {"8.2.5.8-1", "", "8.2.5.8", ConditionKind::machine, "reference", "tag_references",
     "a line of the contents does not name its heading (Ref)"},
    {"8.2.5.12-1", "", "8.2.5.12", ConditionKind::machine, "heading", "pdf_2_0",
     "a heading has no level of its own (H)"},
    {"8.2.5.14-1", "", "8.2.5.14", ConditionKind::machine, "namespace", "pdf_2_0",
     "a note is a Note of PDF 1.7 instead of an FENote"},
    {"8.2.5.14-2", "", "8.2.5.14", ConditionKind::machine, "reference", "tag_references",
     "a note and what refers to it do not name each other (Ref)"},
    {"8.2.5.14-3", "", "8.2.5.14", ConditionKind::machine, "reference", "tag_references",
     "a note has a NoteType that is not Footnote, Endnote or None"},
    {"8.2.5.27-1", "", "8.2.5.27", ConditionKind::machine, "caption", "pdf_2_0",
     "a Caption is neither the first nor the last of an element, or the document's own"},
    {"8.4.3-1", "", "8.4.3", ConditionKind::machine, "private-use", "pdf_2_0",
     "an ActualText or Alt has a private use character"},
    {"8.4.4-1", "", "8.4.4", ConditionKind::machine, "language", "pdf_language",
     "a Lang is no language tag"},
    {"8.8-1", "", "8.8", ConditionKind::machine, "destination", "pdf_2_0",
     "a destination leads to a page instead of a structure element"},
};

constexpr Condition archive_4_rows[] = {
    {"6.1.3-4", "", "6.1.3", ConditionKind::machine, "info", "pdf_2_0",
     "the trailer has an Info dictionary"},
};
// clang-format on

} // namespace

std::span<const Condition> ua_2_conditions() { return ua_2_rows; }
std::span<const Condition> archive_4_conditions() { return archive_4_rows; }

} // namespace presskit::verify
