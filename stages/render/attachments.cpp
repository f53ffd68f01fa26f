// SPDX-License-Identifier: Apache-2.0
#include "stages/render/attachments.hpp"

#include "stages/render/metadata.hpp"
#include "stages/render/syntax.hpp"
#include "stages/render/trees.hpp"

#include <map>

namespace presskit::render {
namespace {

ObjectId write_embedded(PdfFile& file, const Attachment& attachment, std::int64_t timestamp,
                        Deflater& deflater) {
    std::string out = "/Type /EmbeddedFile\n/Subtype ";
    append_name(out, attachment.media_type);
    out += "\n/Params <</Size ";
    append_integer(out, static_cast<std::int64_t>(attachment.bytes.size()));
    for (const char* key : {" /CreationDate ", " /ModDate "}) {
        out += key;
        append_string(out, pdf_date(timestamp));
    }
    return file.add_stream(out + ">>\n/Filter /FlateDecode\n", deflater.deflate(attachment.bytes));
}

/// F and UF both, ISO 14289-1 7.11.
ObjectId write_specification(PdfFile& file, const Attachment& attachment, ObjectId embedded) {
    std::string out = "/Type /Filespec\n/F ";
    append_text(out, attachment.name);
    out += "\n/UF ";
    append_text(out, attachment.name);
    out += "\n/Desc ";
    append_text(out, attachment.description);
    out += attachment.relation == AttachmentRelation::source ? "\n/AFRelationship /Source"
                                                             : "\n/AFRelationship /Data";
    out += "\n/EF <</F ";
    append_reference(out, embedded);
    out += " /UF ";
    append_reference(out, embedded);
    return file.add(out + ">>\n");
}

} // namespace

std::string write_attachments(PdfFile& file, const Attachments& attachments, std::int64_t timestamp,
                              Deflater& deflater) {
    if (attachments.empty()) return {};
    std::map<std::string, ObjectId> names;
    std::string associated;
    for (const Attachment& attachment : attachments) {
        const ObjectId specification = write_specification(
            file, attachment, write_embedded(file, attachment, timestamp, deflater));
        names[attachment.name] = specification;
        append_reference(associated, specification);
        associated += ' ';
    }
    std::vector<TreeEntry> entries;
    for (const auto& [name, specification] : names) {
        TreeEntry& entry = entries.emplace_back();
        append_string(entry.key, name);
        append_reference(entry.value, specification);
    }
    std::string out = "/AF [" + associated + "]\n/Names <</EmbeddedFiles ";
    append_reference(out, write_tree(file, TreeKind::names, entries));
    return out + ">>\n";
}

} // namespace presskit::render
