// SPDX-License-Identifier: Apache-2.0
#include "stages/load/jpeg_markers.hpp"

#include "stages/load/colour_profile.hpp"
#include "stages/load/exif.hpp"

#include <algorithm>
#include <utility>

namespace presskit::load {
namespace {

constexpr const char* save_again_as_jpeg = "open it in an image editor and save it again as JPEG";

/// Marker codes: ITU-T T.81 table B.1.
enum Marker : unsigned {
    sof_0 = 0xC0,
    sof_2 = 0xC2,
    dht = 0xC4,
    jpg = 0xC8,
    dac = 0xCC,
    sof_15 = 0xCF,
    rst_0 = 0xD0,
    rst_7 = 0xD7,
    eoi = 0xD9,
    sos = 0xDA,
    app_0 = 0xE0,
    app_1 = 0xE1,
    app_2 = 0xE2,
    app_14 = 0xEE,
    app_15 = 0xEF,
    com = 0xFE,
    tem = 0x01,
};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
}

class Walker {
  public:
    Walker(std::string_view jpeg, Picture& picture) : jpeg_(jpeg), picture_(picture) {}

    void walk() {
        picture_.bytes = jpeg_.substr(0, 2);
        std::size_t at = 2;
        while (picture_.fault.empty() && !ended_) {
            while (byte_at(jpeg_, at) == 0xFF && byte_at(jpeg_, at + 1) == 0xFF) ++at; // fill bytes
            if (at + 2 > jpeg_.size() || byte_at(jpeg_, at) != 0xFF) return damaged();
            at = segment(at);
        }
        if (picture_.fault.empty() && is_cmyk_ && other_profile(picture_.icc).empty())
            refuse("is CMYK, made for print, without a profile of its inks", "convert it to RGB and save it again");
    }

  private:
    void refuse(std::string fault, std::string hint) {
        picture_.fault = std::move(fault);
        picture_.hint = std::move(hint);
    }
    void damaged() {
        refuse("is damaged: the file ends too early or has gaps", save_again_as_jpeg);
    }

    /// Takes the segment at `at`; returns where the next one begins.
    std::size_t segment(std::size_t at) {
        const unsigned marker = byte_at(jpeg_, at + 1);
        if (marker == eoi) {
            picture_.bytes += jpeg_.substr(at, 2);
            ended_ = true;
            return at + 2;
        }
        if (marker == tem || (marker >= rst_0 && marker <= rst_7)) return at + 2;
        const std::size_t length = byte_at(jpeg_, at + 2) << 8 | byte_at(jpeg_, at + 3);
        const std::size_t end = at + 2 + length;
        if (length < 2 || end > jpeg_.size()) return damaged(), end;
        const std::string_view content = jpeg_.substr(at + 4, length - 2);
        check(marker, content);
        if (is_kept(marker, content)) picture_.bytes += jpeg_.substr(at, end - at);
        if (marker != sos) return end;
        const std::size_t next = scan_end(end);
        std::string_view coded = jpeg_.substr(end, next - end);
        while (coded.ends_with('\xFF')) coded.remove_suffix(1); // fill bytes: an FF of the coding has a 00 behind it
        picture_.bytes += coded;
        return next;
    }

    void check(unsigned marker, std::string_view content) {
        const bool frame =
            marker >= sof_0 && marker <= sof_15 && marker != dht && marker != jpg && marker != dac;
        if (frame) check_frame(marker, content);
        if (marker == sos && ++scans_ > max_jpeg_scans)
            refuse("has more than " + std::to_string(max_jpeg_scans) + " scans",
                   save_again_as_jpeg);
        if (marker == app_2) take_profile(content);
        // Programs that show pictures heed the first Exif segment alone.
        if (marker == app_1 && content.starts_with(exif_prefix) && !std::exchange(has_exif_, true))
            picture_.orientation = exif_orientation(content.substr(exif_prefix.size()));
    }

    /// A profile is cut into segments, each with its number and how many there are: ICC.1:2010 B.4. What
    /// comes out of their order is cut short, and will be refused.
    void take_profile(std::string_view content) {
        constexpr std::string_view prefix("ICC_PROFILE\0", 12);
        const std::string_view piece = content.substr(std::min(content.size(), prefix.size() + 2));
        if (!content.starts_with(prefix) || byte_at(content, prefix.size()) != profile_pieces_ + 1) return;
        ++profile_pieces_;
        picture_.icc += piece;
        if (picture_.icc.size() > max_profile_bytes) picture_.icc.clear();
    }

    /// PDF reads baseline and progressive JPEG of 8 bits only: ISO 32000-1 7.4.8.
    void check_frame(unsigned marker, std::string_view content) {
        if (marker > sof_2 || byte_at(content, 0) != 8)
            return refuse("is a kind of JPEG that PDF cannot hold", save_again_as_jpeg);
        picture_.height = byte_at(content, 1) << 8 | byte_at(content, 2);
        picture_.width = byte_at(content, 3) << 8 | byte_at(content, 4);
        const unsigned components = byte_at(content, 5);
        is_cmyk_ = components == 4;
        if (components != 1 && components != 3 && components != 4)
            return refuse("is neither grey nor RGB", "convert it to RGB and save it again");
        is_allowed_size(picture_);
    }

    /// Of the application's segments, those on which the meaning of the colours depends. A JFIF
    /// segment with a thumbnail goes: without it, three components are YCbCr all the same.
    static bool is_kept(unsigned marker, std::string_view content) {
        constexpr std::string_view jfif("JFIF\0", 5);
        if (marker == app_0)
            return content.starts_with(jfif) && content.size() == 14 && byte_at(content, 12) == 0 &&
                   byte_at(content, 13) == 0;
        if (marker == app_14) return content.starts_with("Adobe") && content.size() == 12;
        return !(marker >= app_0 && marker <= app_15) && marker != com;
    }

    /// Where the entropy-coded bytes from `at` end: at a marker that is neither a stuffed FF nor a
    /// restart. T.81 B.1.1.5.
    std::size_t scan_end(std::size_t at) const {
        for (; at + 1 < jpeg_.size(); ++at) {
            if (byte_at(jpeg_, at) != 0xFF) continue;
            const unsigned next = byte_at(jpeg_, at + 1);
            if (next != 0 && next != 0xFF && !(next >= rst_0 && next <= rst_7)) return at;
        }
        return jpeg_.size();
    }

    std::string_view jpeg_;
    Picture& picture_;
    int scans_ = 0;
    unsigned profile_pieces_ = 0;
    bool is_cmyk_ = false, has_exif_ = false, ended_ = false;
};

} // namespace

void strip_jpeg(std::string_view jpeg, Picture& picture) { Walker(jpeg, picture).walk(); }

} // namespace presskit::load
