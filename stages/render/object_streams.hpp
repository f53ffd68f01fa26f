// SPDX-License-Identifier: Apache-2.0
/// Objects packed into compressed streams, and the cross-reference stream that finds them: a third
/// of the bytes that one object after another takes, and fewer of them to write. libharu knows only
/// the cross-reference table of PDF 1.4. Spec: ISO 32000-1 7.5.7, 7.5.8.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "stages/render/byte_use.hpp"
#include "stages/render/syntax.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::render {

/// The body of one file, object after object. Objects are added in rising order of their numbers.
class FileBody {
  public:
    /// Appends to `file`, which holds the header. `deflater` must outlive the object. `objects` is
    /// how many there are; the streams that pack them get the numbers after.
    FileBody(std::string& file, Deflater& deflater, std::uint32_t objects);

    /// An object that goes into the next object stream; not a stream itself.
    void pack(ObjectId id, std::string_view value, ByteUse use);
    /// A stream object: its dictionary with Length, `<<` and `>>` included, and its bytes.
    void add_stream(ObjectId id, std::string_view dictionary, std::string_view bytes, ByteUse use);

    /// Writes what is packed, the cross-reference stream and the end of the file. `trailer` is what
    /// its dictionary holds besides Size. Returns where in the file those entries begin.
    std::size_t finish(std::string_view trailer);

    /// What the file's bytes are spent on, once it is finished. An object stream counts for what is
    /// in it, by size.
    const ByteCount& count() const { return count_; }

  private:
    /// A row of the cross-reference stream, ISO 32000-1 table 18.
    struct Place {
        std::uint8_t type = 0;   ///< 0 free, 1 in the file, 2 in an object stream
        std::uint32_t where = 0; ///< offset in the file, or the number of the object stream
        std::uint8_t index = 0;  ///< in the object stream
    };

    void append_stream(ObjectId id, std::string_view dictionary, std::string_view bytes);
    void flush();
    void share(std::uint64_t bytes);
    std::string rows() const;
    Place& place_of(std::uint32_t number);

    std::string& file_;
    Deflater& deflater_;
    std::vector<Place> places_; ///< by object number
    std::uint32_t next_;        ///< the number of the next object stream
    std::string head_, values_; ///< of the object stream being filled
    std::uint32_t packed_ = 0;
    ByteCount count_, packed_bytes_;
};

} // namespace presskit::render
