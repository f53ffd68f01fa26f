// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/pdf_objects.hpp"

#include "tests/fuzz/mutation.hpp"

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

namespace presskit::fuzz {
namespace {

std::string written(QPDF& file) {
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_uncompress);
    writer.setPreserveUnreferencedObjects(true);
    writer.write();
    const std::shared_ptr<Buffer> made = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(made->getBuffer()), made->getSize()};
}

QPDFObjectHandle any_value(std::vector<QPDFObjectHandle>& objects, Random& random) {
    switch (random.below(8)) {
    case 0: return QPDFObjectHandle::newNull();
    case 1: return QPDFObjectHandle::newInteger(static_cast<long long>(random.next()) >> random.below(64));
    case 2: return QPDFObjectHandle::newReal(random.one_in(2) ? "-0.0000001" : "99999999999999999999.5");
    case 3: return QPDFObjectHandle::newName(random.one_in(2) ? "/Span" : "/\xC3\x28");
    case 4: return QPDFObjectHandle::newString(std::string(random.below(40), static_cast<char>(random.next())));
    case 5: return QPDFObjectHandle::newArray();
    default: return random.of(objects); // a reference
    }
}

void change_entry(QPDFObjectHandle dictionary, std::vector<QPDFObjectHandle>& objects, Random& random) {
    const auto keys = dictionary.getKeys();
    if (keys.empty()) return;
    const std::string key = *std::next(keys.begin(), static_cast<std::ptrdiff_t>(random.below(keys.size())));
    QPDFObjectHandle value = dictionary.getKey(key);
    if (random.one_in(5)) {
        dictionary.removeKey(key);
    } else if (value.isArray() && !value.isIndirect() && value.getArrayNItems() > 0 && !random.one_in(3)) {
        const auto at = static_cast<int>(random.below(static_cast<std::size_t>(value.getArrayNItems())));
        if (random.one_in(3))
            value.eraseItem(at);
        else
            value.setArrayItem(at, any_value(objects, random));
    } else if (value.isDictionary() && !value.isIndirect() && !random.one_in(3)) {
        change_entry(value, objects, random);
    } else {
        dictionary.replaceKey(key, any_value(objects, random));
    }
}

} // namespace

std::string plain_pdf(const std::string& pdf) {
    QPDF file;
    file.processMemoryFile("pdf", pdf.data(), pdf.size());
    return written(file);
}

std::string mutated_pdf(const std::string& pdf, Random& random) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("pdf", pdf.data(), pdf.size());
    std::vector<QPDFObjectHandle> objects = file.getAllObjects();
    for (std::size_t changes = random.one_in(2) ? 1 : random.early(6) + 1; changes > 0; --changes) {
        QPDFObjectHandle object = random.of(objects);
        if (object.isStream()) object = object.getDict();
        if (object.isDictionary()) change_entry(object, objects, random);
    }
    try {
        return written(file);
    } catch (const std::runtime_error&) { // QPDFExc, or of its writer; some changes qpdf itself cannot write, as a catalog that is a name
        return mutated_bytes(pdf, random);
    }
}

} // namespace presskit::fuzz
