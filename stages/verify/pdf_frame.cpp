// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

namespace presskit::verify {

void check_file_frame(std::string_view bytes, FaultList& faults) {
    if (!bytes.starts_with("%PDF-1.7") && !bytes.starts_with("%PDF-2.0"))
        faults.add_broken({"6.1.2-1"}, "the file begins neither with %PDF-1.7 nor with %PDF-2.0");
    const std::size_t line = bytes.find_first_of("\r\n");
    const std::size_t comment = bytes.find_first_not_of("\r\n", line);
    bool binary = comment != std::string_view::npos && bytes[comment] == '%';
    for (std::size_t i = 1; i <= 4 && binary; ++i)
        binary = comment + i < bytes.size() && static_cast<unsigned char>(bytes[comment + i]) > 127;
    if (!binary)
        faults.add_broken({"6.1.2-2"}, "no comment of four binary bytes follows the header");
    const std::size_t end = bytes.find_last_not_of("\r\n");
    if (end == std::string_view::npos || !bytes.substr(0, end + 1).ends_with("%%EOF") ||
        bytes.size() > end + 3)
        faults.add_broken({"6.1.3-3"}, "the file does not end with %%EOF");
}

} // namespace presskit::verify
