// SPDX-License-Identifier: Apache-2.0
#include "stages/render/linearize.hpp"

// qpdf asks each user to choose its pointers: standard ones only.
#define POINTERHOLDER_TRANSITION 4

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace presskit::render {

std::string linearized(const std::string& pdf) {
    QPDF qpdf;
    qpdf.setSuppressWarnings(true);
    qpdf.processMemoryFile("document", pdf.data(), pdf.size());
    QPDFWriter writer(qpdf);
    writer.setOutputMemory();
    writer.setLinearization(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDecodeLevel(qpdf_dl_none); // streams stay as we deflated them
    writer.setNewlineBeforeEndstream(true); // ISO 19005-2 6.1.7.1
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace presskit::render
