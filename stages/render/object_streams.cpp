// SPDX-License-Identifier: Apache-2.0
#include "stages/render/object_streams.hpp"

#include <cassert>

namespace presskit::render {
namespace {

/// A reader that wants one object inflates all of its stream; more objects in one deflate better.
constexpr std::uint32_t objects_a_stream = 200;
static_assert(objects_a_stream <= 256, "the index of an object in its stream takes one byte");
constexpr std::size_t reference_row_bytes = 6;

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<unsigned char>((value >> shift) & 0xFF));
}

} // namespace

FileBody::FileBody(std::string& file, Deflater& deflater, std::uint32_t objects)
    : file_(file), deflater_(deflater), places_(objects + std::size_t{1}), next_(objects + 1) {}

FileBody::Place& FileBody::place_of(std::uint32_t number) {
    if (number >= places_.size()) places_.resize(number + std::size_t{1});
    return places_[number];
}

void FileBody::pack(ObjectId id, std::string_view value, ByteUse use) {
    packed_bytes_[use] += value.size();
    append_integer(head_, id.value);
    head_ += ' ';
    append_integer(head_, static_cast<std::int64_t>(values_.size()));
    head_ += ' ';
    values_ += value;
    values_ += '\n';
    place_of(id.value) = {2, next_, static_cast<std::uint8_t>(packed_)};
    if (++packed_ == objects_a_stream) flush();
}

void FileBody::add_stream(ObjectId id, std::string_view dictionary, std::string_view bytes,
                          ByteUse use) {
    const std::size_t before = file_.size();
    append_stream(id, dictionary, bytes);
    count_[use] += file_.size() - before;
}

void FileBody::append_stream(ObjectId id, std::string_view dictionary, std::string_view bytes) {
    place_of(id.value) = {1, static_cast<std::uint32_t>(file_.size()), 0};
    append_integer(file_, id.value);
    file_ += " 0 obj\n";
    file_ += dictionary;
    file_ += "\nstream\n";
    file_ += bytes;
    file_ += "\nendstream\nendobj\n";
}

void FileBody::flush() {
    if (packed_ == 0) return;
    const auto bytes = deflater_.deflate(head_ + values_);
    std::string dictionary = "<</Type/ObjStm/N ";
    append_integer(dictionary, packed_);
    dictionary += "/First ";
    append_integer(dictionary, static_cast<std::int64_t>(head_.size()));
    dictionary += "/Filter/FlateDecode/Length ";
    append_integer(dictionary, static_cast<std::int64_t>(bytes->size()));
    const std::size_t before = file_.size();
    append_stream({next_++}, dictionary + ">>", *bytes);
    share(file_.size() - before);
    head_.clear();
    values_.clear();
    packed_ = 0;
}

/// Counts the bytes of an object stream for what is in it; what rounding leaves, for the rest.
void FileBody::share(std::uint64_t bytes) {
    const std::uint64_t all = packed_bytes_.total();
    std::uint64_t shared = 0;
    for (std::size_t use = 0; use < byte_uses; ++use) {
        const std::uint64_t part = bytes * packed_bytes_.bytes[use] / all;
        count_.bytes[use] += part;
        shared += part;
    }
    count_[ByteUse::other] += bytes - shared;
    packed_bytes_ = {};
}

/// Each row as its difference to the row before (PNG filter Up): offsets and indices that rise evenly
/// become the same few bytes.
std::string FileBody::rows() const {
    std::string out, before(reference_row_bytes, '\0'), row;
    for (const Place& place : places_) {
        row.clear();
        append_big_endian(row, place.type, 1);
        append_big_endian(row, place.where, 4);
        append_big_endian(row, place.index, 1);
        out += '\2';
        for (std::size_t i = 0; i < reference_row_bytes; ++i)
            out += static_cast<char>(static_cast<unsigned char>(row[i]) -
                                     static_cast<unsigned char>(before[i]));
        before = row;
    }
    return out;
}

std::size_t FileBody::finish(std::string_view trailer) {
    flush();
    const std::size_t start = file_.size();
    assert(start <= UINT32_MAX && "check bounds what a document holds");
    place_of(next_) = {1, static_cast<std::uint32_t>(start), 0};
    const auto bytes = deflater_.deflate(rows());
    std::string dictionary = "<</Type/XRef/W[1 4 1]/Filter/FlateDecode/DecodeParms<</Predictor "
                             "12/Columns 6>>/Size ";
    append_integer(dictionary, static_cast<std::int64_t>(places_.size()));
    dictionary += "/Length ";
    append_integer(dictionary, static_cast<std::int64_t>(bytes->size()));
    const std::size_t entries_at = dictionary.size();
    dictionary += trailer;
    append_stream({next_}, dictionary + ">>", *bytes);
    file_ += "startxref\n";
    append_integer(file_, static_cast<std::int64_t>(start));
    file_ += "\n%%EOF\n";
    count_[ByteUse::other] += file_.size() - count_.total();
    return file_.find(dictionary, start) + entries_at;
}

} // namespace presskit::render
