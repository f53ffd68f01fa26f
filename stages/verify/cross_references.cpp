// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cross_references.hpp"

#include "stages/verify/bounded_sink.hpp"
#include "stages/verify/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <qpdf/Pl_Flate.hh>
#include <vector>

namespace presskit::verify {
namespace {

/// Thrown inside this file alone; the text goes to the reader.
struct Unsound {
    std::string why;
};

[[noreturn]] void refuse(std::string why) { throw Unsound{std::move(why)}; }

/// A linearized file has two parts; a third would be an update.
constexpr int most_sections = 2;
constexpr std::size_t longest_dictionary = 4096;
constexpr std::size_t most_from_a_byte = 1032; ///< by deflate: 258 bytes take two bits at least
constexpr std::string_view white_space = " \r\n\t";

/// A stream object as it lies in the file. Its dictionary has nothing that could hide a key: no
/// escaped names, no comments, no strings.
struct RawStream {
    std::string_view dictionary, data;
};

class FileReader {
  public:
    explicit FileReader(std::string_view pdf) : pdf_(pdf) {}
    void check(ObjectStreams object_streams);

  private:
    struct Row {
        std::uint64_t type = 0, second = 0;
    };

    RawStream stream_at(std::uint64_t offset) const;
    std::string inflate(const RawStream& stream, bool keeps);
    void check_object_stream(const RawStream& stream, ObjectStreams depth);
    std::uint64_t read_section(std::uint64_t offset);
    void read_rows(std::string_view dictionary, const std::string& rows,
                   const std::vector<std::uint64_t>& widths);

