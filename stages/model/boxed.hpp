// SPDX-License-Identifier: Apache-2.0
/// A value that lies elsewhere: a rare large alternative does not make a variant large.
#pragma once

#include <memory>
#include <utility>

namespace presskit {

/// Copies and compares as its value does. Empty only after it was moved from.
template <class T>
class Boxed {
  public:
    Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {}
    Boxed(const Boxed& other) : value_(std::make_unique<T>(*other.value_)) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) {
        *this = Boxed(other);
        return *this;
    }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    operator T&() { return *value_; }
    operator const T&() const { return *value_; }

    bool operator==(const Boxed& other) const { return *value_ == *other.value_; }

  private:
    std::unique_ptr<T> value_;
};

} // namespace presskit
