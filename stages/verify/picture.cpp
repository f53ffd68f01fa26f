// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/picture.hpp"

#include "stages/verify/fault_list.hpp"

#include <algorithm>
#include <set>

namespace presskit::verify {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

/// Reads on through bytes; past their end everything is empty, and `ended_early` says so.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : left_(bytes) {}

    std::string_view take(std::size_t count) {
        if (count > left_.size()) {
            ended_early_ = true;
            left_ = {};
        }
        const std::string_view taken = left_.substr(0, std::min(count, left_.size()));
        left_.remove_prefix(taken.size());
        return taken;
    }
    /// Big-endian; 0 past the end.
    std::uint32_t number(std::size_t bytes) {
        std::uint32_t value = 0;
        for (const char c : take(bytes)) value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    std::string_view left() const { return left_; }
    bool empty() const { return left_.empty(); }
    bool ended_early() const { return ended_early_; }

  private:
    std::string_view left_;
    bool ended_early_ = false;
};

/// Collects what the parts of a picture say.
class Reading {
  public:
    void fault(std::string what) {
        if (seen_.faults.size() < max_faults) seen_.faults.push_back(std::move(what));
    }
    void size(std::uint32_t width, std::uint32_t height) {
        seen_.width = width;
        seen_.height = height;
    }
    void xmp(std::string_view packet) {
        if (has_xmp_) return fault("has XMP twice");
        has_xmp_ = true;
        seen_.rights = read_rights(packet, seen_.faults);
    }
    void iim(std::string_view resources);
    /// For a JPEG, which older programs read by IPTC-IIM alone.
    void demand_both() {
        if (has_iim_ != has_xmp_) fault("has its rights in one of XMP and IPTC-IIM only");
    }
    SeenPicture finish();

  private:
    static constexpr std::size_t max_faults = 20;
    void data_set(std::uint32_t number, std::string_view value);

