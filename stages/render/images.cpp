// SPDX-License-Identifier: Apache-2.0
#include "stages/render/images.hpp"

#include "stages/render/big_endian.hpp"
#include "stages/render/png.hpp"

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

std::string image_entries(std::uint32_t width, std::uint32_t height, int channels) {
    std::string out = "/Type /XObject\n/Subtype /Image\n/Width ";
    append_integer(out, width);
    out += "\n/Height ";
    append_integer(out, height);
    out += "\n/BitsPerComponent 8\n/ColorSpace ";
    return out + (channels == 1 ? "/DeviceGray\n" : "/DeviceRGB\n");
}

/// Rows as differences to the row above, which flat artwork deflates best from (PNG filter Up).
std::string filtered(std::string_view samples, std::size_t row_bytes) {
    std::string out;
    out.reserve(samples.size() + samples.size() / row_bytes);
    for (std::size_t row = 0; row < samples.size(); row += row_bytes) {
        out += '\2';
        for (std::size_t at = row; at < row + row_bytes; ++at) {
            const int above = row == 0 ? 0 : static_cast<unsigned char>(samples[at - row_bytes]);
            out += static_cast<char>(static_cast<unsigned char>(
                (static_cast<unsigned char>(samples[at]) - above) & 0xFF));
        }
    }
    return out;
}

std::string flate_entries(const Pixels& pixels, int channels) {
    std::string out = image_entries(pixels.width, pixels.height, channels);
    out += "/Filter /FlateDecode\n/DecodeParms <</Predictor 15 /Columns ";
    append_integer(out, pixels.width);
    out += " /Colors ";
    append_integer(out, channels);
    return out + ">>\n";
}

Result<EncodedImage> encode_png(const CampaignImage& image, Deflater& deflater) {
    const auto pixels = decode_png(image.bytes);
    if (!pixels || pixels->samples.empty()) return unusable(image, "it is damaged or too large");
    const std::size_t width = pixels->width;
    const auto channels = static_cast<std::size_t>(pixels->channels);
    EncodedImage encoded;
    encoded.entries = flate_entries(*pixels, pixels->channels);
    encoded.bytes = deflater.deflate(filtered(pixels->samples, width * channels));
    if (!pixels->alpha.empty()) {
        encoded.mask_entries = flate_entries(*pixels, 1);
        encoded.mask = deflater.deflate(filtered(pixels->alpha, width));
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
    const auto frame = read_jpeg_frame(image.bytes);
    if (!frame || frame->width == 0 || frame->height == 0)
        return unusable(image, "its header is damaged");
    if (frame->bits != 8 || (frame->components != 1 && frame->components != 3))
        return unusable(image, "it is neither grey nor RGB");
    EncodedImage encoded;
    encoded.entries =
        image_entries(frame->width, frame->height, static_cast<int>(frame->components)) +
        "/Filter /DCTDecode\n";
    encoded.bytes = std::make_shared<const std::string>(image.bytes);
    return encoded;
}

} // namespace

Result<EncodedImage> encode_image(const CampaignImage& image, Deflater& deflater) {
    return image.format == ImageFormat::png ? encode_png(image, deflater) : encode_jpeg(image);
}

ObjectId write_image(PdfFile& file, const EncodedImage& image) {
    std::string entries = image.entries;
    if (image.mask) {
        entries += "/SMask ";
        append_reference(entries, file.add_stream(image.mask_entries, image.mask));
        entries += '\n';
    }
    return file.add_stream(std::move(entries), image.bytes);
}

} // namespace presskit::render
