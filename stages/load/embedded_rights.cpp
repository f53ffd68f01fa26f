// SPDX-License-Identifier: Apache-2.0
#include "stages/load/embedded_rights.hpp"

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/text.hpp"
#include "stages/load/exif.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace presskit::load {
namespace {

constexpr std::size_t max_note_bytes = 500;
constexpr std::size_t max_packet_bytes = 1'000'000; ///< of XMP; what is longer is not read

/// Zero past the end, so that a damaged file ends the reading.
std::size_t big_endian_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + count; ++i)
        value = value << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u);
    return value;
}

std::string_view slice(std::string_view bytes, std::size_t at, std::size_t count) {
    return at < bytes.size() ? bytes.substr(at, count) : std::string_view{};
}

/// Control characters, and those that XML knows no way to write.
bool is_unprintable(char32_t value) {
    return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029 ||
           (value & 0xFFFE) == 0xFFFE;
}

/// One line, with single spaces, of at most `max_note_bytes`.
std::string tidied(std::string_view text) {
    if (first_invalid_utf8(text)) return {};
    std::string line;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.bytes;
        if (point.value == ' ' || is_unprintable(point.value)) {
            gap = true;
            continue;
        }
        std::string next = gap && !line.empty() ? " " : "";
        append_utf8(next, point.value);
        if (line.size() + next.size() > max_note_bytes) break;
        line += next;
        gap = false;
    }
    return line;
}

/// A character reference of XML 1.0 4.1, without `&` and `;`; none if it has no such character.
std::optional<char32_t> referred(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, char32_t>, 5> named{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}}};
    for (const auto& [word, value] : named)
        if (word == name) return value;
    if (!name.starts_with('#')) return std::nullopt;
    const bool hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    const auto end = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    const bool is_character = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
    if (end.ec != std::errc{} || end.ptr != name.data() + name.size() || !is_character) return std::nullopt;
    return value;
}

std::string without_references(std::string_view text) {
    constexpr std::size_t longest_reference = 10;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '&' ? text.substr(at, longest_reference).find(';') : std::string_view::npos;
        const auto value = end == std::string_view::npos ? std::nullopt : referred(text.substr(at + 1, end - 1));
        if (!value) {
            out += text[at];
            continue;
        }
        append_utf8(out, *value);
        at += end;
    }
    return out;
}

bool ends_name(std::string_view xml, std::size_t at) {
    return at < xml.size() && std::string_view(" \t\r\n>/").find(xml[at]) != std::string_view::npos;
}

/// The content of the first element of this name from `at`, which moves behind it; none if there is no more.
std::optional<std::string_view> next_element(std::string_view xml, const std::string& name, std::size_t& at) {
    std::size_t tag = xml.find("<" + name, at);
    while (tag != std::string_view::npos && !ends_name(xml, tag + 1 + name.size())) tag = xml.find("<" + name, tag + 1);
    const std::size_t begin = tag == std::string_view::npos ? tag : xml.find('>', tag);
    if (begin == std::string_view::npos) return std::nullopt;
    at = begin + 1;
    if (xml[begin - 1] == '/') return std::string_view{};
    const std::size_t end = xml.find("</" + name, begin);
    if (end == std::string_view::npos) return std::nullopt;
    at = end + 1;
    return xml.substr(begin + 1, end - begin - 1);
}

std::string xmp_attribute(std::string_view xml, const std::string& name) {
    for (std::size_t at = xml.find(name); at != std::string_view::npos; at = xml.find(name, at + 1)) {
        const std::size_t equals = xml.find_first_not_of(" \t\r\n", at + name.size());
        if (equals == std::string_view::npos || xml[equals] != '=') continue;
        const std::size_t quote = xml.find_first_not_of(" \t\r\n", equals + 1);
        if (quote == std::string_view::npos || (xml[quote] != '"' && xml[quote] != '\'')) continue;
        const std::size_t end = xml.find(xml[quote], quote + 1);
        if (end != std::string_view::npos) return tidied(without_references(xml.substr(quote + 1, end - quote - 1)));
    }
    return {};
}

/// A simple property, as an attribute or an element: XMP part 1 7.9.2.2.
std::string simple(std::string_view xmp, const std::string& name) {
    std::size_t at = 0;
    const auto element = next_element(xmp, name, at);
    return element ? tidied(without_references(*element)) : xmp_attribute(xmp, name);
}

/// The items of an array, all, or of alternatives the first, which is the default. XMP part 1 7.7, 8.2.2.4.
std::string array_texts(std::string_view xmp, const std::string& name, bool all) {
    std::size_t at = 0;
    const std::string_view array = next_element(xmp, name, at).value_or("");
    std::string out;
    at = 0;
    while (const auto item = next_element(array, "rdf:li", at)) {
        const std::string text = tidied(without_references(*item));
        if (!out.empty() && !text.empty()) out += ", ";
        out += text;
        if (!all || out.size() > max_note_bytes) break;
    }
    return tidied(out);
}

void fill_note(std::string& note, std::string found) {
    if (note.empty()) note = std::move(found);
}

/// By the prefixes that XMP prefers and all programs write.
void read_xmp(std::string_view xmp, ImageRights& rights) {
    if (xmp.size() > max_packet_bytes) return;
    fill_note(rights.creator, array_texts(xmp, "dc:creator", true));
    fill_note(rights.credit, simple(xmp, "photoshop:Credit"));
    fill_note(rights.notice, array_texts(xmp, "dc:rights", false));
    const std::string url = simple(xmp, "xmpRights:WebStatement");
    const bool is_address = url.starts_with("https://") || url.starts_with("http://");
    if (is_address && url.find_first_of(" \"<>") == std::string::npos) fill_note(rights.url, url);
}

