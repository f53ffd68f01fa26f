// SPDX-License-Identifier: Apache-2.0
/// Decoding up to a limit; for the files that include qpdf.
#pragma once

// qpdf asks each user to choose its pointers: standard ones only.
#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif

#include <cstddef>
#include <qpdf/Pipeline.hh>
#include <stdexcept>
#include <string>

namespace presskit::verify {

/// Counts what qpdf decodes and keeps it if asked to, up to a limit; past it, stops the decoding by an
/// exception, which qpdf turns into a warning.
class BoundedSink final : public Pipeline {
  public:
    BoundedSink(std::size_t limit, bool keeps)
        : Pipeline("bounded sink", nullptr), limit_(limit), keeps_(keeps) {}
    void write(unsigned char const* bytes, std::size_t count) override {
        if (count > limit_ - count_) overflowed_ = true;
        if (overflowed_) throw std::length_error("stream is larger than the limit");
        count_ += count;
        if (keeps_) kept_.append(reinterpret_cast<const char*>(bytes), count);
    }
    void finish() override {}
    bool overflowed() const { return overflowed_; }
    std::size_t count() const { return count_; }
    std::string take() { return std::move(kept_); }

  private:
    std::size_t limit_;
    std::size_t count_ = 0;
    bool keeps_;
    bool overflowed_ = false;
    std::string kept_;
};

} // namespace presskit::verify
