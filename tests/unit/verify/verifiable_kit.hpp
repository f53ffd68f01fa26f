// SPDX-License-Identifier: Apache-2.0
/// A kit that verify finds nothing wrong with, and what tests ask of a report.
#pragma once

#include "stages/verify/verify.hpp"
#include "tests/unit/bundle/kit_fixture.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

namespace presskit::verify {

struct VerifiableCase {
    bundle::KitCase kit_case;
    std::string guide = good_pdf("en").bytes();

    VerifiableCase() { kit_case.release_pdf = kit_case.sheet_pdf = good_pdf("sq").bytes(); }
    Kit kit() const {
        bundle::KitInputs inputs = kit_case.inputs();
        inputs.documents[2].pdf = guide;
        inputs.documents[2].digest = sha256(guide);
        for (auto& document : inputs.documents) document.pages = 1;
        Result<Kit> made = bundle::make_kit(inputs);
        REQUIRE(made);
        return std::move(*made);
    }
};

inline std::string lines(const VerifyReport& report) {
    std::string text;
    for (const Diagnostic& fault : report.faults)
        text += fault.path + ": " + fault.code + ": " + fault.message + "\n";
    return text;
}

inline bool has_code(const VerifyReport& report, const std::string& code) {
    return std::ranges::find(report.faults, code, &Diagnostic::code) != report.faults.end();
}

inline std::string with_byte(std::string zip, std::size_t at, int value) {
    zip.at(at) = static_cast<char>(value);
    return zip;
}

} // namespace presskit::verify