    std::string_view pdf_;
    std::map<std::uint64_t, Row> rows_; ///< by object number
    std::size_t inflated_ = 0;
};

std::uint64_t number_at(std::string_view text, std::size_t& at) {
    at = std::min(text.find_first_not_of(white_space, at), text.size());
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc{}) refuse("a number is missing in a cross-reference");
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

/// Where the value of `key` begins; npos without it. A key that stands twice is refused.
std::size_t value_of(std::string_view dictionary, std::string_view key) {
    const std::size_t at = dictionary.find(key);
    if (at == std::string_view::npos) return at;
    if (dictionary.find(key, at + 1) != std::string_view::npos)
        refuse("the dictionary of a cross-reference or object stream has `" + std::string(key) +
               "` twice");
    return at + key.size();
}

std::uint64_t number_of(std::string_view dictionary, std::string_view key) {
    std::size_t at = value_of(dictionary, key);
    if (at == std::string_view::npos) refuse("a stream has no " + std::string(key.substr(1)));
    const std::uint64_t value = number_at(dictionary, at);
    const std::size_t next = dictionary.find_first_not_of(white_space, at);
    if (next != std::string_view::npos && dictionary[next] != '/' && dictionary[next] != '>')
        refuse("the " + std::string(key.substr(1)) + " of a stream is not a plain number");
    return value;
}

std::vector<std::uint64_t> numbers_of(std::string_view dictionary, std::string_view key) {
    std::vector<std::uint64_t> numbers;
    std::size_t at = value_of(dictionary, key);
    if (at == std::string_view::npos) return numbers;
    at = dictionary.find_first_not_of(white_space, at);
    if (at == std::string_view::npos || dictionary[at] != '[') refuse("an array is missing");
    for (++at;;) {
        at = dictionary.find_first_not_of(white_space, at);
        if (at == std::string_view::npos) refuse("an array does not end");
        if (dictionary[at] == ']') return numbers;
        numbers.push_back(number_at(dictionary, at));
    }
}

bool has_name(std::string_view dictionary, std::string_view key, std::string_view name) {
    const std::size_t at = dictionary.find_first_not_of(white_space, value_of(dictionary, key));
    if (at == std::string_view::npos || !dictionary.substr(at).starts_with(name)) return false;
    const std::size_t end = at + name.size();
    return end < dictionary.size() &&
           (white_space.find(dictionary[end]) != std::string_view::npos || dictionary[end] == '/' ||
            dictionary[end] == '>');
}

RawStream FileReader::stream_at(std::uint64_t offset) const {
    if (offset >= pdf_.size()) refuse("a cross-reference leads out of the file");
    auto at = static_cast<std::size_t>(offset);
    number_at(pdf_, at);
    const std::string_view rest = pdf_.substr(at, longest_dictionary);
    const std::size_t open = rest.find("<<"), keyword = rest.find("stream");
    if (open == std::string_view::npos || keyword == std::string_view::npos || keyword < open)
        refuse("a cross-reference leads to no stream");
    const std::string_view dictionary = rest.substr(open, keyword - open);
    if (dictionary.find_first_of("#%(") != std::string_view::npos)
        refuse("a cross-reference or object stream has an unusual dictionary");
    std::size_t begin = at + keyword + std::string_view("stream").size();
    if (begin < pdf_.size() && pdf_[begin] == '\r') ++begin;
    if (begin >= pdf_.size() || pdf_[begin] != '\n') refuse("a stream does not begin on a line");
    ++begin;
    const std::uint64_t length = number_of(dictionary, "/Length");
    if (length > pdf_.size() - begin) refuse("a stream is longer than the file");
    return {dictionary, pdf_.substr(begin, static_cast<std::size_t>(length))};
}

void require_deflated(const RawStream& stream) {
    if (!has_name(stream.dictionary, "/Filter", "/FlateDecode"))
        refuse("a cross-reference or object stream is not deflated");
}

std::string FileReader::inflate(const RawStream& stream, bool keeps) {
    require_deflated(stream);
    BoundedSink sink(std::min(max_stream_bytes, max_decoded_bytes - inflated_), keeps);
    try {
        Pl_Flate flate("inflate", &sink, Pl_Flate::a_inflate);
        flate.write(reinterpret_cast<const unsigned char*>(stream.data.data()), stream.data.size());
        flate.finish();
    } catch (const std::exception&) {
        refuse(sink.overflowed() ? "an object stream decodes to more than the limit"
                                 : "an object stream cannot be decoded");
    }
    inflated_ += sink.count();
    return sink.take();
}

/// Undoes the PNG filters None and Up, ISO 32000-1 7.4.4.4.
std::string without_predictor(std::string_view bytes, std::size_t columns) {
    std::string rows;
    rows.reserve(bytes.size());
    for (std::size_t at = 0; at + columns < bytes.size(); at += columns + 1) {
        if (bytes[at] != '\0' && bytes[at] != '\2')
            refuse("a cross-reference stream has an unusual predictor");
        for (std::size_t i = 1; i <= columns; ++i) {
            const int above = bytes[at] == '\2' && rows.size() >= columns
                                  ? static_cast<unsigned char>(rows[rows.size() - columns])
                                  : 0;
            rows += static_cast<char>(static_cast<unsigned char>(bytes[at + i]) + above);
        }
    }
    return rows;
}

void FileReader::read_rows(std::string_view dictionary, const std::string& rows,
                           const std::vector<std::uint64_t>& widths) {
    std::vector<std::uint64_t> index = numbers_of(dictionary, "/Index");
    if (index.empty()) index = {0, number_of(dictionary, "/Size")};
    if (index.size() % 2 != 0) refuse("the Index of a cross-reference stream is odd");
    std::size_t at = 0;
    for (std::size_t part = 0; part < index.size(); part += 2)
        for (std::uint64_t i = 0; i < index[part + 1]; ++i) {
            std::array<std::uint64_t, 3> fields{1, 0, 0}; // a type that is left out is 1
            for (std::size_t field = 0; field < 3; ++field) {
                if (widths[field] > rows.size() - at) refuse("a cross-reference stream is cut off");
                if (widths[field] > 0) fields[field] = 0;
                for (std::uint64_t byte = 0; byte < widths[field]; ++byte)
                    fields[field] = fields[field] << 8 | static_cast<unsigned char>(rows[at++]);
            }
            if (fields[0] > 2) refuse("a cross-reference has an unknown type");
            rows_.emplace(index[part] + i, Row{fields[0], fields[1]}); // the newest counts
            if (rows_.size() > max_pdf_objects) refuse("there are too many objects");
        }
}

/// Returns the offset of the section before, 0 if there is none.
std::uint64_t FileReader::read_section(std::uint64_t offset) {
    const RawStream stream = stream_at(offset);
    const std::string_view dictionary = stream.dictionary;
    if (!has_name(dictionary, "/Type", "/XRef")) refuse("startxref leads to no cross-references");
    const auto widths = numbers_of(dictionary, "/W");
    if (widths.size() != 3 || std::ranges::any_of(widths, [](auto w) { return w > 8; }) ||
        widths[0] + widths[1] + widths[2] == 0)
        refuse("a cross-reference stream has an unusual W");
    const auto columns = static_cast<std::size_t>(widths[0] + widths[1] + widths[2]);
    std::string rows = inflate(stream, true);
    if (value_of(dictionary, "/Predictor") != std::string_view::npos) {
        if (number_of(dictionary, "/Columns") != columns) refuse("Columns and W differ");
        rows = without_predictor(rows, columns);
    }
    read_rows(dictionary, rows, widths);
    return value_of(dictionary, "/Prev") == std::string_view::npos ? 0
                                                                   : number_of(dictionary, "/Prev");
}

void FileReader::check_object_stream(const RawStream& stream, ObjectStreams depth) {
    if (!has_name(stream.dictionary, "/Type", "/ObjStm")) refuse("an object stream is none");
    const std::size_t room = std::min(max_stream_bytes, max_decoded_bytes - inflated_);
    if (depth == ObjectStreams::decoded || stream.data.size() > room / most_from_a_byte) {
        inflate(stream, false);
        return;
    }
    require_deflated(stream);
    inflated_ += stream.data.size() * most_from_a_byte;
}

void FileReader::check(ObjectStreams object_streams) {
    std::size_t at = pdf_.rfind("startxref");
    if (at == std::string_view::npos) refuse("there is no startxref");
    at += std::string_view("startxref").size();
    std::uint64_t offset = number_at(pdf_, at);
    const bool linearized = pdf_.substr(0, 1024).find("/Linearized") != std::string_view::npos;
    for (int section = 0; offset != 0; ++section) {
        if (section == (linearized ? most_sections : 1)) refuse("the file was updated");
        offset = read_section(offset);
    }
    std::vector<std::uint64_t> streams;
    for (const auto& [number, row] : rows_)
        if (row.type == 2) streams.push_back(row.second);
    std::ranges::sort(streams);
    streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
    for (const std::uint64_t number : streams) {
        const auto row = rows_.find(number);
        if (row == rows_.end() || row->second.type != 1) refuse("an object stream is missing");
        check_object_stream(stream_at(row->second.second), object_streams);
    }
}

} // namespace

std::optional<std::string> fault_of_cross_references(std::string_view pdf, ObjectStreams streams) {
    try {
        FileReader(pdf).check(streams);
        return std::nullopt;
    } catch (const Unsound& unsound) {
        return unsound.why;
    }
}

} // namespace presskit::verify
