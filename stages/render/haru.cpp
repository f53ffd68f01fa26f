// SPDX-License-Identifier: Apache-2.0
#include "stages/render/haru.hpp"

#include "pipeline/base/digest.hpp"
#include "stages/render/object_streams.hpp"

#include <cassert>
#include <hpdf.h>
#include <new>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::string_view empty_id = "<00000000000000000000000000000000>";
// A comment of bytes above 127 shows that the file is binary, ISO 32000-1 7.5.2.
constexpr std::string_view binary_comment = "%\xB7\xBE\xAD\xAA\n";

/// What a libharu dictionary prints. A stream's bytes follow it; a dictionary has none.
struct Object {
    std::string entries;
    SharedBytes bytes;
    ByteUse use = ByteUse::other;
};

struct Fault {
    HPDF_STATUS code = 0, detail = 0;
};

HPDF_STATUS write(HPDF_Stream output, std::string_view bytes) {
    if (bytes.empty()) return HPDF_OK;
    return HPDF_Stream_Write(output, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

extern "C" {

void presskit_keep_fault(HPDF_STATUS code, HPDF_STATUS detail, void* fault) {
    auto& kept = *static_cast<Fault*>(fault);
    if (kept.code == 0) kept = {code, detail};
}

HPDF_STATUS presskit_append(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT count) {
    try {
        static_cast<std::string*>(stream->attr)
            ->append(reinterpret_cast<const char*>(bytes), count);
    } catch (const std::bad_alloc&) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
    return HPDF_OK;
}

HPDF_STATUS presskit_write_entries(HPDF_Dict dictionary, HPDF_Stream output) {
    return write(output, static_cast<Object*>(dictionary->attr)->entries);
}

} // extern "C"

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};

void clear(HPDF_Dict dictionary) {
    while (dictionary->list->count > 0) {
        const auto* entry =
            static_cast<const HPDF_DictElement_Rec*>(HPDF_List_ItemAt(dictionary->list, 0));
        const std::string key = entry->key;
        HPDF_Dict_RemoveElement(dictionary, key.c_str());
    }
    dictionary->before_write_fn = nullptr;
}

/// Replaces the empty ID, which begins at `at`, by a digest of the bytes.
void seal(std::string& file, std::size_t at) {
    assert(file.compare(at, empty_id.size(), empty_id) == 0);
    const std::string id = "<" + to_hex(sha256(file)).substr(0, empty_id.size() - 2) + ">";
    file.replace(at, 2 * id.size(), id + id);
}

} // namespace

struct PdfFile::Document {
    Fault fault;
    std::vector<std::unique_ptr<Object>> objects; ///< index is the object's number
    std::vector<HPDF_Dict> dictionaries;          ///< index is the object's number
    std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeDocument> haru;
    ObjectId catalog, page_tree, document_information;
    ByteUse use = ByteUse::other;
    PdfVersion version = PdfVersion::v1_7;

    void fail(HPDF_STATUS code) {
        if (fault.code == 0) fault = {code, 0};
    }
    ObjectId adopt(HPDF_Dict dictionary);
    RenderedPdf write(Deflater& deflater);
    Object* find(ObjectId id) { return id ? objects[id.value].get() : nullptr; }
};

/// Lets a dictionary of libharu's print an Object of ours.
ObjectId PdfFile::Document::adopt(HPDF_Dict dictionary) {
    const ObjectId id{dictionary->header.obj_id & 0x00FFFFFFu};
    if (objects.size() <= id.value) {
        objects.resize(id.value + 1);
        dictionaries.resize(id.value + 1);
    }
    objects[id.value] = std::make_unique<Object>();
    dictionaries[id.value] = dictionary;
    dictionary->attr = objects[id.value].get();
    dictionary->write_fn = presskit_write_entries;
    return id;
}

PdfFile::PdfFile(PdfVersion version) : document_(std::make_unique<Document>()) {
    Document& document = *document_;
    document.version = version;
    // No memory pool: libharu 2.3.0 aligns what it hands out of one to four bytes only.
    document.haru.reset(HPDF_New(presskit_keep_fault, &document.fault));
    if (!document.haru) {
        document.fail(HPDF_FAILD_TO_ALLOC_MEM);
        return;
    }
    HPDF_Doc haru = document.haru.get();
    for (HPDF_Dict dictionary : {haru->catalog, haru->root_pages, haru->info}) clear(dictionary);
    document.catalog = document.adopt(haru->catalog);
    document.page_tree = document.adopt(haru->root_pages);
    document.document_information = document.adopt(haru->info);
}

