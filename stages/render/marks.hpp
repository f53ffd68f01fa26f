// SPDX-License-Identifier: Apache-2.0
/// The marked-content sequences of one page: which are open, and which MCIDs they took.
/// ISO 32000-1 14.6, 14.7.4.2.
#pragma once

#include "stages/model/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::render {

/// Opens sequences when something is about to be painted, so that none is empty. Text that needs
/// ActualText gets a sequence with an MCID of its own rather than one nested in its paragraph's:
/// poppler (and so Orca) takes the end of a nested sequence for the end of the outer one.
class MarkWriter {
  public:
    explicit MarkWriter(std::string& out) : out_(out) {}

    /// What is painted next belongs to `content`, whose element has this role.
    void begin(ContentId content, StructureRole role);
    /// What is painted next is an artefact; `properties` is its property list.
    void begin_artifact(std::string properties);
    /// Closes all that is open.
    void end();

    /// Makes sure that an ordinary sequence is open.
    void open();
    /// Opens a Span that says `text` (ISO 32000-1 14.9.4). Ends with `close`.
    void open_actual_text(std::string_view text);
    /// Closes the innermost sequence.
    void close();

    /// The content of each MCID.
    std::vector<ContentId> take() { return std::move(marks_); }

  private:
    void append_mcid();

    std::string& out_;
    std::vector<ContentId> marks_;
    ContentId content_;
    std::string_view type_;  ///< of the content's element; empty in an artefact
    std::string properties_; ///< of the artefact
    int depth_ = 0;
};

} // namespace presskit::render
