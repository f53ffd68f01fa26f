// SPDX-License-Identifier: Apache-2.0
#include "stages/render/images.hpp"

#include "stages/render/big_endian.hpp"
#include "stages/render/palette.hpp"
#include "stages/render/row_filter.hpp"
#include "stages/render/shrink.hpp"

namespace presskit::render {
namespace {

Diagnostic unusable(const CampaignImage& image, std::string why) {
    return {"render.image-unusable",
            "the picture `" + image.path + "` cannot be put into a PDF: " + std::move(why),
            "export it again as PNG, or as a grey or RGB JPEG",
            {},
            {},
            Severity::error,
            Blame::content};
}

std::string image_entries(std::uint32_t width, std::uint32_t height, int bits) {
    std::string out = "/Type /XObject\n/Subtype /Image\n/Width ";
    append_integer(out, width);
    out += "\n/Height ";
    append_integer(out, height);
    out += "\n/BitsPerComponent ";
    append_integer(out, bits);
    return out + '\n';
}

std::string_view device_space(int channels) {
    return channels == 1 ? "/ColorSpace /DeviceGray\n" : "/ColorSpace /DeviceRGB\n";
}

struct Coded {
    std::string entries;
    SharedBytes bytes;
};

/// Rows as they are or as differences, whichever deflates better: flat artwork likes the one,
/// photographs like the other.
Coded code_rows(const std::string& rows, int channels, std::uint32_t width, Deflater& deflater) {
    Coded plain{"/Filter /FlateDecode\n", deflater.deflate(rows)};
    const auto step = static_cast<std::size_t>(channels);
    const SharedBytes filtered = deflater.deflate(filter_rows(rows, width * step, step));
    if (plain.bytes->size() <= filtered->size()) return plain;
    plain.entries += "/DecodeParms <</Predictor 15 /Columns ";
    append_integer(plain.entries, width);
    plain.entries += " /Colors ";
    append_integer(plain.entries, channels);
    return {plain.entries + " /BitsPerComponent 8>>\n", filtered};
}

/// Without differences: those of numbers in a palette say nothing.
Coded code_indexed(const IndexedPixels& indexed, const Pixels& pixels, Deflater& deflater) {
    Coded coded{"/Filter /FlateDecode\n", deflater.deflate(indexed.rows)};
    std::string entries = image_entries(pixels.width, pixels.height, indexed.bits);
    entries += "/ColorSpace [/Indexed /DeviceRGB ";
    append_integer(entries, static_cast<std::int64_t>(indexed.colors.size() / 3 - 1));
    entries += ' ';
    append_string(entries, indexed.colors);
    coded.entries = entries + "]\n" + coded.entries;
    return coded;
}

Coded code_samples(const std::string& samples, int channels, const Pixels& pixels,
                   Deflater& deflater) {
    Coded coded = code_rows(samples, channels, pixels.width, deflater);
    coded.entries = image_entries(pixels.width, pixels.height, 8)
                        .append(device_space(channels))
                        .append(coded.entries);
    return coded;
}

Result<EncodedImage> encode_png(const CampaignImage& image, std::uint32_t factor,
                                Deflater& deflater) {
    auto pixels = decode_png(image.bytes);
    if (!pixels || pixels->samples.empty()) return unusable(image, "it is damaged or too large");
    shrink(*pixels, factor);
    drop_equal_channels(*pixels);
    const auto indexed = to_palette(*pixels);
    Coded colors = indexed ? code_indexed(*indexed, *pixels, deflater)
                           : code_samples(pixels->samples, pixels->channels, *pixels, deflater);
    EncodedImage encoded;
    encoded.entries = std::move(colors.entries);
    encoded.bytes = std::move(colors.bytes);
    if (!pixels->alpha.empty()) {
        Coded mask = code_samples(pixels->alpha, 1, *pixels, deflater);
        encoded.mask_entries = std::move(mask.entries);
        encoded.mask = std::move(mask.bytes);
    }
    return encoded;
}

struct JpegFrame {
    std::uint32_t width = 0, height = 0, components = 0, bits = 0;
};

/// Finds the frame header. ITU-T T.81 B.2.2.
std::optional<JpegFrame> read_jpeg_frame(std::string_view bytes) {
    const BigEndian jpeg(bytes);
    for (std::size_t at = 2;;) {
        const auto marker = jpeg.u16(at), length = jpeg.u16(at + 2);
        if (!marker || !length || *marker < 0xFF00 || *length < 2) return std::nullopt;
        const bool fill = *marker == 0xFFFF;
        const bool frame =
            *marker >= 0xFFC0 && *marker <= 0xFFC2; // baseline, extended, progressive
        if (frame) {
            const auto bits = jpeg.u8(at + 4), height = jpeg.u16(at + 5), width = jpeg.u16(at + 7),
                       components = jpeg.u8(at + 9);
            if (!components) return std::nullopt;
            return JpegFrame{*width, *height, *components, *bits};
        }
        at += fill ? 1 : 2 + *length;
    }
}

Result<EncodedImage> encode_jpeg(const CampaignImage& image) {
    const std::string& bytes = image.print ? image.print->bytes : image.bytes;
    const auto frame = read_jpeg_frame(bytes);
    if (!frame || frame->width == 0 || frame->height == 0)
        return unusable(image, "its header is damaged");
    if (frame->bits != 8 || (frame->components != 1 && frame->components != 3))
        return unusable(image, "it is neither grey nor RGB");
    EncodedImage encoded;
    encoded.entries =
        image_entries(frame->width, frame->height, 8)
            .append(device_space(static_cast<int>(frame->components))) +
        "/Filter /DCTDecode\n";
    encoded.bytes = std::make_shared<const std::string>(bytes);
    return encoded;
}

} // namespace

Result<EncodedImage> encode_image(const CampaignImage& image, std::uint32_t factor,
                                  Deflater& deflater) {
    auto encoded = image.format == ImageFormat::png ? encode_png(image, factor, deflater)
                                                    : encode_jpeg(image);
    if (encoded && !image.rights.notice.empty())
        encoded->metadata = std::make_shared<const std::string>(to_xmp(image.rights));
    return encoded;
}

ObjectId write_image(PdfFile& file, const EncodedImage& image) {
    std::string entries = image.entries;
    if (image.mask) {
        entries += "/SMask ";
        append_reference(entries, file.add_stream(image.mask_entries, image.mask));
        entries += '\n';
    }
    if (image.metadata) {
        entries += "/Metadata ";
        append_reference(entries, file.add_stream("/Type /Metadata\n/Subtype /XML\n", image.metadata));
        entries += '\n';
    }
    return file.add_stream(std::move(entries), image.bytes);
}

} // namespace presskit::render
