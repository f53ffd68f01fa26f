// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "stages/verify/limits.hpp"

#include <algorithm>
#include <limits>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace presskit::verify {
namespace {

/// Keeps what qpdf decodes, up to a limit; past it, stops the decoding by an exception, which qpdf
/// turns into a warning.
class BoundedSink final : public Pipeline {
  public:
    explicit BoundedSink(std::size_t limit) : Pipeline("bounded sink", nullptr), limit_(limit) {}
    void write(unsigned char const* bytes, std::size_t count) override {
        if (count > limit_ - kept_.size()) overflowed_ = true;
        if (overflowed_) throw std::length_error("stream is larger than the limit");
        kept_.append(reinterpret_cast<const char*>(bytes), count);
    }
    void finish() override {}
    bool overflowed() const { return overflowed_; }
    std::string take() { return std::move(kept_); }

  private:
    std::size_t limit_;
    bool overflowed_ = false;
    std::string kept_;
};

} // namespace

void PdfCase::ua_fault(std::string_view code, const std::string& message,
                       std::string_view condition) {
    faults_.add(code, "PDF/UA-1: " + message + " (Matterhorn " + std::string(condition) + ")");
}

std::optional<std::string> PdfCase::decoded(QPDFObjectHandle stream) {
    BoundedSink sink(std::min(max_stream_bytes, max_decoded_bytes - decoded_bytes_));
    bool filtered = false;
    const bool whole =
        stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, false, false);
    if (sink.overflowed()) {
        decoded_bytes_ = max_decoded_bytes; // one bomb is enough: nothing more is inflated
        fault("verify.pdf-bomb", "a stream decodes to more than the limit");
        return std::nullopt;
    }
    std::string bytes = sink.take();
    decoded_bytes_ += bytes.size();
    if (whole) return bytes;
    fault("verify.pdf-stream", "a stream cannot be decoded");
    return std::nullopt;
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
