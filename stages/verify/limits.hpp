// SPDX-License-Identifier: Apache-2.0
/// How much verify takes from a file it does not trust.
#pragma once

#include <cstddef>
#include <cstdint>

namespace presskit::verify {

inline constexpr std::size_t max_faults_per_file = 100;

inline constexpr std::size_t max_zip_entries = 10'000;
inline constexpr std::uint64_t max_unpacked_bytes = 1'000'000'000; ///< of one archive
/// Deflate reaches about 1000:1; text of people stays below 20:1.
inline constexpr std::uint64_t max_ratio = 200;
/// Below this many bytes an entry is no bomb, whatever its ratio.
inline constexpr std::uint64_t harmless_bytes = 1'000'000;

inline constexpr std::size_t max_json_bytes = 16'000'000;
inline constexpr std::size_t max_xmp_bytes = 1'000'000;
inline constexpr std::size_t max_xml_depth = 64;

inline constexpr std::size_t max_pdf_bytes = 256'000'000;
inline constexpr std::size_t max_pdf_objects = 500'000;
inline constexpr std::size_t max_stream_bytes = 128'000'000;  ///< one stream, decoded
inline constexpr std::size_t max_decoded_bytes = 512'000'000; ///< all streams of a PDF, decoded
inline constexpr int max_object_depth = 64;                   ///< direct objects inside each other
inline constexpr std::size_t max_content_operands = 100'000;  ///< tokens before one operator
/// ISO 19005-2 6.1.13. A real number is held to as many digits as 3.403e38 has, and a sign, a point
/// and as many places.
inline constexpr long long min_pdf_integer = -2'147'483'648, max_pdf_integer = 2'147'483'647;
inline constexpr std::size_t max_real_digits = 40;
inline constexpr std::size_t max_pdf_string = 32'767; ///< bytes
inline constexpr std::size_t max_pdf_name = 127;      ///< bytes
inline constexpr double min_page_side = 3, max_page_side = 14'400;
inline constexpr std::size_t max_saved_states = 28; ///< ISO 19005-2 6.1.13
inline constexpr int max_structure_depth = 128; ///< structure elements, and nodes of number trees
inline constexpr std::size_t max_structure_elements = 1'000'000;
inline constexpr std::size_t max_table_columns = 1'000;

} // namespace presskit::verify
