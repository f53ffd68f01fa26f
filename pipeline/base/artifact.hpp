// SPDX-License-Identifier: Apache-2.0
/// A finished file, before anything has decided where it goes.
#pragma once

#include "pipeline/base/digest.hpp"

#include <string>

namespace presskit {

/// `name` is a relative path with `/`; `digest` is the SHA-256 of `bytes`.
struct Artifact {
    std::string name;
    std::string bytes;
    Digest digest;
    bool operator==(const Artifact&) const = default;
};

inline Artifact make_artifact(std::string name, std::string bytes) {
    Artifact artifact{std::move(name), std::move(bytes), {}};
    artifact.digest = sha256(artifact.bytes);
    return artifact;
}

} // namespace presskit
