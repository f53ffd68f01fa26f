// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "stages/verify/limits.hpp"

#include <algorithm>
#include <limits>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace presskit::verify {
namespace {

/// Counts what qpdf decodes and keeps it if asked to, up to a limit; past it, stops the decoding by an
/// exception, which qpdf turns into a warning.
class BoundedSink final : public Pipeline {
  public:
    BoundedSink(std::size_t limit, bool keeps)
        : Pipeline("bounded sink", nullptr), limit_(limit), keeps_(keeps) {}
    void write(unsigned char const* bytes, std::size_t count) override {
        if (count > limit_ - count_) overflowed_ = true;
        if (overflowed_) throw std::length_error("stream is larger than the limit");
        count_ += count;
        if (keeps_) kept_.append(reinterpret_cast<const char*>(bytes), count);
    }
    void finish() override {}
    bool overflowed() const { return overflowed_; }
    std::size_t count() const { return count_; }
    std::string take() { return std::move(kept_); }

  private:
    std::size_t limit_;
    std::size_t count_ = 0;
    bool keeps_;
    bool overflowed_ = false;
    std::string kept_;
};

} // namespace

void PdfCase::ua_fault(std::string_view code, const std::string& message,
                       std::string_view condition) {
    faults_.add(code, "PDF/UA-1: " + message + " (Matterhorn " + std::string(condition) + ")");
}

std::optional<std::string> PdfCase::decode(QPDFObjectHandle stream, bool keeps) {
    BoundedSink sink(std::min(max_stream_bytes, max_decoded_bytes - decoded_bytes_), keeps);
    bool filtered = false;
    const bool whole =
        stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, false, false);
    if (sink.overflowed()) {
        decoded_bytes_ = max_decoded_bytes; // one bomb is enough: nothing more is inflated
        fault("verify.pdf-bomb", "a stream decodes to more than the limit");
        return std::nullopt;
    }
    decoded_bytes_ += sink.count();
    if (whole) return sink.take();
    fault("verify.pdf-stream", "a stream cannot be decoded");
    return std::nullopt;
}

std::optional<std::string> PdfCase::decoded(QPDFObjectHandle stream) { return decode(stream, true); }

bool PdfCase::decodes(QPDFObjectHandle stream) {
    const auto raw = stream.getRawStreamData();
    QPDFObjectHandle dictionary = stream.getDict();
    std::string key(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
    for (const char* name : {"/Filter", "/DecodeParms"})
        key += dictionary.getKey(name).unparseResolved();
    const Digest digest = sha256(key);
    if (const auto size = sound_.find(digest)) {
        decoded_bytes_ += *size;
        return true;
    }
    const std::size_t before = decoded_bytes_;
    if (!decode(stream, false)) return false;
    sound_.add(digest, decoded_bytes_ - before);
    return true;
}

int to_int(QPDFObjectHandle object, int otherwise) {
    if (!object.isInteger()) return otherwise;
    const long long value = object.getIntValue();
    return value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()
               ? otherwise
               : static_cast<int>(value);
}

std::string to_name(QPDFObjectHandle object) {
    return object.isName() ? object.getName().substr(1) : std::string();
}

std::string to_text(QPDFObjectHandle object) {
    return object.isString() ? object.getUTF8Value() : std::string();
}

std::vector<QPDFObjectHandle> to_list(QPDFObjectHandle object) {
    if (object.isArray()) return object.getArrayAsVector();
    if (object.isNull()) return {};
    return {object};
}

} // namespace presskit::verify
