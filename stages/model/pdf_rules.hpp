// SPDX-License-Identifier: Apache-2.0
/// What a campaign's PDFs conform to and carry.
#pragma once

#include <string>
#include <vector>

namespace presskit {

/// PDF/UA-1 with PDF/A-2a on PDF 1.7, or PDF/UA-2 with PDF/A-4 on PDF 2.0. With attachments the first
/// is PDF/A-3a, the second PDF/A-4f, which alone may carry files of any kind.
enum class PdfStandard { ua_1_a_2a, ua_2_a_4 };

struct PdfRules {
    PdfStandard standard = PdfStandard::ua_1_a_2a;
    bool attachments = false;
    bool operator==(const PdfRules&) const = default;
};

/// How a file attached to a document relates to it. ISO 19005-3 annex E.
enum class AttachmentRelation { source, data };

/// A file inside a PDF. `name` is a plain file name of its own in the document; `description` is for
/// people, in the document's language; `media_type` is like "text/csv".
struct Attachment {
    std::string name, description, media_type;
    AttachmentRelation relation = AttachmentRelation::source;
    std::string bytes;
    bool operator==(const Attachment&) const = default;
};
using Attachments = std::vector<Attachment>;

} // namespace presskit
