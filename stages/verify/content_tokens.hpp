// SPDX-License-Identifier: Apache-2.0
/// The operators of a content stream, each with its operands, as views of the stream's bytes.
/// Nothing is copied: qpdf's own reader makes an object of every number and takes ten times as
/// long.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// One token of an operand. Arrays and dictionaries are their tokens between a begin and an end.
/// `bytes` are as the stream has them: of a string with its brackets, of a name with its slash.
struct ContentToken {
    enum class Kind {
        integer,
        real,
        string,
        hex_string,
        name,
        boolean,
        null,
        array_begin,
        array_end,
        dictionary_begin,
        dictionary_end
    };
    Kind kind = Kind::null;
    std::string_view bytes;
    long long number = 0; ///< of an integer; saturated at 18 digits

    bool is_string() const { return kind == Kind::string || kind == Kind::hex_string; }
};

using ContentOperands = std::span<const ContentToken>;

/// Reads a stream operator by operator. Malformed content ends it: `fault` says why, and is empty
/// after a whole stream. Spec: ISO 32000-1 7.2, 7.3, 7.8.2, 8.9.7.
class ContentTokens {
  public:
    explicit ContentTokens(std::string_view stream) : rest_(stream) {}

    /// False at the end, or at a fault. An inline image is one operator, "EI", whose operands are
    /// the entries of its dictionary.
    bool next();

    std::string_view name() const { return operator_; }
    /// Valid until `next`.
    ContentOperands operands() const { return operands_; }
    std::string_view fault() const { return fault_; }

  private:
    bool refuse(std::string_view why);
    bool read_one();
    bool add(ContentToken::Kind kind, std::size_t size);
    bool open(ContentToken::Kind kind, std::size_t size);
    bool close(ContentToken::Kind kind, std::size_t size);
    bool read_string();
    bool read_hex_string();
    bool read_number();
    bool read_word();
    bool read_inline_image();

    std::string_view rest_, operator_, fault_;
    std::vector<ContentToken> operands_;
    std::vector<ContentToken::Kind> open_;
    bool inside_image_ = false;
};

/// The bytes that a token of a string means, written over `out`. ISO 32000-1 7.3.4.
void read_string_bytes(const ContentToken& token, std::string& out);
/// The name without its slash, its #xx resolved. ISO 32000-1 7.3.5.
std::string read_name(const ContentToken& token);

/// The operand that begins at `first`, up to the end of its array or dictionary.
ContentOperands operand_at(ContentOperands operands, std::size_t first);
/// The value of a key in a dictionary operand; empty if it has none or is no dictionary.
ContentOperands value_of(ContentOperands dictionary, std::string_view key);

} // namespace presskit::verify
