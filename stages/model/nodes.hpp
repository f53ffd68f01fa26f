// SPDX-License-Identifier: Apache-2.0
/// The children of a node of a document.
#pragma once

#include <vector>

namespace presskit {

/// A std::vector whose copying, destruction and comparison are compiled once, in document.cpp. A
/// tree of variants is four seconds' work for the compiler, in each file that copies a Document.
template <class Node>
class Nodes : public std::vector<Node> {
  public:
    using std::vector<Node>::vector;
    Nodes() noexcept;
    Nodes(const Nodes&);
    Nodes(Nodes&&) noexcept;
    Nodes& operator=(const Nodes&);
    Nodes& operator=(Nodes&&) noexcept;
    ~Nodes();

    bool operator==(const Nodes&) const;
};

} // namespace presskit
