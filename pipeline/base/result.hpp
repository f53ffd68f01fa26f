// SPDX-License-Identifier: Apache-2.0
/// What a stage returns: a value, and all that is to be said about it.
#pragma once

#include "pipeline/base/diagnostic.hpp"

#include <iterator>
#include <optional>
#include <utility>

namespace presskit {

/// A value with diagnostics. There is a value exactly when no diagnostic is an error, so warnings
/// travel with the value and a caller can test the Result itself.
template <class T>
struct Result {
    std::optional<T> value;
    Diagnostics diagnostics;

    Result(T v, Diagnostics d = {}) : value(std::move(v)), diagnostics(std::move(d)) {
        if (has_errors(diagnostics)) value.reset();
    }
    Result(Diagnostics d) : diagnostics(std::move(d)) {}
    Result(Diagnostic d) { diagnostics.push_back(std::move(d)); }

    explicit operator bool() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }
};

/// Moves the diagnostics of `from` to the end of `into`.
inline void append(Diagnostics& into, Diagnostics from) {
    into.insert(into.end(), std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.end()));
}

} // namespace presskit