    SeenPicture seen_;
    SeenRights iim_;
    bool has_xmp_ = false, has_iim_ = false;
};

/// One image resource of Photoshop, number 0x0404, and in it the data sets that are ours.
void Reading::iim(std::string_view resources) {
    if (has_iim_) return fault("has IPTC-IIM twice");
    has_iim_ = true;
    Bytes bytes(resources);
    const bool is_iim = bytes.take(4) == "8BIM" && bytes.number(2) == 0x0404 && bytes.number(2) == 0;
    const std::uint32_t size = bytes.number(4);
    Bytes records(bytes.take(size));
    if (size % 2 != 0) bytes.take(1);
    if (!is_iim || !bytes.empty() || bytes.ended_early())
        return fault("has image resources of Photoshop besides IPTC-IIM");
    while (!records.empty()) {
        if (records.number(1) != 0x1C) return fault("has IPTC-IIM that is not well-formed");
        const std::uint32_t number = records.number(2);
        data_set(number, records.take(records.number(2)));
    }
    if (records.ended_early()) fault("has IPTC-IIM that is not well-formed");
}

void Reading::data_set(std::uint32_t number, std::string_view value) {
    switch (number) {
    case 1 << 8 | 90:
        if (value != "\x1B%G") fault("has IPTC-IIM in another encoding than UTF-8");
        return;
    case 2 << 8 | 0: return; // the version
    case 2 << 8 | 80: iim_.creator = value; return;
    case 2 << 8 | 110: iim_.credit = value; return;
    case 2 << 8 | 116: iim_.notice = value; return;
    default:
        fault("has the data set " + std::to_string(number >> 8) + ":" +
              std::to_string(number & 0xFF) + " of IPTC-IIM");
    }
}

/// IIM holds the beginning of a text that is longer than its bounds.
SeenPicture Reading::finish() {
    const auto agree = [](const std::string& iim, const std::string& xmp, std::size_t bound) {
        return iim == xmp || (xmp.size() > bound && !iim.empty() && xmp.starts_with(iim));
    };
    const SeenRights& xmp = seen_.rights;
    if (has_iim_ && !(agree(iim_.creator, xmp.creator, 32) && agree(iim_.credit, xmp.credit, 32) &&
                      agree(iim_.notice, xmp.notice, 128)))
        fault("says other rights in IPTC-IIM than in XMP");
    return std::move(seen_);
}

/// Marker codes: ITU-T T.81 table B.1.
enum Marker : unsigned {
    sof_0 = 0xC0,
    sof_2 = 0xC2,
    dht = 0xC4,
    rst_0 = 0xD0,
    rst_7 = 0xD7,
    soi = 0xD8,
    eoi = 0xD9,
    sos = 0xDA,
    dqt = 0xDB,
    dri = 0xDD,
    app_0 = 0xE0,
    app_1 = 0xE1,
    app_13 = 0xED,
    app_14 = 0xEE,
    com = 0xFE,
};

constexpr std::string_view xmp_prefix("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr std::string_view iim_prefix("Photoshop 3.0\0", 14);

/// The name of what an application's segment holds.
std::string note_name(unsigned marker, std::string_view content) {
    if (content.starts_with(std::string_view("Exif\0", 5))) return "EXIF";
    if (content.starts_with("MPF")) return "further pictures (MPF)";
    if (content.starts_with(std::string_view("ICC_PROFILE", 11))) return "a colour profile";
    if (content.starts_with("http://ns.adobe.com/xmp/extension/")) return "extended XMP";
    if (marker == app_0) return "a thumbnail";
    if (marker == com) return "a comment";
    return "a segment APP" + std::to_string(marker - app_0);
}

void read_segment(unsigned marker, std::string_view content, Reading& reading) {
    if (marker >= sof_0 && marker <= sof_2) {
        Bytes frame(content);
        frame.take(1);
        const std::uint32_t height = frame.number(2), width = frame.number(2);
        return reading.size(width, height);
    }
    if (marker == app_1 && content.starts_with(xmp_prefix))
        return reading.xmp(content.substr(xmp_prefix.size()));
    if (marker == app_13 && content.starts_with(iim_prefix))
        return reading.iim(content.substr(iim_prefix.size()));
    const bool is_jfif = marker == app_0 && content.starts_with(std::string_view("JFIF\0", 5)) &&
                         content.size() == 14 && content.substr(12) == std::string_view("\0\0", 2);
    const bool is_adobe = marker == app_14 && content.starts_with("Adobe") && content.size() == 12;
    const bool is_coding = marker == dht || marker == dqt || marker == dri || marker == sos;
    if (!is_jfif && !is_adobe && !is_coding)
        reading.fault(marker >= app_0 ? "holds " + note_name(marker, content)
                                      : "has a marker that no kit's picture has");
}

/// The bytes of a scan end at a marker that is neither a stuffed FF nor a restart. T.81 B.1.1.5.
void skip_scan(Bytes& bytes) {
    const std::string_view left = bytes.left();
    std::size_t at = 0;
    for (; at + 1 < left.size(); ++at) {
        if (left[at] != '\xFF') continue;
        const unsigned next = static_cast<unsigned char>(left[at + 1]);
        if (next != 0 && !(next >= rst_0 && next <= rst_7)) break;
    }
    bytes.take(at);
}

SeenPicture read_jpeg(std::string_view jpeg) {
    Reading reading;
    Bytes bytes(jpeg.substr(2));
    for (;;) {
        if (bytes.number(1) != 0xFF) {
            reading.fault("is no JPEG from its first byte to its last");
            break;
        }
        const unsigned marker = bytes.number(1);
        if (marker == eoi) {
            if (!bytes.empty()) reading.fault("goes on after its end");
            break;
        }
        const std::uint32_t length = bytes.number(2);
        read_segment(marker, bytes.take(length < 2 ? 0 : length - 2), reading);
        if (marker == sos) skip_scan(bytes);
    }
    reading.demand_both();
    return reading.finish();
}

constexpr std::string_view itxt_prefix("XML:com.adobe.xmp\0\0\0\0\0", 22);

void read_chunk(std::string_view type, std::string_view content, Reading& reading) {
    static const std::set<std::string_view> of_pixels{"PLTE", "tRNS", "IDAT", "IEND"};
    if (type == "IHDR") {
        Bytes header(content);
        const std::uint32_t width = header.number(4), height = header.number(4);
        return reading.size(width, height);
    }
    if (of_pixels.contains(type) || (type == "sRGB" && content.size() == 1)) return;
    if (type != "iTXt" || !content.starts_with(itxt_prefix))
        return reading.fault("has a chunk " + in_backticks(type));
    reading.xmp(content.substr(itxt_prefix.size()));
}

SeenPicture read_png(std::string_view png) {
    Reading reading;
    Bytes bytes(png.substr(png_signature.size()));
    for (std::string_view type; type != "IEND";) {
        const std::uint32_t length = bytes.number(4);
        type = bytes.take(4);
        const std::string_view content = bytes.take(length);
        bytes.take(4);
        if (bytes.ended_early()) {
            reading.fault("is no PNG from its first byte to its last");
            break;
        }
        read_chunk(type, content, reading);
    }
    if (!bytes.empty()) reading.fault("goes on after its end");
    return reading.finish();
}

} // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(png_signature); }
bool is_jpeg(std::string_view bytes) { return bytes.starts_with(jpeg_signature); }

SeenPicture read_picture(std::string_view bytes) {
    if (is_png(bytes)) return read_png(bytes);
    if (is_jpeg(bytes)) return read_jpeg(bytes);
    SeenPicture none;
    none.faults.emplace_back("is neither PNG nor JPEG");
    return none;
}

} // namespace presskit::verify