PdfFile::~PdfFile() = default;

ObjectId PdfFile::catalog() const { return document_->catalog; }
ObjectId PdfFile::page_tree() const { return document_->page_tree; }
ObjectId PdfFile::document_information() const { return document_->document_information; }

ObjectId PdfFile::reserve() {
    Document& document = *document_;
    if (document.fault.code != 0) return {};
    HPDF_Doc haru = document.haru.get();
    HPDF_Dict dictionary = HPDF_Dict_New(haru->mmgr);
    // The table owns the dictionary from here on, and frees it if it cannot take it.
    if (const auto status = HPDF_Xref_Add(haru->xref, dictionary); status != HPDF_OK) {
        document.fail(status);
        return {};
    }
    return document.adopt(dictionary);
}

void PdfFile::count_as(ByteUse use) { document_->use = use; }

void PdfFile::set(ObjectId id, std::string entries) { set_stream(id, std::move(entries), nullptr); }

void PdfFile::set_stream(ObjectId id, std::string entries, SharedBytes bytes) {
    Object* object = document_->find(id);
    if (!object) return;
    if (bytes) {
        entries += "/Length ";
        append_integer(entries, static_cast<std::int64_t>(bytes->size()));
    }
    *object = {std::move(entries), std::move(bytes), document_->use};
}

ObjectId PdfFile::add(std::string entries) {
    const ObjectId id = reserve();
    set(id, std::move(entries));
    return id;
}

ObjectId PdfFile::add_stream(std::string entries, SharedBytes bytes) {
    const ObjectId id = reserve();
    set_stream(id, std::move(entries), std::move(bytes));
    return id;
}

/// libharu prints each object, FileBody puts it into the file.
RenderedPdf PdfFile::Document::write(Deflater& deflater) {
    const bool has_information = version == PdfVersion::v1_7;
    RenderedPdf pdf{has_information ? "%PDF-1.7\n" : "%PDF-2.0\n", {}};
    pdf.bytes += binary_comment;
    FileBody body(pdf.bytes, deflater, static_cast<std::uint32_t>(objects.size() - 1));
    std::string value;
    const HPDF_Stream output = HPDF_CallbackWriter_New(haru->mmgr, presskit_append, &value);
    for (std::uint32_t number = 1; number < objects.size(); ++number) {
        if (!objects[number]) continue;
        if (number == document_information.value && !has_information) continue;
        value.clear();
        if (const auto status = HPDF_Obj_WriteValue(dictionaries[number], output, nullptr);
            status != HPDF_OK)
            fail(status);
        const Object& object = *objects[number];
        if (object.bytes)
            body.add_stream({number}, value, *object.bytes, object.use);
        else
            body.pack({number}, value, object.use);
    }
    HPDF_Stream_Free(output);
    std::string trailer = "/Root ";
    append_reference(trailer, catalog);
    if (has_information) {
        trailer += "/Info ";
        append_reference(trailer, document_information);
    }
    trailer += "/ID [";
    const std::size_t id_at = trailer.size();
    trailer.append(empty_id).append(empty_id) += ']';
    const std::size_t trailer_at = body.finish(trailer);
    seal(pdf.bytes, trailer_at + id_at);
    pdf.use = body.count();
    return pdf;
}

Result<RenderedPdf> PdfFile::save(Deflater& deflater) {
    Document& document = *document_;
    RenderedPdf pdf;
    if (document.fault.code == 0) pdf = document.write(deflater);
    if (document.fault.code == 0) return pdf;
    std::string code = "0x";
    append_hex(code, static_cast<std::uint32_t>(document.fault.code), 4);
    return Diagnostic{"render.pdf-failed",
                      "libharu reports error " + code,
                      "report this",
                      {},
                      {},
                      Severity::error,
                      Blame::internal};
}

std::string_view haru_version() { return HPDF_GetVersion(); }

} // namespace presskit::render