/// IIM names its encoding in data set 1:90, or it is Latin-1 by custom; much of it is UTF-8 all the same.
std::string in_utf8(std::string_view text) {
    if (!first_invalid_utf8(text)) return std::string(text);
    std::string out;
    for (const char c : text) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

/// Data sets of a tag of five bytes each: IIM 1.5 b. Those of extended length hold no texts.
void read_iim(std::string_view iim, ImageRights& rights) {
    std::string creators;
    for (std::size_t at = 0; at + 5 <= iim.size() && iim[at] == '\x1C';) {
        const std::size_t number = big_endian_at(iim, at + 1, 2), length = big_endian_at(iim, at + 3, 2);
        const std::string text = tidied(in_utf8(slice(iim, at + 5, length)));
        if (number == 0x0250 && !text.empty() && creators.size() <= max_note_bytes)
            creators += (creators.empty() ? "" : ", ") + text;
        if (number == 0x026E) fill_note(rights.credit, text);
        if (number == 0x0274) fill_note(rights.notice, text);
        at += 5 + length;
    }
    fill_note(rights.creator, tidied(creators));
}

/// A zero byte ends a text; before the editor's copyright another ends the photographer's.
void read_exif(std::string_view tiff, ImageRights& rights) {
    const auto text = [](std::string_view bytes) { return tidied(in_utf8(bytes)); };
    const std::string_view notices = exif_copyright(tiff);
    const std::size_t end = std::min(notices.find('\0'), notices.size());
    const std::string photographer = text(notices.substr(0, end)), editor = text(notices.substr(end));
    fill_note(rights.creator, text(exif_artist(tiff)));
    fill_note(rights.notice, tidied(photographer + (photographer.empty() || editor.empty() ? "" : ", ") + editor));
}

/// The image resource 0x0404 among those of a segment APP13: each has a name and a length, both made even.
std::string_view iim_of(std::string_view resources) {
    for (std::size_t at = 0; slice(resources, at, 4) == "8BIM";) {
        const std::size_t name = (big_endian_at(resources, at + 6, 1) + 2) / 2 * 2;
        const std::size_t length = big_endian_at(resources, at + 6 + name, 4);
        if (big_endian_at(resources, at + 4, 2) == 0x0404) return slice(resources, at + 10 + name, length);
        at += 10 + name + (length + 1) / 2 * 2;
    }
    return {};
}

/// What `rights` do not say, as `older` has it.
void fill_notes(ImageRights& rights, ImageRights older) {
    fill_note(rights.creator, std::move(older.creator));
    fill_note(rights.credit, std::move(older.credit));
    fill_note(rights.notice, std::move(older.notice));
}

ImageRights of_jpeg(std::string_view jpeg) {
    constexpr std::string_view xmp_name("http://ns.adobe.com/xap/1.0/\0", 29), iim_name("Photoshop 3.0\0", 14);
    ImageRights rights, iim, exif;
    for (std::size_t at = 2; big_endian_at(jpeg, at, 1) == 0xFF;) {
        const std::size_t marker = big_endian_at(jpeg, at + 1, 1);
        if (marker == 0xDA) break;
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const std::size_t length = big_endian_at(jpeg, at + 2, 2);
        if (length < 2) break;
        const std::string_view content = slice(jpeg, at + 4, length - 2);
        if (marker == 0xE1 && content.starts_with(xmp_name)) read_xmp(content.substr(xmp_name.size()), rights);
        if (marker == 0xE1 && content.starts_with(exif_prefix)) read_exif(content.substr(exif_prefix.size()), exif);
        if (marker == 0xED && content.starts_with(iim_name)) read_iim(iim_of(content.substr(iim_name.size())), iim);
        at += 2 + length;
    }
    fill_notes(rights, std::move(iim));
    fill_notes(rights, std::move(exif));
    return rights;
}

/// The packet of an iTXt chunk: behind the keyword stand whether and how it is compressed, and two empty
/// texts. ISO 15948 11.3.4.5.
std::string packet_of(std::string_view chunk) {
    const bool compressed = big_endian_at(chunk, 0, 1) == 1;
    std::size_t at = 2;
    for (int texts = 0; texts < 2; ++texts) {
        at = chunk.find('\0', at);
        if (at == std::string_view::npos) return {};
        ++at;
    }
    const std::string_view packet = chunk.substr(at);
    return compressed ? inflate_zlib(packet, max_packet_bytes).value_or("") : std::string(packet);
}

ImageRights of_png(std::string_view png) {
    constexpr std::string_view xmp_chunk("iTXtXML:com.adobe.xmp\0", 22), exif_chunk("eXIf");
    ImageRights rights, exif;
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = big_endian_at(png, at, 4);
        const std::string_view chunk = slice(png, at + 4, length + 4);
        if (chunk.starts_with(xmp_chunk)) read_xmp(packet_of(chunk.substr(xmp_chunk.size())), rights);
        if (chunk.starts_with(exif_chunk)) read_exif(chunk.substr(exif_chunk.size()), exif);
        at += length + 12;
    }
    fill_notes(rights, std::move(exif));
    return rights;
}

} // namespace

ImageRights embedded_rights(std::string_view file) {
    return file.starts_with("\xFF\xD8") ? of_jpeg(file) : of_png(file);
}

} // namespace presskit::load
