// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "stages/verify/bounded_sink.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <limits>

namespace presskit::verify {

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

std::optional<std::string> PdfCase::decoded(QPDFObjectHandle stream) {
    auto bytes = decode(stream, true);
    if (bytes) seen_streams_.insert(stream.getObjectID());
    return bytes;
}

bool PdfCase::decodes(QPDFObjectHandle stream) {
    if (!seen_streams_.insert(stream.getObjectID()).second) return true;
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

const CodeMap* PdfCase::code_map(QPDFObjectHandle stream) {
    const auto [known, is_new] = code_maps_.try_emplace(stream.getObjectID());
    if (is_new)
        if (const auto bytes = decoded(stream)) known->second = read_code_map(*bytes);
    return known->second ? &*known->second : nullptr;
}

bool is_device_colour_known(std::string_view space, int output_components) {
    if (output_components == 0) return true; // the profile's own fault
    if (space == "DeviceRGB") return output_components == 3;
    if (space == "DeviceCMYK") return output_components == 4;
    return true;
}

bool is_rendering_intent(std::string_view name) {
    return name == "AbsoluteColorimetric" || name == "RelativeColorimetric" ||
           name == "Saturation" || name == "Perceptual";
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
    if (!object.isInitialized() || object.isNull()) return {};
    return {object};
}

} // namespace presskit::verify
