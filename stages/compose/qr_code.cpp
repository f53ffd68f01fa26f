// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/qr_code.hpp"

#include <qrencode.h>

#include <memory>

namespace presskit::compose {
namespace {

constexpr int quiet_zone = 4; ///< modules on each side. ISO/IEC 18004 6.3.8

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

std::optional<VectorPath> qr_code(const std::string& text, Length size, Color ink) {
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!code) return std::nullopt;
    const int modules = code->width;
    const auto at = [&](int module) { return scaled(size, module + quiet_zone, modules + 2 * quiet_zone); };
    const auto is_dark = [&](int column, int row) {
        return column < modules && (code->data[row * modules + column] & 1) != 0;
    };
    VectorPath path;
    path.fill = ink;
    for (int row = 0; row < modules; ++row)
        for (int column = 0; column < modules;) {
            if (!is_dark(column, row)) {
                ++column;
                continue;
            }
            int end = column;
            while (is_dark(end, row)) ++end;
            const Length left = at(column), right = at(end), top = at(row), bottom = at(row + 1);
            path.segments.insert(path.segments.end(),
                                 {MoveTo{{left, top}}, LineTo{{right, top}}, LineTo{{right, bottom}},
                                  LineTo{{left, bottom}}, ClosePath{}});
            column = end;
        }
    return path;
}

const std::optional<VectorPath>& QrCodes::find(const std::string& text, Length size, Color ink) {
    if (!code_ || text != text_ || size != size_ || ink != ink_) {
        code_ = qr_code(text, size, ink);
        text_ = text;
        size_ = size;
        ink_ = ink;
    }
    return code_;
}

} // namespace presskit::compose
